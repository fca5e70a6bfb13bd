"""Short forms are long forms: one table, and the way back."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.model.fold import Fold, number_of, text_of
from cjm.model.journey import Goals, Journey, Lane, Member, Scope
from cjm.model.library import Actor, Channel, Library, System
from cjm.model.metric import Metric, Point
from cjm.model.moment import Automation, Branch, Feeling, MomentOfTruth, Quote, Rule, Stage, Step, Touchpoint, Voice
from cjm.model.opportunity import Gain, Opportunity, Pain
from cjm.model.persona import Persona
from cjm.model.record import FORMS, Link
from cjm.model.research import Research
from cjm.model.shape import Shape, shapes
from cjm.source.document import Document
from cjm.source.tree import Scalar
from tests.model.unfold import Unfold

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.cjm.yaml"))
KNOWN = {"Ann": "actor", "crm": "system"}


def fold(text: str, record: type, known: dict[str, str] | None = None) -> tuple[Any, Fold]:
    folder = Fold(KNOWN if known is None else known)
    return folder.record(Document.parse("map", text.encode()).tree, record), folder


CASES: list[tuple[type, str, Any]] = [
    # a text, number or truth value alone
    (Feeling, "-1", {"score": -1}), (Feeling, "1.5", {"score": 1.5}), (Feeling, '"-1"', {"score": -1}), (Feeling, "−1", {"score": -1}), (Feeling, "+2", {"score": 2}),
    (Feeling, "anxious", {"emotion": "anxious"}), (Feeling, "no", {"emotion": "no"}), (Feeling, ".nan", {"emotion": ".nan"}), (Feeling, "50%", {"emotion": "50%"}),
    (Quote, "Why?", {"text": "Why?"}), (Rule, "No calls", {"text": "No calls"}), (Pain, "Late", {"text": "Late"}), (Gain, "7", {"text": "7"}),
    (Opportunity, "Call", {"title": "Call"}), (Branch, "end", {"to": "end"}), (Automation, "Send", {"do": ["Send"]}), (Link, "https://a.b", {"url": "https://a.b"}),
    (Stage, "Pay", {"name": "Pay"}), (Touchpoint, "2024", {"name": "2024"}), (Touchpoint, "007", {"name": "007"}), (Touchpoint, "1.10", {"name": "1.10"}),
    (Channel, "fax", {"name": "fax"}), (Actor, "Ann", {"name": "Ann"}), (System, "crm", {"name": "crm"}), (Research, "survey", {"id": "survey"}), (Persona, "dana", {"refers": "dana"}),
    (Scope, "repairs", {"includes": ["repairs"]}), (Goals, "quiet", {"customer": ["quiet"]}), (Member, "Jo", {"name": "Jo"}), (Lane, "x-a", {"key": "x-a"}),
    (Metric, "84", {"value": "84"}), (Metric, "80.4%", {"value": "80.4%"}), (Metric, "2 days", {"value": "2 days"}), (Point, "0.50", {"value": "0.50"}),
    (MomentOfTruth, "true", {}), (MomentOfTruth, "True", {}), (MomentOfTruth, "false", None), (MomentOfTruth, "All hangs on it", {"why": ["All hangs on it"]}),
    (Scope, "[a, b]", {"includes": ["a", "b"]}), (Goals, "[a, b]", {"customer": ["a", "b"]}), (MomentOfTruth, "[a, b]", {"why": ["a", "b"]}), (Step, "[a, b]", {"does": ["a", "b"]}),
    # steps: a plain text that names an actor or a system is that one
    (Step, "Signs", {"does": ["Signs"]}), (Step, "Ann", {"actor": "Ann"}), (Step, "crm", {"system": "crm"}), (Step, "ann", {"does": ["ann"]}),
    (Stage, "{name: a, onstage: [Bo, Ann, crm]}", {"name": "a", "onstage": [{"actor": "Bo"}, {"actor": "Ann"}, {"system": "crm"}]}),
    (Stage, "{name: a, backstage: Bo, support: Ann}", {"name": "a", "backstage": [{"does": ["Bo"]}], "support": [{"actor": "Ann"}]}),
    # a list of one written as its entry
    (Stage, "{name: a, does: b, channel: web, says: Hm}", {"name": "a", "does": ["b"], "channel": ["web"], "says": [{"text": "Hm"}]}),
    (Stage, "{name: a, pains: {text: b, severity: 3}}", {"name": "a", "pains": [{"text": "b", "severity": 3}]}),
    (Stage, "{name: a, touchpoints: {name: b}}", {"name": "a", "touchpoints": [{"name": "b"}]}), (Stage, "{name: a, next: {x-n: 1, to: end}}", {"name": "a", "next": [{"extra": {"x-n": "1"}, "to": "end"}]}),
    (Journey, "{uses: lib, tags: 5, stages: a}", {"uses": ["lib"], "tags": ["5"], "stages": [{"name": "a"}]}),
    # mappings with free keys
    (Stage, "{name: a, tone: warm}", {"name": "a", "tone": {"always": ["warm"]}}), (Stage, "{name: a, tone: ''}", {"name": "a", "tone": {"always": [""]}}), (Stage, "{name: a, tone: [b, c]}", {"name": "a", "tone": {"always": ["b", "c"]}}),
    (Stage, "{name: a, tone: {sad: b, web: [c, d], x: }}", {"name": "a", "tone": {"sad": ["b"], "web": ["c", "d"]}}),
    (Stage, "{name: a, metrics: {csat: 0.84, own: {value: 3, kind: nps}, nps: }}", {"name": "a", "metrics": {"csat": {"value": "0.84"}, "own": {"value": "3", "kind": "nps"}}}),
    (Stage, "{name: a, for: {dana: {feels: sad, does: b}}}", {"name": "a", "for_": {"dana": {"feels": {"emotion": "sad"}, "does": ["b"]}}}),
    # the one other spelling of a key
    (Journey, "{persona: dana}", {"personas": [{"refers": "dana"}]}), (Journey, "{personas: [dana, {name: Imani}]}", {"personas": [{"refers": "dana"}, {"name": "Imani"}]}),
    # an empty value is the same as no key, the user's own keys are kept
    (Stage, "{name: a, does: , feels: ~, tone: null}", {"name": "a"}), (Stage, "{name: a, moment_of_truth: false}", {"name": "a"}), (Journey, "{stages: []}", {}),
    (Stage, "{name: a, pains: []}", {"name": "a", "pains": []}),
    (Stage, "{name: a, x-b: {c: [1, true, no]}, x-d: }", {"name": "a", "extra": {"x-b": {"c": ["1", "true", "no"]}}}),
    # what a key takes: a text as written, a number, a truth value
    (Pain, "{text: 1.10, severity: '3', status: open}", {"text": "1.10", "severity": 3, "status": "open"}), (Pain, "{text: a, severity: 3.0}", {"text": "a", "severity": 3}),
    (Branch, "{to: a, share: 82%}", {"to": "a", "share": 0.82}), (Branch, "{to: a, share: '0.5'}", {"to": "a", "share": 0.5}), (System, "{name: a, available: true}", {"name": "a", "available": True}),
    (Touchpoint, "{name: a, validated: true}", {"name": "a", "validated": "true"}), (Journey, "{cjm: '1'}", {"cjm": 1}), (Journey, "{cjm: true}", {"cjm": "true"}),
    (Research, "{id: a, with: staff}", {"id": "a", "with_": "staff"}), (Library, "{cjm: 1, actors: Ann}", {"cjm": 1, "actors": [{"name": "Ann"}]}),
]  # fmt: skip


@pytest.mark.parametrize(("record", "text", "long"), CASES)
def test_a_short_form_is_its_long_form(record: type, text: str, long: Any) -> None:
    folded, folder = fold(text, record)
    assert folded == long
    assert folder.problems == []


def test_every_record_with_a_short_form_is_in_the_table() -> None:
    short = {record for record, form in FORMS.items() if form.short or form.flag}
    assert short <= {record for record, text, _ in CASES if not text.startswith("{")}


@pytest.mark.parametrize(
    ("record", "text", "rule", "said"),
    [
        (Stage, "{nmae: a}", "unknown-key", "Did you mean ‘name’?"), (Stage, "{name: a, severity: 3}", "unknown-key", "It is a key of a pain or a gain."),
        (Stage, "{name: a, extra: b}", "unknown-key", "own begins with ‘x-’"), (Stage, "{name: a, derived: true}", "unknown-key", ""), (Persona, "{name: a, refers: b}", "unknown-key", ""),
        (Lane, "{key: x-a, zzz: b}", "unknown-key", "Possible here: key, name."), (Journey, "{persona: a, personas: b}", "duplicate-key", "Keep one"),
        (Stage, "{does: a}", "missing-key", "Add name or id."), (Step, "{needs: a}", "missing-key", "Add does, actor or system."), (Research, "{n: 3}", "missing-key", "Add id."),
        (Journey, "{stages: {Need: , Pay: {does: a}}}", "wrong-type", "- name: Need"), (Journey, "{research: {a: , b: }}", "wrong-type", "- id: a"),
        (Stage, "{name: a, moment_of_truth: yes}", "bad-value", "Write true"), (Stage, "{name: a, moment_of_truth: nie}", "bad-value", "Write true"),
    ],
)  # fmt: skip
def test_what_folding_finds(record: type, text: str, rule: str, said: str) -> None:
    _, folder = fold(text, record)
    (problem, *_) = folder.problems
    assert problem.rule == rule
    assert said in problem.help


@pytest.mark.parametrize(
    ("node", "number"),
    [
        ("5", 5), (" -1.5 ", -1.5), ("−2", -2), (5, 5), (Scalar("0o17", 15), 15), (Scalar("true", value=True), True),
        ("five", "five"), ("1e3", "1e3"), ("50%", "50%"), ("9" * 41, "9" * 41), (None, None), (["1"], ["1"]),
    ],
)  # fmt: skip
def test_numbers(node: object, number: object) -> None:
    assert number_of(node) == number
    assert type(number_of(node)) is type(number)


def test_texts() -> None:
    assert [text_of(node) for node in (Scalar("007", 7), 5, True, "a", None)] == ["007", "5", True, "a", None]


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_folding_what_was_unfolded_gives_the_same(path: Path) -> None:
    tree: Any = Document.parse("map", path.read_bytes()).tree
    record = Library if tree.get("kind") == "library" else Journey
    folded = Fold(KNOWN).record(tree, record)
    short = Unfold(KNOWN).record(folded, record)
    assert Fold(KNOWN).record(short, record) == folded
    assert Unfold(KNOWN).record(Fold(KNOWN).record(short, record), record) == short
    assert len(str(short)) <= len(str(folded))


TEXTS = st.sampled_from(["a", "Ann", "crm", "5", "-1", "−1", "1.5", "yes", "true", "50%", "", "two words", "~"])


def values(shape: Shape, depth: int) -> st.SearchStrategy[Any]:
    item: st.SearchStrategy[Any]
    if shape.is_record:
        item = records(shape.item, depth - 1)
    elif shape.choices:
        item = st.sampled_from(shape.choices)
    else:
        item = {str: TEXTS, bool: st.booleans(), int: st.integers(0, 9)}.get(
            shape.item, st.sampled_from([-1, 2, 0.5, -1.5])
        )
    if shape.container == "list":
        return st.lists(item, min_size=1, max_size=3)
    if shape.container == "map":
        inner = st.lists(item, min_size=1, max_size=2) if shape.lists else item
        return st.dictionaries(st.sampled_from(["a", "always", "csat"]), inner, max_size=2)
    return item


def records(record: type, depth: int) -> st.SearchStrategy[dict[str, Any]]:
    """Folded records: what folding may give."""
    usable = [shape for shape in shapes(record).values() if depth or not shape.is_record]
    form = FORMS[record]
    needed = {
        shape.attribute: values(shape, depth) for shape in usable if shape.required or shape.key in form.one_of[:1]
    }
    others = {shape.attribute: values(shape, depth) for shape in usable if shape.attribute not in needed}
    optional: dict[Any, st.SearchStrategy[Any]] = {**others}
    if record is not Feeling:
        optional["extra"] = st.just({"x-own": "kept"})
    return st.fixed_dictionaries(needed, optional=optional)


@pytest.mark.parametrize(
    "record",
    [Stage, Journey, Step, MomentOfTruth, Feeling, Voice, Persona, Library],
    ids=lambda record: record.__name__,
)
@given(data=st.data())
def test_unfolding_and_folding_are_inverse(record: type, data: st.DataObject) -> None:
    folded = data.draw(records(record, 2))
    assert Fold(KNOWN).record(Unfold(KNOWN).record(folded, record), record) == folded
