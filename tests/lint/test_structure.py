"""How a map is built: edges of the rules on its stages, names and ways."""

from pathlib import Path

import pytest

import cjm
from cjm.config import Lint
from cjm.lint.rules import RULES
from cjm.lint.run import judge
from cjm.lint.settings import settle
from tests.lint.ask import TODAY, ask, slugs, stages

TOLD = "does: Waits, thinks: Hm, feels: 0"
TEMPLATES = sorted((Path(cjm.__file__).parent / "templates").glob("*.cjm.yaml"))


@pytest.mark.parametrize(
    ("count", "head", "is_wrong"),
    [
        (1, "", True),
        (2, "", True),
        (3, "", False),
        (8, "", False),
        (9, "", True),
        (2, "part_of: other", False),
        (9, "part_of: other", True),
        (12, "kind: blueprint", False),
        (1, "kind: touchpoints", False),
        (12, "kind: lifecycle", False),
        (2, "state: actual", False),
    ],
)
def test_three_to_eight_stages(count: int, head: str, *, is_wrong: bool) -> None:
    assert ask("stage-count", stages(*[TOLD] * count, head=head)) == ["stages"] * is_wrong


def test_few_phases_make_many_stages_readable() -> None:
    phases = [f"{TOLD}, phase: P{number // 3}" for number in range(10)]
    assert ask("stage-count", stages(*phases)) == []
    assert ask("stage-count", stages(*phases, TOLD)) == ["stages"]
    assert ask("stage-count", stages(*phases), most=3) == ["stages"]


@pytest.mark.parametrize(
    ("line", "head", "is_empty"),
    [
        ("", "", True),
        ("phase: P, goal: Rest", "", True),
        ("does: Waits", "", False),
        ("touchpoints: [T]", "", False),
        ("feels: 1", "", False),
        ("metrics: {csat: 50}", "", False),
        ("x-legal: Checked", "lanes: [{key: x-legal}]", False),
        ("map: other", "", False),
        ("", "kind: touchpoints", True),
        ("", "kind: lifecycle", False),
    ],
)
def test_a_stage_is_more_than_a_name(line: str, head: str, *, is_empty: bool) -> None:
    assert bool(ask("empty-stage", stages(TOLD, line, head=head))) == is_empty


def test_an_empty_stage_is_one_finding() -> None:
    found = slugs(stages(TOLD, TOLD, ""))
    assert "empty-stage" in found
    assert not {"missing-does", "missing-thinks", "missing-feels"} & {*found}


@pytest.mark.parametrize(
    ("one", "other", "are_alike"),
    [
        ("Check in", "Check-in", True),
        ("Checkout", "Check out", True),
        ("Pay the bill", "Pay bills", True),
        ("Se décider", "se decider", True),
        ("L’achat", "Achat", True),
        ("支払う", "支払う", True),
        ("Call 1", "Call 2", False),
        ("First call", "Second call", False),
        ("Option A", "Option B", False),
        ("Plan A", "Plan", False),
        ("Check in", "Check out", False),
        ("Contact", "Contract", False),
        ("Order placed", "Order packed", False),
        ("Payment", "Repayment", False),
        ("Before the visit", "After the visit", False),
        ("登録", "登録する", False),
        ("???", "!!!", False),
    ],
)
def test_names_that_sound_the_same(one: str, other: str, *, are_alike: bool) -> None:
    lang = "fr" if "achat" in one else "en"
    text = f"lang: {lang}\nstages:\n  - {{name: '{one}', {TOLD}}}\n  - {{name: '{other}', {TOLD}}}\n"
    assert ask("near-duplicate-names", text) == [f"'{other}'"] * are_alike


@pytest.mark.parametrize(
    ("more", "are_alike"),
    [
        ("", True),
        ("channel: web", True),
        ("channel: phone", False),
        ("channel: [web, phone]", True),
    ],
)
def test_touchpoints_of_one_name_in_other_channels(more: str, *, are_alike: bool) -> None:
    text = f"touchpoints: [{{name: Ask, channel: web}}, {{name: Ask, does: Writes{', ' if more else ''}{more}}}]"
    assert bool(ask("near-duplicate-names", stages(text))) == are_alike


def test_touchpoints_may_recur_in_other_stages_and_for_other_personas() -> None:
    assert ask("near-duplicate-names", stages("touchpoints: [Invoice]", "touchpoints: [Invoice]")) == []
    both = "touchpoints: [{name: Ask, personas: A}, {name: Ask, personas: B}]"
    assert ask("near-duplicate-names", stages(both, head="personas: [A, B]")) == []


@pytest.mark.parametrize(
    ("lang", "first", "last", "wanted"),
    [
        ("en", "Buy the bike", "Ride", ["Buy the bike"]),
        ("en", "Need", "Purchase", ["Purchase"]),
        ("en", "Need", "Order", ["Order"]),
        ("en", "Need", "Order arrives", []),
        ("en", "Need", "Buy again", []),
        ("en", "Before I buy", "Ride", []),
        ("fr", "Besoin", "L’achat", ["L’achat"]),
        ("fr", "Besoin", "Racheter", []),
        ("pl", "Potrzeba", "Płacę", ["Płacę"]),
        ("ro", "Nevoie", "Achiziția", ["Achiziția"]),
        ("de", "Bedarf", "Kauf", ["Kauf"]),
        ("es", "Necesidad", "Compra", ["Compra"]),
        ("it", "Need", "Purchase", []),
        ("", "Need", "Purchase", []),
    ],
)
def test_a_purchase_has_a_before_and_an_after(lang: str, first: str, last: str, wanted: list[str]) -> None:
    names = "\n".join(f"  - name: {name}" for name in (first, "Middle", last))
    head = "occasion: purchase" + (f"\nlang: {lang}" if lang else "")
    assert ask("no-before-or-after", f"{head}\nstages:\n{names}") == wanted
    assert ask("no-before-or-after", f"{head.replace('purchase', 'support')}\nstages:\n{names}") == []
    assert ask("no-before-or-after", f"{head}\npart_of: other\nstages:\n{names}") == []


