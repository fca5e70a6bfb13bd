"""Comparisons as text, as Markdown and as data: in files, and what holds for any two maps."""

import json
import re

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cjm.diff.change import Change, Comparison, Kind
from cjm.diff.compare import compare
from cjm.diff.untouched import untouched
from cjm.diff.whole import whole
from cjm.finding import Span
from cjm.report.changes.data import Source, comparison_data, document, schema
from cjm.report.changes.markdown import LEAST, MARKER, comparison_markdown
from cjm.report.changes.told import Told, tell
from cjm.report.terminal.cells import cell_len
from cjm.report.terminal.comparison import comparison_brief, comparison_text
from cjm.report.terminal.pen import Pen, choose
from tests import expected
from tests.diff.churn import churns
from tests.diff.churn import pair as churned
from tests.diff.maps import Data, Size, read
from tests.report.comparing import EVERYTHING, HERE, origin, pair, told, written
from tests.report.findings import HOSTILE

ASCII = choose("utf-8", wants_ascii=True)
OPTIONS = {"renames": 0.6, "only": [], "stages": [], "personas": [], "lanes": [], "editorial": False}
LARGE = Size(stages=6, touchpoints=5)


def tree(*tells: Told, width: int = 80, pen: Pen = Pen()) -> str:  # noqa: B008  (a value)
    return "".join(text for text, _ in comparison_text(tells, pen, width))


def brief(*tells: Told, pen: Pen = Pen()) -> str:  # noqa: B008  (a value)
    return "".join(text for text, _ in comparison_brief(tells, pen))


def compared(pair: tuple[Data, Data]) -> Comparison:
    return compare(*map(read, pair))


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_tree_at_every_width(width: int) -> None:
    expected.check(HERE / f"tree.{width}.txt", tree(told(pair(), coverage=True), width=width))


def test_other_forms_in_files() -> None:
    expected.check(HERE / "tree.ascii.txt", tree(told(pair(), EVERYTHING), pen=ASCII))
    expected.check(HERE / "brief.txt", brief(told(pair(), coverage=True)))
    expected.check(HERE / "comment.md", comparison_markdown([told(pair(), coverage=True)], 65_000))
    data = comparison_data(pair(), source("before"), source("after"), untouched(pair()))
    expected.check(HERE / "pair.json", document(OPTIONS, [data], is_one=True))


def source(name: str) -> Source:
    """A side whose places are the lengths of routes."""
    return Source(f"{name}.cjm.yaml", "", lambda parts: Span(len(parts), 1, len(parts), 2) if parts else None)


def test_nothing_where_nothing_changed() -> None:
    same = told(compare(pair().before, pair().before))
    assert same.is_empty
    assert tree(same) == brief(same) == comparison_markdown([same], 1000) == ""
    assert tree(same, same) == ""


def test_several_comparisons_end_with_a_total() -> None:
    same, other = told(compare(pair().before, pair().before)), told(pair())
    total = "2 maps, 34 changes: 14 improved, 2 worsened, 14 neutral, 4 unknown\n"
    text = tree(other, same, other)
    assert text.count("Lunch at my desk\n") == 2
    assert text.endswith(f"\n\n{total}")
    assert tree(other, same) == tree(other)
    lines = "".join(text for text, _ in comparison_brief([other, same, other], Pen(), names_files=True)).splitlines()
    assert lines[-1] == total.strip()
    assert all(line.startswith("after.cjm.yaml: ") for line in lines[:-1])


def test_a_map_that_is_new_or_gone_is_one_change() -> None:
    journey = pair().after
    new = tell(whole(journey, is_new=True), None, origin(journey))
    assert brief(new).startswith("The map as a whole: · neutral  map added\n1 change: 1 neutral · emotion ? → +1 ")
    gone = tell(whole(journey, is_new=False), origin(journey), None)
    assert tree(gone).splitlines()[:2] == ["Lunch at my desk", "after.cjm.yaml"]
    assert "· map removed\n" in tree(gone)
    data = comparison_data(whole(journey, is_new=False), source("before"), None)
    jsonschema.Draft7Validator(json.loads(schema())).validate(json.loads(document(OPTIONS, [data], is_one=False)))


@settings(max_examples=40)
@given(churns(), st.sampled_from([40, 57, 80]), st.sampled_from(["utf-8", "ascii", "cp1252"]))
def test_no_line_is_too_wide_and_every_change_is_told(pair: tuple[Data, Data], width: int, encoding: str) -> None:
    comparison = compared(pair)
    pen, shown = choose(encoding, wants_ascii=False), told(comparison, EVERYTHING)
    text = tree(shown, width=width, pen=pen)
    assert [line for line in text.split("\n") if cell_len(line) > width] == []
    text.encode(encoding)
    facts = [fact for group in shown.groups for fact in group.facts]
    assert len(facts) == len(comparison.changes)
    assert brief(shown, pen=pen).count("\n") == len(facts) + (not shown.is_empty)


