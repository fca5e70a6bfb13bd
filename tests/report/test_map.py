"""The map in the terminal: pictures in files, and what holds for every map, width and encoding."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cjm
from cjm.errors import UsageError
from cjm.model.journey import Journey
from cjm.model.moment import Feeling, MomentOfTruth, Stage, Touchpoint
from cjm.model.opportunity import Gain, Pain
from cjm.render.labels import labels
from cjm.render.lanes import LANES
from cjm.render.layouts import lanes as drawn
from cjm.render.told import lanes as told
from cjm.render.told.styles import BAD, GOOD
from cjm.report.terminal.cells import cell_len
from cjm.report.terminal.map import map_text
from cjm.report.terminal.pen import PLAIN, Pen, choose
from tests import expected
from tests.journeys import journeys, make
from tests.texts import read

HERE = Path(__file__).parent / "maps"
SIGNS = frozenset("│┊┬┴┼┤─┈╌●○◆◇→└–\u200e") | set(map(chr, range(0x2800, 0x2900)))

FINE_PEN = Pen()


def shown(journey: Journey, width: int = 80, pen: Pen = FINE_PEN, lanes: tuple[str, ...] = (), lang: str = "") -> str:
    """The picture of a journey, plain."""
    words = labels(lang or journey.lang or "en")
    return "".join(text for text, _ in map_text(journey, words, pen, width, lanes))


def load(name: str) -> Journey:
    loaded = cjm.load(HERE / f"{name}.cjm.yaml", root=HERE)
    assert not loaded.findings
    return loaded.maps[0]


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_a_map_at_every_width(width: int) -> None:
    expected.check(HERE / f"lunch.{width}.txt", shown(load("lunch"), width))


def test_a_map_in_ascii() -> None:
    text = shown(load("lunch"), 80, choose("utf-8", wants_ascii=True))
    assert text.isascii()
    expected.check(HERE / "lunch.ascii.txt", text)


@pytest.mark.parametrize("name", ["przesylka", "scripts"])
def test_a_map_in_other_letters(name: str) -> None:
    expected.check(HERE / f"{name}.txt", shown(load(name), 80))


@settings(max_examples=100)
@given(journeys(), st.sampled_from([40, 57, 80, 120, 200]), st.sampled_from(["utf-8", "ascii", "cp1252"]))
def test_no_line_is_wider_than_asked(journey: Journey, width: int, encoding: str) -> None:
    text = shown(journey, width, choose(encoding, wants_ascii=False))
    assert [line for line in text.split("\n") if cell_len(line) > width] == []
    text.encode(encoding)


@settings(max_examples=40)
@given(journeys(), st.sampled_from([40, 120]))
def test_every_text_of_a_lane_is_there_in_full(journey: Journey, width: int) -> None:
    """Column by column, so that the words of a cell stand one after the other."""
    stages = tuple(Stage(id=stage.id, name=stage.name, does=stage.does) for stage in journey.stages)
    for stage in stages:
        text = shown(Journey(cjm=1, title="T", stages=(stage,)), width, lanes=("does",))
        told_in_cells = "".join(re.sub("(?s).*│", "", line) for line in text.split("\n") if "│" in line)
        for does in stage.does:
            assert _letters(does) in _letters(told_in_cells)


def _letters(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and char not in SIGNS and char != "—")


def test_every_lane_can_be_drawn_and_told() -> None:
    assert list(LANES) == list(drawn.BUILDS) == list(told.TELLS)
    journey = make(7, stages=3, touchpoints=3, longest=5)
    for key in LANES:
        assert shown(journey, 100, lanes=(key,))


def test_a_pain_is_severe_and_a_gain_is_worth_something() -> None:
    stage = Stage(
        id="s", pains=(Pain(id="p", text="Dear", severity=4),), gains=(Gain(id="g", text="Quick", severity=5),)
    )
    text = shown(Journey(cjm=1, title="T", stages=(stage,)), 100).replace("\u00a0", " ")
    assert "severity 4" in text
    assert "worth 5" in text


def test_lanes_are_chosen_and_ordered() -> None:
    text = shown(load("lunch"), 80, lanes=("pains", "touchpoints"))
    assert text.index("Pain points") < text.index("Touchpoints")
    assert "Doing" not in text
    with pytest.raises(UsageError, match=r"There is no lane ‘paints’\. Did you mean ‘pains’\?"):
        shown(load("lunch"), 80, lanes=("paints",))


def test_labels_come_in_another_language() -> None:
    assert "Irritants" in shown(load("lunch"), 80, lang="fr")


HOSTILE = "a\x1b[31mred\x1b]0;title\x07\u202eevil\u2066\u200f\x9b2J\x00\ud800"


def test_nothing_in_a_map_is_obeyed_by_the_terminal() -> None:
    touchpoint = Touchpoint(id="t", name=HOSTILE, does=(HOSTILE,), channel=(HOSTILE,), owner=HOSTILE)
    stage = Stage(id="s", name=HOSTILE, phase=HOSTILE, touchpoints=(touchpoint,), extra={"x-own": {HOSTILE: HOSTILE}})
    journey = Journey(cjm=1, title=HOSTILE, summary=(HOSTILE,), owner=HOSTILE, stages=(stage,))
    text = shown(journey, 100, lanes=("touchpoints", "does", "owner", "x-own"))
    kinds = {unicodedata.category(char) for char in text if char not in "\n\u200e"}
    assert kinds.isdisjoint({"Cc", "Cf", "Cs"})
    assert text.count("\ufffd[31mred") >= 6


@pytest.mark.parametrize(
    "text", ["x" * 10_000, "番" * 10_000, "e\u0301" * 10_000, "क्" * 10_000, "👩\u200d" * 5_000, "\u0301" * 10_000]
)
def test_endless_words_wrap(text: str) -> None:
    journey = Journey(cjm=1, title=text, stages=(Stage(id="s", name=text, does=(text,), feels=Feeling(emotion=text)),))
    assert max(map(cell_len, shown(journey, 60).split("\n"))) <= 60


def test_without_colour_feelings_and_assumptions_are_told_by_signs() -> None:
    head = "cjm: 1\ntitle: T\nresearch: [{id: r}]\nstages:\n"
    text = shown(read(f"{head}  - {{name: A, evidence: r, feels: -1}}\n  - {{name: B, feels: delighted}}\n").journey)
    assert "● −1" in text
    assert "○ +2 delighted" in text


def test_colour_is_there_for_feelings_and_pains() -> None:
    pieces = list(map_text(load("lunch"), labels("en"), Pen(), 120))
    styles = {
        wanted: {style for text, style in pieces if wanted in text} for wanted in ("+2 delighted", "−1.5 annoyed")
    }
    assert styles == {"+2 delighted": {GOOD}, "−1.5 annoyed": {BAD}}
    assert GOOD != BAD


def test_the_curve_runs_through_every_column_of_every_block() -> None:
    stages = tuple(Stage(id=f"s{index}", feels=Feeling(score=index % 3 - 1.0)) for index in range(9))
    text = shown(Journey(cjm=1, title="T", stages=stages), 80, lanes=("feels",))
    blocks = text.split("\n\n")[-5:]
    assert len([block for block in blocks if "┤" in block]) == 5
    for block in blocks[1:-1]:
        plot = [line.ljust(80) for line in block.split("\n") if re.match(r".{10,18}[┤│]", line)]
        start = plot[1].index("┤") + 1 if "┤" in plot[1] else plot[0].index("┤") + 1
        drawn = [any(line[cell] in SIGNS - set("│┈") for line in plot) for cell in range(start, start + 60)]
        assert all(drawn)


def test_a_moment_of_truth_has_a_sign_of_its_own_in_the_curve() -> None:
    stage = Stage(id="s", feels=Feeling(score=1), moment_of_truth=MomentOfTruth())
    assert "◇ Moment of truth" in shown(
        Journey(cjm=1, title="T", stages=(stage, Stage(id="t", feels=Feeling(score=2))))
    )


def test_stages_stay_whole_where_that_costs_no_block() -> None:
    def stage(name: str, count: int) -> Stage:
        return Stage(id=name, name=name, touchpoints=tuple(Touchpoint(id=f"{name}{index}") for index in range(count)))

    whole = shown(Journey(cjm=1, title="T", stages=(stage("First", 2), stage("Second", 2), stage("Third", 1))), 110)
    assert "…" not in whole
    parted = shown(Journey(cjm=1, title="T", stages=(stage("First", 1), stage("Second", 5))), 80)
    assert "… Second" in parted


def test_lanes_that_hold_nothing_in_a_block_are_left_out_there() -> None:
    stages = (*(Stage(id=f"s{index}", does=("Goes",)) for index in range(2)), Stage(id="last", thinks=("Hm",)))
    first, second = shown(Journey(cjm=1, title="T", stages=stages), 80).split("\n\n")[-2:]
    assert ("Doing" in first, "Thinking" in first) == (True, False)
    assert ("Doing" in second, "Thinking" in second) == (False, True)


def test_cells_stay_in_order_where_letters_run_to_the_left() -> None:
    stages = (Stage(id="a", does=("العميل",)), Stage(id="b", does=("ينتظر",)))
    text = shown(Journey(cjm=1, title="T", stages=stages), 80, lanes=("does",))
    (line,) = (line for line in text.split("\n") if "العميل" in line)
    assert line.count("\u200e│") == line.count("│") == 2
    assert "\u200e" not in shown(load("lunch"))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("“It’s 5 − 3 … so”", '"It\'s 5 - 3 ... so"'),
        ("« Où ? » déjà", '" Ou ? " deja'),
        ("Łódź, Straße, œuvre", "Lodz, Strasse, oeuvre"),
        ("番 ½", "?? 1/2"),
    ],
)
def test_letters_that_an_encoding_lacks_are_spelled_near(text: str, plain: str) -> None:
    assert Pen(PLAIN, "ascii").spell(text).replace("\u2044", "/") == plain


def test_ascii_leaves_the_letters_that_the_encoding_has() -> None:
    assert choose("utf-8", wants_ascii=True).spell("„Łódź” – 番") == '"Łódź" - 番'
    assert not choose("utf-8", wants_ascii=False).is_plain
    assert choose("latin-1", wants_ascii=False).is_plain
