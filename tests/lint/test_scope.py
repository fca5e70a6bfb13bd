"""What a map must say before it tells anything: edges of the rules on scope."""

import pytest

from tests.lint.ask import ask, slugs, stages

ONE = "stages: [{name: One, does: Waits}]"
STORY = "stages: [{name: One, does: Waits, thinks: Hm, feels: 0}]"


@pytest.mark.parametrize(
    ("rule", "head", "wanted"),
    [
        ("no-persona", "", ["cjm"]),
        ("no-persona", "kind: blueprint", ["cjm"]),
        ("no-persona", "kind: touchpoints", []),
        ("no-persona", "kind: lifecycle", []),
        ("no-persona", "state: actual", []),
        ("no-persona", "persona: Somebody", []),
        ("no-goal", "", ["cjm"]),
        ("no-goal", "goals: {business: Money}", ["goals"]),
        ("no-goal", "goals: Rest", []),
        ("no-goal", "persona: {name: P, jobs: Rest}", []),
        ("no-goal", "persona: {name: P, goals: Rest}", []),
        ("no-goal", "kind: touchpoints", []),
        ("no-business-goal", "goals: Rest", ["goals"]),
        ("no-business-goal", "goals: {business: Money}", []),
        ("no-business-goal", "part_of: other", []),
        ("no-business-goal", "kind: lifecycle", []),
        ("no-scope", "", ["cjm"]),
        ("no-scope", "scope: {starts: Here}", ["scope"]),
        ("no-scope", "scope: {ends: There, includes: All}", ["scope"]),
        ("no-scope", "scope: {timeframe: A year}", ["scope"]),
        ("no-scope", "scope: From the first call to the last", []),
        ("no-scope", "kind: touchpoints", []),
        ("no-owner", "", ["cjm"]),
        ("no-owner", "kind: touchpoints", ["cjm"]),
        ("no-owner", "state: actual", []),
        ("future-without-current", "state: future", ["future"]),
        ("future-without-current", "state: future\ncompares_to: other", []),
        ("future-without-current", "state: actual", []),
    ],
)
def test_what_the_head_lacks(rule: str, head: str, wanted: list[str]) -> None:
    assert ask(rule, f"{head}\n{ONE}") == wanted


def test_a_goal_of_a_stage_is_a_goal() -> None:
    assert ask("no-goal", "stages: [{name: One, goal: Rest}]") == []


def test_without_goals_one_finding_is_enough() -> None:
    assert "no-business-goal" not in slugs(ONE)
    assert "no-goal" in slugs(ONE)


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ("reviewed: 2026-05-22\nreview_every: 6 months", []),  # due today
        ("reviewed: 2026-05-21\nreview_every: 6 months", ["2026-05-21"]),
        ("reviewed: 2020\nreview_every: 10 years", []),
        ("reviewed: 2025-12", []),
        ("reviewed: 2025-10", ["2025-10"]),
        ("reviewed: 2027", []),
        ("review_every: 6 months", []),
        ("reviewed: 2020\nstate: actual", []),
    ],
)
def test_a_review_is_due_after_its_day(head: str, wanted: list[str]) -> None:
    assert ask("review-overdue", f"{head}\n{ONE}") == wanted


def test_how_long_a_map_lasts_can_be_set() -> None:
    assert ask("review-overdue", f"reviewed: 2026-08\n{ONE}", months=2) == ["2026-08"]


@pytest.mark.parametrize(
    ("lang", "does", "is_future"),
    [
        ("en", "She will call", True),
        ("en", "Will receive a letter", True),
        ("en", "The new clerk should call back", True),
        ("en", "Dana will wait", True),
        ("en", "Checks whether it will rain", False),
        ("en", "Hopes it will work", False),
        ("en", "Writes her will", False),
        ("en-GB", "Customers will pay", True),
        ("fr", "Recevra une lettre", True),
        ("fr", "Le client appellera", True),
        ("fr", "Laura appelle", False),
        ("fr", "Va chercher le colis", False),
        ("ro", "Va primi un e-mail", True),
        ("pl", "Klient powinien zadzwonić", True),
        ("pl", "Dzwoni dwa razy", False),
        ("de", "Soll drei Formulare ausfüllen", False),
        ("de", "Wird künftig angerufen", True),
        ("es", "Recibirá una carta", True),
        ("es", "Está en casa", False),
        ("it", "She will call", False),
        ("", "She will call", False),
    ],
)
def test_the_future_tense_of_a_map_of_today(lang: str, does: str, *, is_future: bool) -> None:
    head = "persona: Dana, 40" + (f"\nlang: {lang}" if lang else "")
    assert ask("current-in-future-tense", stages(f"does: {does}", head=head)) == [does] * is_future


