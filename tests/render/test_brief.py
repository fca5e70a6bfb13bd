"""The short pages: all that matters on one page, whatever the map; nothing clipped, overlapping or lost unsaid."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.diff.compare import compare
from cjm.diff.whole import whole as alone
from cjm.errors import UsageError
from cjm.figures import essence
from cjm.model.journey import Goals, Journey
from cjm.model.moment import MomentOfTruth, Stage, Touchpoint
from cjm.model.opportunity import Opportunity, Pain
from cjm.model.vocabulary import LANGUAGES
from cjm.render import decisive, lay_out, summary, svg
from cjm.render.cut import bounds
from cjm.render.labels import labels
from cjm.render.scene import Group, Rect, Scene
from cjm.render.sizes import SIZES, paper, spelled
from tests.decks import LOOK
from tests.journeys import make
from tests.kept import MAPS, journey
from tests.render.test_laws import measured
from tests.render.test_pages import NAMES, check

PAPERS = (*NAMES, "720x405")
named = pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name.removesuffix(".cjm.yaml"))
made = st.builds(make, st.integers(0, 1 << 32), st.integers(1, 6), st.integers(0, 4), st.sampled_from((1, 60)))


def groups(scene: Scene, kind: str) -> list[Group]:
    return [each for each in scene.walk() if isinstance(each, Group) and each.kind == kind]


def words(scene: Scene) -> str:
    return "\n".join(" ".join(text.source.split()) for text in scene.texts())


def whole(pages: tuple[Scene, ...], size: str) -> None:
    """What holds for short pages: they are of their size, and all that is on them is readable."""
    for page in pages:
        check((page,), size)
        assert page.title
        assert page.description


@pytest.mark.parametrize("size", PAPERS)
@named
def test_a_summary_is_one_readable_page(path: Path, size: str) -> None:
    told = journey(path)
    pages = summary(told, LOOK, size=size)
    assert len(pages) == 1
    whole(pages, size)
    assert told.title in words(pages[0])
    assert summary(told, LOOK, size=size) == pages
    names = {page.name for page in (*pages, *lay_out((told,), LOOK, size=size))}
    assert len(names) == 1 + len(lay_out((told,), LOOK, size=size))


@pytest.mark.parametrize("lang", LANGUAGES)
@named
def test_a_summary_in_every_language(path: Path, lang: str) -> None:
    (page,) = summary(journey(path), LOOK, lang=lang)
    whole((page,), "16:9")
    lists = [group.label for group in groups(page, "list")]
    known = {labels(lang).word("brief", key) for key in ("figures", "truths", "hurts", "works")}
    assert set(lists) <= known | {labels(lang).lane("opportunities")}


@named
def test_what_a_list_does_not_show_is_counted(path: Path) -> None:
    told = journey(path)
    (page,) = summary(told, LOOK)
    lists = {group.label: group for group in groups(page, "list")}
    for key, found in (("hurts", essence.hurts(told)), ("works", essence.works(told))):
        name = labels(told.lang or "en").word("brief", key)
        name = name if name in lists else labels(told.lang or "en").lane("opportunities")
        assert name in lists or not found
        shown = [each.label for each in lists[name].children if isinstance(each, Group)] if name in lists else []
        every = [getattr(each, "pain", each) for each in found]
        assert shown == [getattr(each, "text", getattr(each, "title", "")) for each in every][: len(shown)]
        more = labels(told.lang or "en").fill("prose", "more", str(len(found) - len(shown)))
        assert (more in words(page)) == (len(shown) < len(found))
        assert shown or not found


@pytest.mark.parametrize("size", PAPERS)
@named
def test_a_page_for_each_moment_of_truth(path: Path, size: str) -> None:
    told = journey(path)
    found = essence.truths(told)
    if not found:
        with pytest.raises(UsageError, match="moment_of_truth"):
            decisive(told, LOOK, size=size)
        return
    pages = decisive(told, LOOK, size=size)
    whole(pages, size)
    assert len({page.name for page in pages}) == len(pages) == len(found)
    for page, (stage, moment) in zip(pages, found, strict=True):
        text = words(page)
        assert page.title in text
        assert stage is moment or stage.name in text
        assert all(why in text for why in moment.moment_of_truth.why)  # type: ignore[union-attr]


@settings(max_examples=25)
@given(told=made, size=st.sampled_from(PAPERS))
def test_any_map_has_a_summary(told: Journey, size: str) -> None:
    whole(summary(told, LOOK, size=size), size)


@settings(max_examples=25)
@given(told=made, size=st.sampled_from(PAPERS))
def test_any_moment_of_truth_has_a_page(told: Journey, size: str) -> None:
    if essence.truths(told):
        whole(decisive(told, LOOK, size=size), size)


@settings(max_examples=15)
@given(before=made, after=made, size=st.sampled_from(PAPERS))
def test_any_comparison_has_a_summary(before: Journey, after: Journey, size: str) -> None:
    whole(summary(compare(before, after), LOOK, size=size), size)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", PAPERS)
def test_the_summary_of_a_comparison(size: str, lang: str) -> None:
    both = compare(*(journey(path) for path in MAPS if path.name.startswith("office-phone")))
    (page,) = summary(both, LOOK, size=size, lang=lang)
    whole((page,), size)
    text = words(page)
    assert f"{both.summary.improved} {labels(lang).word('changes', 'improved')}" in text
    assert f"{both.summary.worsened} {labels(lang).word('changes', 'worsened')}" in text
    lists = {group.label: group for group in groups(page, "list")}
    assert labels(lang).word("brief", "better") in lists
    assert labels(lang).word("brief", "worse") in lists


@pytest.mark.parametrize("is_new", [True, False])
@named
def test_a_map_that_is_new_or_gone_is_summed_up_too(path: Path, is_new: bool) -> None:  # noqa: FBT001
    (page,) = summary(alone(journey(path), is_new=is_new), LOOK)
    whole((page,), "16:9")


def test_the_largest_improvements_come_first() -> None:
    both = compare(*(journey(path) for path in MAPS if path.name.startswith("office-phone")))
    (page,) = summary(both, LOOK)
    better = next(each for each in groups(page, "list") if each.label == labels("en").word("brief", "better"))
    shown = [each.label for each in better.children if isinstance(each, Group)]
    assert shown[:2] == ["Keep the old numbers", "Call for help"]  # the moments of truth


def test_the_curve_stands_over_the_stages() -> None:
    (page,) = summary(journey(next(path for path in MAPS if path.name.startswith("park"))), LOOK)
    stages = groups(page, "stage")
    assert len({round(group.children[0].rect.width, 2) for group in stages}) == 1  # type: ignore[union-attr]
    assert len(groups(page, "cell")) > len(stages)


def test_an_almost_empty_map_has_a_summary() -> None:
    told = Journey(cjm=1, title="Tea", stages=(Stage(name="Boil", id="boil"),))
    (page,) = summary(told, LOOK)
    whole((page,), "16:9")
    assert not groups(page, "list")


def test_what_never_fits_is_named() -> None:
    endless = " ".join(["endless"] * 400)
    pains = tuple(Pain(text=" ".join([endless] * 5), severity=5) for _ in range(3))
    told = Journey(
        cjm=1, title=endless, goals=Goals(customer=(endless,)), stages=(Stage(name="Boil", id="boil", pains=pains),)
    )
    (page,) = summary(told, LOOK)
    whole((page,), "16:9")
    assert labels("en").fill("brief", "also", f"{labels('en').word('brief', 'hurts')} (3)") in words(page)


def test_pains_by_weight_and_chosen_works_first() -> None:
    told = journey(next(path for path in MAPS if path.name.startswith("office-phone.current")))
    weights = [(each.pain.severity or 3) * (each.pain.frequency or 3) for each in essence.hurts(told)]
    assert weights == sorted(weights, reverse=True)
    ranks = [("in_progress", "planned", "done", "idea").index(each.status or "idea") for each in essence.works(told)]
    assert ranks == sorted(ranks)


def test_mere_ideas_are_not_said_to_be_done() -> None:
    stage = Stage(name="Boil", id="boil", opportunities=(Opportunity(title="How might we?", status="idea"),))
    told = Journey(cjm=1, title="Tea", stages=(stage,))
    (page,) = summary(told, LOOK)
    assert [each.label for each in groups(page, "list")] == [labels("en").lane("opportunities")]


@named
def test_a_page_from_right_to_left(path: Path) -> None:
    told = replace(journey(path), lang="he")
    (page,), (plain,) = summary(told, LOOK), summary(journey(path), LOOK, lang="en")
    whole((page,), "16:9")
    tags = [bounds(groups(each, "state")[0]) for each in (plain, page)]
    assert tags[0].x > page.width / 2 > tags[1].right


def test_a_moment_without_research_says_so() -> None:
    moment = Touchpoint(id="pour", name="Pour", moment_of_truth=MomentOfTruth())
    told = Journey(cjm=1, title="Tea", stages=(Stage(name="Boil", id="boil", touchpoints=(moment,)),))
    (page,) = decisive(told, LOOK)
    assert labels("en").word("marks", "assumption") in words(page)
    known = replace(moment, evidence=("diaries",))
    (page,) = decisive(replace(told, stages=(replace(told.stages[0], touchpoints=(known,)),)), LOOK)
    assert "Evidence: diaries" in words(page)


@pytest.mark.parametrize("name", SIZES)
def test_sizes_are_spelled(name: str) -> None:
    assert spelled(*paper(name)) == name
    assert spelled(720, 405) == "720x405"
    assert paper("720x405.5") == (720, 405.5)


@pytest.mark.parametrize("size", ["", "0x0", "16:10", "100x100", "axb"])
def test_no_other_size(size: str) -> None:
    with pytest.raises(UsageError):
        paper(size)


def test_larger_paper_has_larger_type() -> None:
    told = journey(MAPS[0])
    shares = [summary(told, LOOK, size=size)[0].shrink for size in ("720x405", "16:9", "A3")]
    assert shares == sorted(shares)
    assert shares[0] < shares[1] < shares[2]
    assert all(Rect(0, 0, *paper("A3")).holds(text.box) for text in summary(told, LOOK, size="A3")[0].texts())


@pytest.mark.judge("chromium")
def test_chromium_sets_every_text_in_its_box(tmp_path: Path) -> None:
    maps = [journey(path) for path in MAPS]
    both = compare(*(journey(path) for path in MAPS if path.name.startswith("office-phone")))
    truths = (page for told in maps if essence.truths(told) for page in decisive(told, LOOK))
    scenes = [*(summary(told, LOOK)[0] for told in maps), *truths, *summary(both, LOOK)]
    pictures = [svg([each], LOOK, fonts="embed" if place == 0 else "system") for place, each in enumerate(scenes)]
    for scene, told in zip(scenes, measured(pictures, tmp_path), strict=True):
        rows = [(text, row) for text in scene.texts() for row in text.rows if row.text]
        assert [row.text for _, row in rows] == [words for words, *_ in told]
        for (text, row), (_, advance, x, width) in zip(rows, told, strict=True):
            assert abs(advance - row.width) <= 0.005 * row.width, row
            assert text.box.x - 2.5 <= x <= x + width <= text.box.right + 2.5, row  # the arms of Î
