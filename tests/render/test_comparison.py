"""The pictures of a comparison: everything in its place, everything that changed to be seen, on all kinds of pairs."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import combinations, pairwise
from pathlib import Path
from typing import get_args

import pytest

import cjm
from cjm.diff.change import Comparison, Direction, Kind
from cjm.diff.compare import compare
from cjm.errors import UsageError
from cjm.model.journey import Journey, Scale
from cjm.model.moment import Feeling, Stage, Step, Touchpoint
from cjm.model.opportunity import Opportunity, Pain
from cjm.render import comparison, style, svg
from cjm.render.labels import LANGUAGES, labels
from cjm.render.lanes import DETAILS, LANES, Detail, View
from cjm.render.layouts.foot import is_drawn
from cjm.render.scene import Box, Curve, Group, Line, Polygon, Rect, Scene, Shape, Text
from tests.kept import ROOT
from tests.render.test_laws import LOOK, elements, hostile, measured

VIEWS: tuple[View, ...] = get_args(View)


def load(name: str) -> Journey:
    (found,) = cjm.load(ROOT / "maps" / f"{name}.cjm.yaml", root=ROOT).maps
    return found


def feel(moment: Touchpoint, score: float) -> Touchpoint:
    return replace(moment, feels=Feeling(score=score, emotion="otherwise"))


def altered(journey: Journey) -> Journey:
    """A map of the project as it might become: stages in another order, other feelings, owners and names, fewer pains."""

    def touchpoint(at: int, each: Touchpoint) -> Touchpoint:
        each = feel(each, (each.feels.score or 0) + 1) if each.feels and at % 3 == 0 else each
        each = replace(each, pains=each.pains[1:]) if at % 2 else each
        return replace(each, owner="Somebody else") if each.owner and at % 4 == 1 else each

    stages = [
        replace(stage, touchpoints=tuple(touchpoint(at, each) for at, each in enumerate(stage.touchpoints, place)))
        for place, stage in enumerate(journey.stages)
    ]
    first, second, *rest = stages
    last = replace(rest[-1], touchpoints=(*rest[-1].touchpoints, *first.touchpoints[-1:]))
    first = replace(first, name=f"{first.name} – anew", touchpoints=first.touchpoints[:-1])
    return replace(journey, state="future", title=f"{journey.title} – anew", stages=(second, first, *rest[:-1], last))


CRAFTED = Journey(
    cjm=1,
    id="bike",
    title="Rent a bike",
    summary=("She waits for a code.",),
    stages=(
        Stage(id="find", name="Find", touchpoints=(Touchpoint(id="search", name="Search", feels=Feeling(score=1)),)),
        Stage(
            id="pay",
            name="Pay",
            touchpoints=(
                Touchpoint(
                    id="kiosk",
                    name="Kiosk",
                    channel=("kiosk",),
                    owner="Finance",
                    wait="10 min",
                    feels=Feeling(score=-2, emotion="angry"),
                    pains=(
                        Pain(id="refused", text="Refused twice", severity=4),
                        Pain(id="cold", text="Rain", severity=3),
                    ),
                    backstage=(Step(id="release", does=("Releases it",), actor="Clerk", automation="manual"),),
                    opportunities=(Opportunity(id="app", title="Pay in the app?", solves=("refused",), status="idea"),),
                ),
                Touchpoint(id="help", name="Ask for help", owner="Service", feels=Feeling(score=-1)),
            ),
        ),
        Stage(
            id="back", name="Back", touchpoints=(Touchpoint(id="dock", name="Find a free dock", owner="Operations"),)
        ),
    ),
)


def crafted() -> Journey:
    """Eight facts: a stage moved and one renamed, a touchpoint moved, the feeling, an owner, a step, a pain, a name."""
    find, pay, back = CRAFTED.stages
    kiosk, help_ = pay.touchpoints
    kiosk = replace(
        kiosk,
        owner="Operations",
        feels=Feeling(score=1, emotion="calm"),
        pains=(replace(kiosk.pains[1], severity=1),),
        backstage=(replace(kiosk.backstage[0], automation="automated", fallback=("A clerk",)),),
        opportunities=(replace(kiosk.opportunities[0], status="planned"),),
    )
    dock = replace(back.touchpoints[0], name="Find a dock that is free")
    stages = (
        replace(pay, touchpoints=(kiosk,)),
        find,
        replace(back, name="Bring it back", touchpoints=(dock, replace(help_, opportunities=()))),
    )
    return replace(CRAFTED, state="future", summary=("She rides off at once.",), stages=stages)


def hebrew(journey: Journey) -> Journey:
    stages = tuple(replace(stage, name=f"שלב {place}") for place, stage in enumerate(journey.stages))
    return replace(journey, lang="he", title="להשכיר אופניים", stages=stages)


PAIRS = {
    "office": lambda: (load("office-phone.current"), load("office-phone.future")),
    "crafted": lambda: (CRAFTED, crafted()),
    "backwards": lambda: (crafted(), CRAFTED),
    "polish": lambda: (load("park-rozrywki.current"), altered(load("park-rozrywki.current"))),
    "french": lambda: (load("concession.current"), altered(load("concession.current"))),
    "romanian": lambda: (load("abonament-espressor.current"), altered(load("abonament-espressor.current"))),
    "stacked": lambda: (load("enseigne.touchpoints"), altered(load("enseigne.touchpoints"))),
    "strangers": lambda: (CRAFTED, load("concession.current")),
    "itself": lambda: (CRAFTED, CRAFTED),
    "two stages": lambda: (
        replace(CRAFTED, stages=CRAFTED.stages[:2]),
        replace(CRAFTED, stages=(CRAFTED.stages[1], CRAFTED.stages[0])),
    ),
    "hebrew": lambda: (hebrew(CRAFTED), hebrew(crafted())),
    "scales": lambda: (CRAFTED, replace(crafted(), scale=Scale(min=0, max=10))),
    "nothing before": lambda: (Journey(cjm=1, title="", stages=()), CRAFTED),
}


@cache
def compared(name: str) -> Comparison:
    return compare(*PAIRS[name]())


@cache
def pages(name: str, view: View, detail: Detail = "standard", lanes: tuple[str, ...] = ()) -> tuple[Scene, ...]:
    return comparison(compared(name), LOOK, view=view, detail=detail, lanes=lanes)


def picture(name: str, view: View = "overlay", detail: Detail = "standard", lanes: tuple[str, ...] = ()) -> Scene:
    (found,) = pages(name, view, detail, lanes)
    return found


def groups(scene: Scene, *kinds: str) -> list[Group]:
    return [each for each in scene.walk() if isinstance(each, Group) and (not kinds or each.kind in kinds)]


def lane(scene: Scene, key: str) -> Group:
    (found,) = (each for each in groups(scene, "lane") if each.address == f"lane/{key}")
    return found


def within(group: Group) -> Iterator[Shape]:
    yield from Scene("", "", "", "", 0, 0, group.children).walk()


def texts(group: Group) -> list[str]:
    return [shape.source.replace("\u00a0", " ") for shape in within(group) if isinstance(shape, Text)]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", PAIRS)
def test_everything_lies_on_the_page_and_no_text_on_another(name: str, view: View) -> None:
    for drawn in pages(name, view, "full"):
        is_right(drawn)


def is_right(drawn: Scene) -> None:
    page = Rect(0, 0, drawn.width, drawn.height)
    inks = []
    for text in drawn.texts():
        size = LOOK.theme.types[text.role].size
        assert page.holds(text.box), text
        inks += [Rect(row.x, row.baseline - 0.75 * size, row.width, size) for row in text.rows]
    for shape in drawn.walk():
        if isinstance(shape, Box):
            assert page.holds(shape.rect), shape
        elif isinstance(shape, Polygon):
            assert all(0 <= x <= drawn.width and 0 <= y <= drawn.height for x, y in shape.points), shape
    inks.sort(key=lambda ink: ink.y)
    for place, ink in enumerate(inks):
        for other in inks[place + 1 :]:
            if other.y > ink.bottom:
                break
            assert not ink.overlaps(other, slack=0.5), (ink, other)


@pytest.mark.judge("chromium")
@pytest.mark.parametrize("view", VIEWS)
def test_chromium_sets_every_text_in_its_box_and_none_on_another(view: View, tmp_path: Path) -> None:
    names = ["office", "crafted", "polish", "french", "romanian", "stacked"]
    scenes = [page for name in names for page in pages(name, view)]
    pictures = [svg([each], LOOK, fonts="embed" if place == 0 else "system") for place, each in enumerate(scenes)]
    for drawn, told in zip(scenes, measured(pictures, tmp_path), strict=True):
        rows = [(text, row) for text in drawn.texts() for row in text.rows if row.text]
        assert [row.text for _, row in rows] == [words for words, *_ in told]
        for (text, row), (_, advance, x, width) in zip(rows, told, strict=True):
            size = LOOK.theme.types[text.role].size
            assert abs(advance - row.width) <= 0.005 * row.width, row
            assert text.box.holds(Rect(x, row.baseline - 0.75 * size, width, size), slack=1.5), row


@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", [name for name in PAIRS if name != "stacked"])
def test_every_change_is_seen_by_its_address_or_counted(name: str, view: View, detail: Detail) -> None:
    found, (drawn, *more) = compared(name), pages(name, view, detail)
    lanes = {each.address.removeprefix("lane/") for each in groups(drawn, "lane")}
    seen = {each.address.rpartition(":")[2] for page in (drawn, *more) for each in groups(page)}
    foot = " ".join(text for each in groups(drawn, "elsewhere") for text in texts(each))
    head = " ".join(text for each in groups(drawn, "head") for text in texts(each))
    hidden = [change for change in found.shown() if not is_drawn(change, lanes)]
    for change in found.shown():
        if change not in hidden:
            assert change.element.address in seen, change
        elif not change.here.moment and change.element.type != "map" and not change.field:
            assert change.element.name in foot, change
        elif change.field == "title" and change.element.type == "map":
            assert all(str(side.value) in head for side in (change.before, change.after) if side)
    counted = sum(1 for change in hidden if change.here.moment)
    assert sum(int(word) for word in foot.replace("·", " ").split() if word.isdigit()) >= counted


@pytest.mark.parametrize("name", PAIRS)
def test_pages_in_turn_have_the_same_things_in_the_same_places(name: str) -> None:
    one, other = pages(name, "in-turn")
    assert (one.width, one.height) == (other.width, other.height)
    assert one.turn
    rules = [
        [shape for shape in page.walk() if isinstance(shape, Line) and shape.role == "rule"] for page in (one, other)
    ]
    assert rules[0] == rules[1]
    middles = [
        [shape.start[1] for shape in page.walk() if isinstance(shape, Line) and shape.role == "neutral"]
        for page in (one, other)
    ]
    assert len({y for found in middles for y in found}) <= 1
    assert lane_texts(one) == lane_texts(other)


def lane_texts(scene: Scene) -> list[tuple[str, Rect]]:
    """The names of the lanes, and where they stand."""
    return [
        (text.source, text.box)
        for group in groups(scene, "lane")
        for text in group.children
        if isinstance(text, Text) and text.role == "lane"
    ]


@pytest.mark.parametrize("view", VIEWS)
def test_the_same_bytes_twice_and_no_id_twice(view: View) -> None:
    found = compared("office")
    ones, others = (
        [svg([page], LOOK, fonts="system") for page in comparison(found, LOOK, view=view)] for _ in range(2)
    )
    assert ones == others
    nodes = [node for page in ones for node in elements(page)]
    ids = [node.get("id") for node in nodes if node.get("id")]
    assert len(ids) == len(set(ids))
    addresses = {node.get("data-address") or "" for node in nodes} - {""}
    assert {each.split(":")[0] for each in addresses if ":" in each} == {"office-phone@current", "office-phone@future"}


def test_two_versions_of_one_map_do_not_share_addresses() -> None:
    before = replace(crafted(), state="current")
    (drawn,) = comparison(compare(before, CRAFTED), LOOK)
    seen = {each.address for each in groups(drawn)}
    assert {"touchpoint/help", "before:touchpoint/help", "stage/find", "before:stage/find"} <= seen
    assert drawn.name == "bike-current-compared"


def test_what_was_eight_facts_is_seen_as_eight() -> None:
    drawn = picture("crafted")
    assert [each.label for each in groups(drawn, "move")] == ["Find", "Ask for help"]
    told = texts(lane(drawn, "touchpoints"))
    assert {"was: Find a free dock", "from: Pay", "now in: Bring it back"} <= set(told)
    assert "was: Back" in texts(lane(drawn, "stages"))
    assert "−2 → +1" in texts(lane(drawn, "feels"))
    assert texts(lane(drawn, "pains")) == ["Pain points", "Gone", "Refused twice", "Rain", "severity 3 → 1"]
    assert "manual → automated" in texts(lane(drawn, "backstage"))
    assert "Finance → Operations" in texts(lane(drawn, "owner"))


def test_texts_and_hand_offs_are_told_by_what_happened_to_them() -> None:
    told = texts(lane(picture("office", detail="full"), "physical_evidence"))
    assert told[told.index("A poster for the front desk") - 1] == "New"
    assert "Changed" not in told
    alone = texts(lane(picture("crafted", lanes=("touchpoints",)), "touchpoints"))
    assert "Finance → Operations" in alone


def test_gone_is_struck_through_and_new_is_not() -> None:
    struck = [shape for shape in within(lane(picture("crafted"), "pains")) if getattr(shape, "role", "") == "strike"]
    (gone,) = (text for text in picture("crafted").texts() if text.source == "Refused twice")
    lines = [line for line in struck if isinstance(line, Line)]
    assert len(lines) == len(gone.rows) > 0
    for line, row in zip(lines, gone.rows, strict=True):
        assert (line.start[0], line.end[0]) == (row.x, row.x + row.width)
        assert row.baseline - 6 < line.start[1] == line.end[1] < row.baseline
    undone = [shape for shape in within(lane(picture("backwards"), "pains")) if getattr(shape, "role", "") == "strike"]
    assert not undone
    assert "New" in texts(lane(picture("backwards"), "pains"))


@pytest.mark.parametrize(("name", "role"), [("crafted", "better"), ("backwards", "worse")])
def test_the_area_between_the_curves_is_shaded_and_hatched_the_way_it_went(name: str, role: str) -> None:
    shapes = list(within(lane(picture(name), "feels")))
    shades = [shape for shape in shapes if isinstance(shape, Curve) and shape.closed]
    assert {shape.role for shape in shades} == {role}
    hatches = [shape for shape in shapes if isinstance(shape, Line) and shape.role == f"{role}-hatch"]
    assert hatches
    assert all((line.end[1] < line.start[1]) == (role == "better") for line in hatches)
    ends = [point[1] for shade in shades for piece in shade.pieces for point in piece]
    assert all(min(ends) <= y <= max(ends) for line in hatches for _, y in (line.start, line.end))


@pytest.mark.parametrize("name", ["office", "crafted", "strangers", "hebrew"])
def test_arrows_cross_no_text(name: str) -> None:
    drawn = picture(name, detail="full")
    inks = [Rect(row.x, row.baseline - 8, row.width, 8) for text in drawn.texts() for row in text.rows]
    for arrow in groups(drawn, "move"):
        for curve in (shape for shape in arrow.children if isinstance(shape, Curve)):
            points = [curve.start, *(piece[2] for piece in curve.pieces)]
            for (x1, y1), (x2, y2) in pairwise(points):
                way = Rect(min(x1, x2), min(y1, y2), abs(x2 - x1) + 0.1, abs(y2 - y1) + 0.1)
                assert not any(way.overlaps(ink, slack=0) for ink in inks), arrow.label


def test_both_rows_of_a_lane_line_up() -> None:
    drawn = picture("office", "side-by-side")
    for group in groups(drawn, "lane"):
        rows = [each for each in group.children if isinstance(each, Group) and each.kind == "row"]
        found = [
            {each.address.rpartition(":")[2]: [shape.rect.x for shape in within(each) if isinstance(shape, Box)][:1]
             for each in within(row) if isinstance(each, Group) and each.kind == "cell"}
            for row in rows
        ]  # fmt: skip
        for one, other in combinations(found, 2):
            assert all(one[address] == other[address] for address in one.keys() & other.keys())


def test_lanes_are_those_in_which_something_changed() -> None:
    keys = [each.address.removeprefix("lane/") for each in groups(picture("crafted"), "lane")]
    assert keys == ["stages", "touchpoints", "feels", "pains", "opportunities", "backstage", "owner"]
    chosen = picture("crafted", lanes=("pains", "touchpoints"))
    assert [each.address for each in groups(chosen, "lane")] == ["lane/stages", "lane/pains", "lane/touchpoints"]
    every = picture("office", lanes=tuple(LANES))
    assert len(groups(every, "lane")) > 15


def test_nothing_changed_is_said() -> None:
    drawn = picture("itself")
    assert "Nothing changed." in [text.source for text in drawn.texts()]
    roles = {getattr(shape, "role", "") for shape in drawn.walk()}
    assert not roles & {"told", "gone", "better", "worse", "strike", "move"}


def test_the_figures_are_those_of_the_summary() -> None:
    labels = [each.label for each in groups(picture("crafted"), "figure")]
    assert labels[-3:] == ["Pain points: 2 → 1", "Hand-offs: 2 → 1", "Automated steps: 0 → 1"]
    assert sum(int(label.split(": ")[1]) for label in labels[:-4]) == len(compared("crafted").shown())
    assert "Pain points 2 → 1" in picture("crafted").description


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_theme_and_language_has_all_it_needs(theme: str, lang: str) -> None:
    look = style(theme)
    scenes = comparison(compared("crafted"), look, lang=lang, detail="full")
    svg(scenes, look, fonts="system").encode()
    names = {each.label.split(":")[0] for each in groups(scenes[0], "figure")}
    english = {each.label.split(":")[0] for each in groups(picture("crafted"), "figure")}
    assert (names == english) == (lang == "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_kinds_and_directions_have_words_in_every_language(lang: str) -> None:
    own = tomllib.loads(files("cjm.render").joinpath("languages", f"{lang}.toml").read_text("utf-8"))["changes"]
    english = labels("en").tables["changes"]
    assert own.keys() == english.keys()
    assert {*map(str, Kind), *map(str, Direction)} - {"editorial"} <= own.keys()
    assert all(word.count("{}") == str(english[key]).count("{}") for key, word in own.items())


def test_hostile_text_stays_text() -> None:
    found = compare(hostile(CRAFTED), hostile(crafted()))
    plain, text = (svg(comparison(each, LOOK), LOOK, fonts="system") for each in (compared("crafted"), found))
    assert {node.tag for node in elements(text)} == {node.tag for node in elements(plain)}
    assert "<script" not in text


@pytest.mark.parametrize("wrong", [{"view": "slider"}, {"lanes": ("pain",)}, {"lang": "xx"}, {"detail": "more"}])
def test_what_does_not_exist_is_told(wrong: dict[str, object]) -> None:
    with pytest.raises(UsageError, match=r"There (is|are) no"):
        comparison(compared("crafted"), LOOK, **wrong)  # type: ignore[arg-type]