@pytest.mark.parametrize(
    ("lang", "name", "is_inside"),
    [
        ("en", "MQL to SQL", True),
        ("en", "Top of the funnel", True),
        ("en", "Sales", True),
        ("en", "Sales talk", False),
        ("en", "Lead the group up the hill", False),
        ("en", "Upselling", True),
        ("en", "Retention", False),
        ("en", "Support", False),
        ("en", "Customer service", False),
        ("en", "It", True),
        ("fr", "Qualification des leads", True),
        ("fr", "Fidélisation", False),
        ("fr-CA", "Comptabilité", True),
        ("ro", "Pâlnia de vânzări", True),
        ("pl", "Góra lejka", True),
        ("pl", "Dział sprzedaży", True),
        ("de", "Leadgenerierung", True),
        ("es", "Captación de clientes", True),
        ("it", "Funnel", False),
        ("", "Funnel", False),
    ],
)
def test_stages_in_the_words_of_the_trade(lang: str, name: str, *, is_inside: bool) -> None:
    head = f"lang: {lang}\n" if lang else ""
    assert ask("inside-out-stage-name", f"{head}stages: [{{name: {name}}}]") == [name] * is_inside
    assert ask("inside-out-stage-name", f"{head}kind: lifecycle\nstages: [{{name: {name}}}]") == []


def test_what_the_journey_is_about_may_be_named() -> None:
    compare = "lang: en\nstages: [{name: Compare CRM systems}]"
    assert ask("inside-out-stage-name", f"title: Choosing a CRM\n{compare}") == []
    assert ask("inside-out-stage-name", f"title: Choosing a broker\n{compare}") == ["Compare CRM systems"]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name.removesuffix(".cjm.yaml"))
def test_no_template_is_named_from_the_inside(path: Path) -> None:
    settings = settle(Lint(), Lint(select=("inside-out-stage-name", "wrong-kind", "placeholder-text")), RULES, TODAY)
    assert judge(cjm.load(path, root=path.parent).maps[0], settings) == []


def ways(**next: str) -> str:
    """A map of one stage for each touchpoint, each with where it goes on."""
    lines = (f"touchpoints: [{{name: {name}, does: X{', next: ' + to if to else ''}}}]" for name, to in next.items())
    return stages(*lines)


@pytest.mark.parametrize(
    ("text", "unreachable", "dead_ends"),
    [
        (ways(a="", b="", c=""), 0, 0),
        (ways(a="c", b="", c=""), 1, 0),
        (ways(a="[b, c]", b="", c=""), 0, 0),
        (ways(a="end", b="", c=""), 1, 0),  # b alone: c only follows from it
        (ways(a="c", b="", c="b"), 0, 0),
        (ways(a="", b="a", c=""), 0, 1),  # c is not blamed for the loop before it
        (ways(a="", b="[a, c]", c=""), 0, 0),
        (ways(a="", b="[a, end]", c=""), 1, 0),
        (ways(a="", b="b", c=""), 0, 1),
        (ways(a="", b="", c="a"), 0, 0),  # the last moment is where it ends
        (ways(a="b", b="a", c="d", d="c", e=""), 0, 2),
        (ways(a="s3", b="", c=""), 1, 0),
        (
            stages(
                "touchpoints: [{name: a, next: c, does: X}, {name: b, does: X}]", "touchpoints: [{name: c, does: X}]"
            ),
            0,
            0,
        ),
        (stages("next: end, does: X", "does: X"), 1, 0),
        (stages("touchpoints: [a, b]", "does: X"), 0, 0),
    ],
)
def test_every_moment_has_a_way_in_and_a_way_out(text: str, unreachable: int, dead_ends: int) -> None:
    assert len(ask("unreachable-touchpoint", text)) == unreachable
    assert len(ask("dead-end", text)) == dead_ends


def test_a_dead_end_is_told_where_it_leads_back() -> None:
    assert ask("dead-end", ways(a="", b="", c="b", d="")) == ["next"]
    assert ask("unreachable-touchpoint", f"kind: touchpoints\n{ways(a='c', b='', c='')}") == []
    assert ask("dead-end", f"kind: touchpoints\n{ways(a='a', b='')}") == []


@pytest.mark.parametrize(
    ("next", "is_straight"), [("", True), ("[b, c]", False), ("[b, end]", False), ("b", True), ("c", False)]
)
def test_a_straight_line(next: str, *, is_straight: bool) -> None:
    text = ways(a=next, b="", c="").replace("does: X", "does: X, channel: web", 1).replace("S3,", "S3, channel: phone,")
    assert ask("strictly-linear", text, least=3) == ["stages"] * is_straight
    assert ask("strictly-linear", text, least=4) == []
    assert ask("strictly-linear", text, least=3, channels=3) == []
