"""Small multiples: every figure of a history in a panel of its own, on one time axis, on a page of the shape of a slide."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.diff.history import History, Version, follow
from cjm.errors import UsageError
from cjm.model.journey import Journey
from cjm.render import multiples, style, svg
from cjm.render.labels import LANGUAGES, labels
from cjm.render.layouts.timeline import Timeline
from cjm.render.logo import Logo
from cjm.render.scene import Dot, Group, Line, Picture, Polygon, Rect, Scene, Text
from cjm.render.theme import names
from tests.journeys import make
from tests.texts import read

LOOK = style("light")
START = datetime(2026, 1, 15, 12, tzinfo=UTC)

MAP = """cjm: 1
id: shop
title: A visit to the shop
stages:
  - name: Enter
    owner: Sales
    feels: -1
    pains: [Slow, {text: Dear, status: mitigated}]
    metrics:
      csat: {value: 52, target: 70}
      wait: {value: 12 minutes}
      volume: {value: 1200}
  - {name: Pay, owner: Finance, feels: 1}
"""


def history(*journeys: Journey | None, days: Sequence[float] = ()) -> History:
    """Versions of these days; without them thirty days apart."""
    return follow(
        Version(
            f"{place:040x}", START + timedelta(days[place] if days else place * 30), "A change", "m.cjm.yaml", journey
        )
        for place, journey in enumerate(journeys)
    )


def told(*texts: str | None, days: Sequence[float] = ()) -> History:
    return history(*(read(text).journey if text else None for text in texts), days=days)


def scene(found: History, lang: str = "", look: str = "light") -> Scene:
    (drawn,) = multiples(found, style(look), lang=lang)
    return drawn


def panels(drawn: Scene) -> list[Group]:
    return [shape for shape in drawn.children if isinstance(shape, Group) and shape.kind == "panel"]


def texts(group: Group) -> list[str]:
    return [child.source for child in group.children if isinstance(child, Text)]


def course(group: Group) -> list[Line]:
    return [child for child in group.children if isinstance(child, Line) and child.role == "spark"]


def marks(group: Group) -> list[float]:
    """Where the versions are marked, from left to right; the last one twice."""
    dots = [child for child in group.children if isinstance(child, Dot) and child.role != "sign-neutral"]
    return sorted(dot.centre[0] for dot in dots)


def rows(drawn: Scene) -> list[Rect]:
    return [
        Rect(row.x, row.baseline - 0.75 * size, row.width, size)
        for text in drawn.texts()
        for size in [LOOK.theme.types[text.role].size]
        for row in text.rows
    ]


LATER = (
    MAP.replace("feels: -1", "feels: 0").replace("Slow, ", "").replace("52", "61").replace("12 minutes", "15 minutes")
)


def test_a_panel_for_each_figure() -> None:
    drawn = scene(told(MAP, LATER.replace("1200", "1300")))
    assert [panel.label for panel in panels(drawn)] == [
        "Feeling: 0 → +0.5, better",
        "Pain points: 2 → 1, better",
        "Open pain points: 1 → 0, better",
        "Hand-offs: 1, unchanged",
        "Satisfaction (CSAT), Enter: 52 → 61, better",
        "Waiting time, Enter: 12 → 15\u00a0minutes, worse",
        "Volume, Enter: 1200 → 1300, not judged",
    ]
    assert panels(drawn)[4].address.startswith("stage/enter/")
    assert panels(drawn)[4].details == (("2026-01-15", "52"), ("2026-02-14", "61"))
    assert drawn.name == "shop-current-history"
    assert "Pain points: 2 → 1, better" in drawn.description


def test_the_head_counts_what_became_better_and_worse() -> None:
    drawn = scene(told(MAP, LATER))
    (head,) = (shape for shape in drawn.children if isinstance(shape, Group) and shape.kind == "head")
    found = Scene("", "", "", "", 0, 0, (head,))
    assert [text.source for text in found.texts()] == [
        "Current state", "A visit to the shop", "Versions", "2", "Period", "2026-01-15 – 2026-02-14",
        "Better", "4", "Worse", "1", "Unchanged", "2",
    ]  # fmt: skip


def test_a_target_is_a_line_and_a_word() -> None:
    drawn = scene(told(MAP, LATER))
    csat, wait = panels(drawn)[4:6]
    assert "Enter · target 70" in texts(csat)
    (line,) = (child for child in csat.children if isinstance(child, Line) and child.role == "target")
    assert line.start[1] < min(end for each in course(csat) for end in (each.start[1], each.end[1]))
    assert not [child for child in wait.children if isinstance(child, Line) and child.role == "target"]


def test_places_are_by_date_and_the_same_in_all_panels() -> None:
    drawn = panels(scene(told(MAP, LATER, MAP, days=(0, 30, 300))))
    first, second, third, last = marks(drawn[0])
    assert third == last
    assert (second - first) / (third - first) == pytest.approx(0.1)
    for panel in drawn:
        own = marks(panel)
        assert [x - own[0] for x in own] == pytest.approx([x - first for x in (first, second, third, last)])


def test_a_version_that_cannot_be_read_parts_no_line_and_one_without_the_figure_does() -> None:
    without = MAP.replace("csat: {value: 52, target: 70}", "nps: 3")
    unread, parted = (panels(scene(told(MAP, each, LATER))) for each in (None, without))
    assert "csat" not in without

    def wide(panel: Group) -> float:
        return sum(abs(line.end[0] - line.start[0]) for line in course(panel))

    of_csat = [next(panel for panel in found if "CSAT" in panel.label) for found in (unread, parted)]
    assert wide(of_csat[0]) > 100
    assert wide(of_csat[1]) == 0


def test_marks_that_would_touch_are_left_out() -> None:
    few, many = (len(marks(panels(scene(told(*[MAP, LATER] * count, days=range(2 * count))))[3])) for count in (5, 100))
    assert few == 11
    assert 11 < many < 100


@pytest.mark.parametrize("count", [1, 2, 7, 12, 30])
def test_a_page_of_the_shape_of_a_slide_with_panels_of_one_size(count: int) -> None:
    metrics = ", ".join(f"{{id: m{number}, name: Metric {number}, value: {number}}}" for number in range(count))
    drawn = scene(told(f"{MAP}metrics: [{metrics}]\n", LATER))
    assert drawn.width / drawn.height == pytest.approx(16 / 9)
    tops = [panel.children[0] for panel in panels(drawn)]
    assert all(isinstance(top, Line) for top in tops)
    wide = {round(top.end[0] - top.start[0], 6) for top in tops if isinstance(top, Line)}
    assert len(wide) == 1
    assert wide.pop() >= 176


def test_a_trifle_does_not_look_like_a_collapse() -> None:
    drawn = panels(scene(told(MAP, MAP.replace("52", "51"))))
    csat = next(panel for panel in drawn if "CSAT" in panel.label)
    deep = max(abs(line.end[1] - line.start[1]) for line in course(csat))
    ground = [child for child in csat.children if isinstance(child, Line) and child.role == "grid"]
    high = max(abs(line.end[1] - line.start[1]) for line in ground)
    assert 0 < deep < 0.1 * high


def test_better_and_worse_are_told_by_their_form() -> None:
    up, down = (
        next(child for child in panel.children if isinstance(child, Polygon))
        for panel in (panels(scene(told(MAP, LATER)))[index] for index in (0, 5))
    )
    assert (up.role, down.role) == ("sign-improved", "sign-worsened")
    tips = [[y for _, y in sign.points].count(min(y for _, y in sign.points)) for sign in (up, down)]
    assert tips == [1, 2]  # corners at the top: one points up, two are a base


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_the_words(lang: str) -> None:
    drawn = scene(told(MAP, LATER), lang)
    words = labels(lang)
    assert panels(drawn)[3].label.startswith(words.word("history", "handoffs"))
    if lang != "en":
        english = labels("en").tables["history"]
        assert [key for key in english if words.word("history", key) == english[key]] in ([], ["versions"])


def test_from_right_to_left_time_runs_that_way() -> None:
    found = told(f"lang: ar\n{MAP}", f"lang: ar\n{LATER}")
    feeling = panels(scene(found))[0]
    last = next(child for child in feeling.children if isinstance(child, Dot) and child.role == "point-high")
    assert last.centre[0] == marks(feeling)[0]
    assert "← 0" in texts(feeling)


@pytest.mark.parametrize("look", names())
def test_every_theme_draws_it(look: str) -> None:
    assert "Pain points" in svg(multiples(told(MAP, LATER), style(look)), style(look), fonts="system")


def test_the_logo_of_the_theme() -> None:
    logo = Logo("image/png", b"", 200, 100)
    look = replace(LOOK, theme=replace(LOOK.theme, logo=logo))
    (drawn,) = multiples(told(MAP, LATER), look)
    (picture,) = (shape for shape in drawn.walk() if isinstance(shape, Picture))
    assert picture.rect.right == pytest.approx(drawn.width - 40)


def test_nothing_to_draw() -> None:
    with pytest.raises(UsageError, match="No version of this map can be read"):
        multiples(told(None, None), LOOK)
    with pytest.raises(UsageError, match="no labels"):
        multiples(told(MAP), LOOK, lang="xx")


@given(st.integers(0, 10_000), st.integers(1, 4), st.integers(1, 5), st.sampled_from([5, 60]))
def test_no_text_leaves_the_page_or_stands_on_another(seed: int, count: int, stages: int, longest: int) -> None:
    drawn = scene(history(*(make(seed + place, stages, 2, longest) for place in range(count))))
    page, found = Rect(0, 0, drawn.width, drawn.height), sorted(rows(drawn), key=lambda row: row.y)
    for place, row in enumerate(found):
        assert page.holds(row)
        for other in found[place + 1 :]:
            if other.y > row.bottom:
                break
            assert not row.overlaps(other, slack=0.5)


def at(*days: float) -> Timeline:
    return Timeline(tuple(START + timedelta(day) for day in days))


@pytest.mark.parametrize(
    ("days", "most", "ticks"),
    [
        ((0, 100), 4, ["2026-02", "2026-03", "2026-04"]),
        ((0, 100), 2, ["2026-01-15", "2026-04-25"]),
        ((0, 300), 4, ["2026-04", "2026-07", "2026-10"]),
        ((0, 1500), 5, ["2027", "2028", "2029", "2030"]),
        ((0, 30000), 5, ["2030", "2040", "2050", "2060", "2070", "2080", "2090", "2100"][1::2]),
        ((0, 20), 4, ["2026-01-15", "2026-02-04"]),
        ((0, 0.1), 4, ["2026-01-15"]),
    ],
)
def test_ticks(days: Sequence[float], most: int, ticks: list[str]) -> None:
    found = at(*days).ticks(most)
    assert [text for _, text in found] == ticks
    assert [place for place, _ in found] == sorted(place for place, _ in found)


def test_versions_of_one_moment_stand_side_by_side() -> None:
    assert at(0, 0, 0).places == (0, 0.5, 1)
    assert at(0).places == (0,)


def test_a_version_committed_out_of_turn_does_not_go_back() -> None:
    assert at(0, 10, 5, 20).places == (0, 0.5, 0.5, 1)


def test_the_same_picture_twice() -> None:
    first, second = (svg(multiples(told(MAP, LATER), LOOK), LOOK, fonts="embed") for _ in range(2))
    assert first == second