def test_the_future_tense_where_it_belongs() -> None:
    does = "does: She will call"
    for head in ("state: future\ncompares_to: other", "kind: touchpoints"):
        assert ask("current-in-future-tense", stages(does, head=f"lang: en\n{head}")) == []
    planned = "lang: en\nstages: [{name: S, touchpoints: [{name: T, status: planned, does: She will call}]}]"
    assert ask("current-in-future-tense", planned) == []
    step = stages("backstage: {does: The clerk will call}", head="lang: en")
    assert ask("current-in-future-tense", step) == ["The clerk will call"]


TWO = "personas: [Dana, Imani]\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (TWO + STORY, ["personas"]),
        (TWO + "stages: [{name: One, for: {Dana: {feels: 1}}}]", []),
        (TWO + "stages: [{name: One, touchpoints: [{name: T, personas: Dana}]}]", []),
        (TWO + "stages: [{name: One, touchpoints: [{name: T, initiator: Dana}]}]", []),
        (TWO + "kind: touchpoints\n" + STORY, []),
        ("persona: Dana\n" + STORY, []),
    ],
)
def test_personas_need_telling_apart(text: str, wanted: list[str]) -> None:
    assert ask("several-points-of-view", text) == wanted


@pytest.mark.parametrize(
    ("lang", "does", "is_of_staff"),
    [
        ("en", "We send the customer an invoice", True),
        ("en", "We send an invoice", False),  # a family may send one
        ("en", "Calls the customer line", False),
        ("en", "Shop assistant opens the door", True),
        ("en", "The guide explains the rules", True),
        ("en", "Guide the children to the exit", False),
        ("en", "Asks the shop assistant", False),
        ("fr", "Nous envoyons la facture au client", True),
        ("fr", "Le guide explique les règles", True),
        ("pl", "Wysyłamy klientowi fakturę", True),
        ("pl", "Czekamy na obiad", False),
        ("ro", "Trimitem clientului factura", True),
        ("de", "Wir rufen den Kunden an", True),
        ("es", "Enviamos la factura al cliente", True),
        ("it", "We send the customer an invoice", False),
    ],
)
def test_what_the_staff_do_is_no_doing_of_the_customer(lang: str, does: str, *, is_of_staff: bool) -> None:
    text = stages(f"does: {does}, onstage: [Shop assistant, Guide]", head=f"lang: {lang}\npersona: Dana")
    assert ask("several-points-of-view", text) == [does] * is_of_staff


BARE = "does: Waits, channel: web"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (stages(BARE, BARE), ["cjm"]),
        (stages(BARE, BARE, head="kind: journey"), ["journey"]),
        (stages(BARE, "says: Ah"), []),
        (stages(BARE, "thinks: Hm"), []),
        (stages(BARE, "for: {P: {feels: 1}}", head="persona: P"), []),
        (stages(BARE, "touchpoints: [{name: T, intent: calm}]"), []),
        (stages(BARE, head="kind: touchpoints"), []),
        (stages(BARE, head="state: actual"), []),
        (stages("", "", ""), []),  # names alone are of no kind yet
        (stages(BARE, head="kind: blueprint"), ["blueprint"]),
        (stages(BARE, "backstage: Cooks", head="kind: blueprint"), []),
        (stages(BARE, "support: Delivers", head="kind: blueprint"), []),
    ],
)
def test_a_map_is_of_the_kind_it_says(text: str, wanted: list[str]) -> None:
    assert ask("wrong-kind", text) == wanted


@pytest.mark.parametrize(
    ("lang", "names", "is_lifecycle"),
    [
        ("en", ["Acquisition", "Activation", "Retention", "Referral", "Revenue"], True),
        ("en", ["Attract", "Convert", "Close", "Delight"], True),
        ("en", ["Awareness", "Consideration", "Purchase", "Retention", "Advocacy"], False),
        ("fr", ["Acquisition", "Activation", "Fidélisation"], True),
        ("fr", ["Découverte", "Considération", "Achat", "Fidélisation", "Recommandation"], False),
        ("pl", ["Pozyskanie", "Aktywacja", "Retencja"], True),
        ("", ["Acquisition", "Activation", "Retention"], False),
    ],
)
def test_a_journey_in_the_words_of_the_organisation(lang: str, names: list[str], *, is_lifecycle: bool) -> None:
    lines = "\n".join(f"  - {{name: {name}, thinks: Hm}}" for name in names)
    head = f"lang: {lang}\n" if lang else ""
    assert ask("wrong-kind", f"{head}kind: journey\nstages:\n{lines}") == ["journey"] * is_lifecycle