@settings(max_examples=40)
@given(churns(), st.sampled_from([LEAST, 1000, 4000, 65_000]))
def test_markdown_is_never_longer_than_asked_and_counts_the_rest(pair: tuple[Data, Data], most: int) -> None:
    shown = told(compared(pair), EVERYTHING)
    text = comparison_markdown([shown, shown], most)
    if shown.is_empty:
        assert text == ""
        return
    assert text.startswith(f"{MARKER}\n**2 maps, ")
    assert len(text) <= most
    more = re.search(r"\n(\d+) more\.\n\Z", text)
    all = 2 * sum(len(group.facts) for group in shown.groups)
    assert len(re.findall(r"^- ", text, re.MULTILINE)) + (int(more[1]) if more else 0) == all
    assert text.count("<details>") == text.count("</details>")


def test_markdown_begins_with_the_worst() -> None:
    text = comparison_markdown([told(pair())], 65_000)
    signs = ["#### ▼ Worse", "#### ? Nobody", "#### ▲ Better", "<details><summary>· Neither"]
    assert [text.index(sign) for sign in signs] == sorted(text.index(sign) for sign in signs)
    calm = told(compare(pair().before, pair().before), coverage=True)
    text = comparison_markdown([calm, told(pair())], 65_000)
    assert text.index("▼") < text.index("Left as it was")


def tokens(text: str) -> list[tuple[str, str]]:
    parsed = MarkdownIt("gfm-like", {"html": True}).parse(text)
    inner = [child for token in parsed for child in token.children or []]
    return [(token.type, token.content) for token in [*parsed, *inner]]


MAP = """cjm: 1
title: {title}
stages:
  - id: one
    name: {name}
    thinks: {name}
    x-own: {name}
    pains: [{{id: p, text: {text}}}]
    backstage: {{id: s, does: {text}, actor: {name}, automation: manual}}
"""


def hostile(odd: str) -> list[tuple[str, str]]:
    """The parts of a comment on a map whose texts become these."""
    before = MAP.format(title="plain", name="plain", text="plain").replace("pains:", "gains:")
    texts = {key: json.dumps(f"{odd}{key}") for key in ("title", "name", "text")}
    after = MAP.format(**texts).replace("manual", "automated")
    return tokens(comparison_markdown([told(written(before, after), EVERYTHING, coverage=True)], 65_000))


@pytest.mark.parametrize("odd", HOSTILE)
def test_a_map_s_text_never_becomes_markup(odd: str) -> None:
    calm, found = hostile("calm"), hostile(odd)
    assert {kind for kind, _ in found} <= {kind for kind, _ in calm}
    assert [part for part in found if part[0].startswith("html")] == [
        part for part in calm if part[0].startswith("html")
    ]


@settings(max_examples=40)
@given(churns())
def test_json_keeps_its_schema(pair: tuple[Data, Data]) -> None:
    comparison = compared(pair)
    data = comparison_data(comparison, source("before"), source("after"), untouched(comparison))
    validator = jsonschema.Draft7Validator(json.loads(schema()))
    for is_one in (True, False):
        validator.validate(json.loads(document(OPTIONS, [data], is_one=is_one)))
    marks = [each["fingerprint"] for each in flat(data["changes"])]
    assert len({*marks}) == len(marks) == len([*every(comparison.changes)])


def flat(changes: list[Data]) -> list[Data]:
    return [each for change in changes for each in (change, *flat(change["children"]))]


def every(changes: tuple[Change, ...]) -> list[Change]:
    return [each for change in changes for each in (change, *every(change.children))]


def test_fingerprints_survive_rewording_and_moving() -> None:
    before, after = (HERE / f"{side}.cjm.yaml" for side in ("before", "after"))

    def marks(text: str) -> list[str]:
        comparison = written(before.read_text("utf-8"), text)
        kept = [change for change in comparison.changes if change.kind is not Kind.EDITORIAL]
        data = comparison_data(comparison, source("before"), source("after"))
        return [
            each["fingerprint"]
            for each, change in zip(data["changes"], comparison.changes, strict=True)
            if change in kept
        ]

    text = after.read_text("utf-8").replace("compares_to: before.cjm.yaml\n", "")
    assert marks(text) == marks(
        text.replace("Takes the order", "Takes every order").replace("stages:", "tags: []\nstages:")
    )


def test_large_maps_are_told_in_every_form() -> None:
    comparison = compared(churned(7, LARGE, 60))
    assert len(comparison.changes) > 30
    shown = told(comparison, EVERYTHING, coverage=True)
    assert tree(shown)
    assert len(comparison_markdown([shown], LEAST)) <= LEAST
