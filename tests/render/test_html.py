"""The page: one file without network, in which every text of the map stands as text; the same bytes each time."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

import cjm
from cjm import render
from cjm.errors import UsageError
from cjm.model.journey import Journey
from cjm.model.moment import Feeling, Quote, Stage, Touchpoint
from cjm.model.opportunity import Opportunity, Pain
from cjm.model.persona import Persona
from cjm.model.research import Research
from cjm.render import theme
from cjm.render.labels import LANGUAGES, labels
from cjm.render.scene import Box, Group, Rect, Scene
from cjm.render.text import Style
from tests.benchmarks.maps import make
from tests.journeys import journeys
from tests.render.test_svg import HOSTILE
from tests.texts import read

STYLE = Style(theme.load("light"))
VOID = {"meta", "input", "br"}
SELF_CLOSED = {"rect", "circle", "path", "line", "polygon", "use", "stop"}


class Page(HTMLParser):
    """What a page is made of: its elements with their attributes, its texts, and which element each text stands in."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in SELF_CLOSED
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((self.open[-1] if self.open else "", data))

    def named(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def words(self) -> str:
        return " ".join(" ".join(text for tag, text in self.texts if tag not in {"style", "script"}).split())


def load(name: str) -> Journey:
    return cjm.load(f"maps/{name}.cjm.yaml").maps[0]


def html(journey: Journey, style: Style = STYLE, lang: str = "") -> str:
    return render.html(render.lay_out((journey,), style, lang=lang), style, shown=journey, lang=lang)


OFFICE = html(load("office-phone.current"))


def test_it_is_well_formed_and_says_what_it_is() -> None:
    page = Page(OFFICE)
    assert OFFICE.startswith("<!DOCTYPE html>\n")
    assert page.named("html") == [{"lang": "en", "dir": "ltr"}]
    assert ("h1", "I want my firm to be reachable again") in page.texts
    assert ("title", "I want my firm to be reachable again") in page.texts
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_nothing_is_fetched_and_nothing_else_runs() -> None:
    page = Page(OFFICE)
    values = [(name, value) for _, attributes in page.elements for name, value in attributes.items()]
    assert [name for name, _ in values if name.startswith("on") or name in {"src", "style"}] == []
    assert {value[0] for name, value in values if name in {"href", "xlink:href"}} == {"#"}
    assert set(re.findall(r"https?://[^\"' )]*", OFFICE)) == {"http://www.w3.org/2000/svg"}
    assert {source.split(":")[0] for source in re.findall(r"url\(([^)]*)\)", OFFICE) if source[0] != "#"} == {"data"}
    (policy,) = [meta["content"] for meta in page.named("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert len(page.named("script")) == len(page.named("style")) == 1


def test_every_text_of_the_picture_stands_in_it() -> None:
    journey = load("office-phone.current")
    drawn = [row.text for scene in render.lay_out((journey,), STYLE) for text in scene.texts() for row in text.rows]
    shown = [" ".join(text.split()) for _, text in Page(OFFICE).texts]
    assert [row for row in drawn if " ".join(row.split()) not in shown] == []


def test_what_no_picture_shows_stands_in_the_table() -> None:
    words = Page(OFFICE).words()
    for text in (
        "On which day do we switch?",  # a lane that is only drawn in full
        "Its licence was bought for one department",  # a root cause
        "move-survey", "n = 118" if "n = 118" in words else "n = ",  # research and its details
        "If it succeeds: The old number rings on the promised day",
        "59% → Demo call",  # a branch
        "Legal",  # a lane of the map's own
    ):  # fmt: skip
        assert text in words, text


def test_the_table_has_a_column_for_each_stage_and_a_row_for_each_lane() -> None:
    journey = load("office-phone.current")
    page = Page(OFFICE)
    rows = OFFICE[OFFICE.index("<tbody>") : OFFICE.index("</tbody>")].split("<tr")[1:]
    assert [row.count("<td>") for row in rows] == [len(journey.stages)] * len(rows)
    assert [heads["scope"] for heads in page.named("th")] == ["col"] * len(journey.stages) + ["row"] * len(rows)
    assert len(page.named("caption")) == 1


def test_the_same_bytes_twice() -> None:
    assert html(load("office-phone.current")) == OFFICE


def test_forty_touchpoints_stay_small() -> None:
    journey = read(make()).journey
    assert sum(len(stage.touchpoints) for stage in journey.stages) == 40
    assert len(html(journey).encode()) <= 300_000


def test_filters() -> None:
    boxes = [(box["name"], box["value"]) for box in Page(OFFICE).named("input") if box.get("type") == "checkbox"]
    assert [value for name, value in boxes if name == "for"] == ["dana", "imani"]
    assert [value for name, value in boxes if name == "stage"] == [str(index) for index in range(8)]
    assert [value for name, value in boxes if name == "basis"] == ["evidence", "assumption"]
    assert [value for name, value in boxes if name == "lane"][:4] == ["touchpoints", "does", "thinks", "feels"]
    small = Page(html(read("cjm: 1\ntitle: T\nstages:\n  - name: One\n    does: Waits\n").journey))
    assert {box["name"] for box in small.named("input") if box.get("type") == "checkbox"} == {"basis"}


def test_colours_are_those_of_both_themes() -> None:
    for name in ("light", "dark"):
        look = theme.load(name)
        assert look.page in OFFICE
        assert look.types["body"].colour in OFFICE
    dark = html(load("office-phone.current"), Style(theme.load("dark")))
    assert Page(dark).named("html") == [{"lang": "en", "dir": "ltr", "data-theme": "dark"}]
    paper = html(load("office-phone.current"), Style(theme.load("print")))
    assert "@media screen" not in paper
    assert 'id="dark"' not in paper


def test_languages_and_directions() -> None:
    page = Page(html(load("park-rozrywki.current")))
    assert page.named("html")[0]["lang"] == "pl"
    assert "Szukaj na mapie" in str(page.elements)
    right = read("cjm: 1\ntitle: رحلة\nlang: ar\nstages:\n  - name: مرحلة\n    does: ينتظر\n").journey
    assert Page(html(right)).named("html")[0]["dir"] == "rtl"
    assert "Chercher" in html(load("office-phone.current"), lang="fr")


def test_a_picture_without_a_journey_tells_what_it_shows() -> None:
    page = Page(render.html(render.lay_out((load("office-phone.current"),), STYLE), STYLE))
    assert page.named("caption") == page.named("fieldset") == []
    told = {each["data-of"] for each in page.named("section")}
    assert "touchpoint/porting" in told
    assert "research" in page.words()
    assert told <= {each.get("data-address") for each in page.named("g")}


def test_a_picture_of_nothing_that_has_an_address_is_a_picture_alone() -> None:
    scene = Scene("a", "A", "", "en", 100, 100, (Box("card", Rect(10, 10, 50, 50)),))
    page = Page(render.html([scene], STYLE))
    assert page.named("section") == []
    assert "as-table" not in [each.get("id") for each in page.named("button")]


def grouped(*groups: Group) -> list[Scene]:
    """A picture of groups, as views without lanes draw them."""
    return [Scene("hand", "By hand", "", "en", 400, 300, groups)]


def point(kind: str, address: str, details: tuple[tuple[str, str], ...] = ()) -> Group:
    return Group(kind, f"Label of {address}", (Box("card", Rect(10, 10, 50, 50)),), address, details)


def test_any_view_of_a_map_has_what_the_map_says_and_filters_for_what_is_drawn() -> None:
    journey = load("office-phone.current")
    shapes = (
        point("cell", "touchpoint/porting"),
        point("dot", "pain/port-limbo"),
        point("box", "system/crm", (("owner", "Sales"),)),
    )
    page = Page(render.html(grouped(*shapes), STYLE, shown=journey))
    groups = {each["data-address"]: each for each in page.named("g") if "data-address" in each}
    assert groups["pain/port-limbo"]["data-in"] == "touchpoint/porting"
    assert "data-in" not in groups["touchpoint/porting"]
    assert {"data-of": "system/crm", "data-name": "Label of system/crm"} in page.named("section")
    assert {box["name"] for box in page.named("input") if box.get("type") == "checkbox"} == {"basis"}
    stages = (point("stage", f"stage/{stage.id}") for stage in journey.stages[:2])
    page = Page(render.html(grouped(*stages), STYLE, shown=journey))
    assert [box["value"] for box in page.named("input") if box.get("name") == "stage"] == ["0", "1"]


def test_what_holds_things_of_several_blocks_opens_none_itself() -> None:
    inner = point("cell", "touchpoint/porting")
    row = Group("channel", "Email", (inner, point("cell", "touchpoint/go-live")), "channel/email")
    page = Page(render.html(grouped(row), STYLE, shown=load("office-phone.current")))
    groups = {each["data-address"]: each for each in page.named("g") if "data-address" in each}
    assert groups["channel/email"]["role"] == "graphics-object"
    assert "role" not in groups["touchpoint/porting"]


def test_several_maps_in_one_picture_are_told_as_far_as_they_are_drawn() -> None:
    maps = [load(f"office-phone.{state}") for state in ("current", "future")]
    shapes = (point("dot", "office-phone@current:pain/port-limbo"), point("dot", "office-phone@future:touchpoint/demo"))
    page = Page(render.html(grouped(*shapes), STYLE, shown=maps))
    told = {each["data-of"] for each in page.named("section")}
    assert told == {"office-phone@current:touchpoint/porting", "office-phone@future:touchpoint/demo"}
    assert len(page.named("caption")) == 2
    boxes = [box["value"] for box in page.named("input") if box.get("name") == "map"]
    assert boxes == ["office-phone@current:", "office-phone@future:"]


def test_facts_of_what_is_drawn_stand_in_a_table() -> None:
    course = point("panel", "nps", (("2026-01-31", "24"), ("2026-02-28", "30")))
    page = Page(render.html(grouped(course), STYLE))
    assert [text for tag, text in page.texts if tag in {"th", "td"}] == ["2026-01-31", "24", "2026-02-28", "30"]
    assert [each.get("scope") for each in page.named("th")] == ["row", "row"]


def test_fonts() -> None:
    scenes = render.lay_out((load("office-phone.current"),), STYLE)
    assert "@font-face" not in render.html(scenes, STYLE, fonts="system")
    assert OFFICE.count("@font-face{font-family:Inter;") == 2
    with pytest.raises(UsageError, match="choose --fonts embed or system"):
        render.html(scenes, STYLE, fonts="outline")


def test_pages_of_one_size() -> None:
    journey = load("office-phone.current")
    scenes = render.lay_out((journey,), STYLE, size="A4")
    page = Page(render.html(scenes, STYLE, shown=journey))
    assert len([each for each in page.named("svg") if each.get("role")]) == len(scenes)
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_changes_are_listed_in_each_language(lang: str) -> None:
    changes, words = cjm.compare(load("office-phone.current"), load("office-phone.future")), labels(lang)
    page = Page(render.html(render.comparison(changes, STYLE, lang=lang), STYLE, shown=changes, lang=lang))
    told = page.words()
    removed, better = words.word("changes", "removed"), words.word("changes", "improved")
    assert re.search(f"▲ {better}: {words.lane('pains')} · {removed}\\s?: The quote takes two days", told)
    assert words.fill("marks", "target", "35 → 45") in told
    assert re.search(f"{words.word('fields', 'duration')}\\s?: ", told)


def test_changes_of_a_map_with_itself_lead_to_where_they_are_drawn() -> None:
    before = load("office-phone.current")
    first, second, *rest = before.stages
    told = replace(first.touchpoints[0], channel=("web",), pains=())
    after = replace(before, title="Otherwise", stages=(replace(first, touchpoints=(told,)), second, *rest))
    changes = cjm.compare(before, after)
    page = Page(render.html(render.comparison(changes, STYLE), STYLE, shown=changes))
    drawn = {each.get("data-address") for each in page.named("g")}
    links = [each["href"].removeprefix("#") for each in page.named("a")]
    assert set(links) <= drawn
    assert f"before:pain/{first.touchpoints[0].pains[0].id}" in links
    assert f"touchpoint/{told.id}" in {each["data-of"] for each in page.named("section")}
    assert len({each["data-of"] for each in page.named("section")}) == len(page.named("section"))


def test_a_slider_leads_from_one_map_to_the_other() -> None:
    changes = cjm.compare(load("office-phone.current"), load("office-phone.future"))
    turns = render.comparison(changes, STYLE, view="in-turn")
    both = Page(render.html((*render.comparison(changes, STYLE), *turns), STYLE, shown=changes))
    (slider,) = [each for each in both.named("input") if each.get("type") == "range"]
    assert slider["aria-label"] == "Current state → Future state"
    assert [each.get("hidden") for each in both.named("div") if each.get("class") == "turns"] == [""]
    ids = [attributes["id"] for _, attributes in both.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    alone = Page(render.html(turns, STYLE, shown=changes))
    assert [each.get("hidden") for each in alone.named("div") if each.get("class") == "turns"] == [None]
    assert "turns" not in [each.get("id") for each in alone.named("button")]


def test_changes_are_listed() -> None:
    before, after = load("office-phone.current"), load("office-phone.future")
    changes = cjm.compare(before, after)
    page = Page(render.html(render.comparison(changes, STYLE), STYLE, shown=changes))
    links = [each["href"] for each in page.named("a")]
    assert len(links) == len([change for change in changes.shown() if change.element.type not in {"map", "member"}])
    assert "#office-phone@current:pain/port-limbo" in links
    assert "improved: " not in page.words()
    assert "▲ better: Feeling: 0 wary → +1 relieved" in page.words()
    assert "#office-phone@future:touchpoint/porting" in links


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_changes_stay_text(text: str) -> None:
    pages = []
    for words in (text, "a b"):
        before = hostile(words)
        changes = cjm.compare(before, replace(before, state="future", title="x", stages=()))
        pages.append(Page(render.html(render.comparison(changes, STYLE), STYLE, shown=changes)))
    kinds = [
        [tag for tag, _ in page.elements if tag in {"script", "style", "section", "a", "li", "img"}] for page in pages
    ]
    assert kinds[0] == kinds[1]


def hostile(text: str) -> Journey:
    pain = Pain(id="p", text=text, causes=(text,), evidence=("e",))
    touchpoint = Touchpoint(
        id=text, name=text, does=(text,), feels=Feeling(score=1, emotion=text), pains=(pain,), says=(Quote(text=text),),
        opportunities=(Opportunity(id="o", title=text, owner=text),), personas=(text,), evidence=(text,),
        extra={"x-legal": text},
    )  # fmt: skip
    stage = Stage(id=text, name=text, phase=text, goal=(text,), touchpoints=(touchpoint, Touchpoint(id="b", name="b")))
    return Journey(
        cjm=1, id="map", title=text, summary=(text,), owner=text, stages=(stage,),
        personas=(Persona(id=text, name=text, quote=(text,)),), research=(Research(id=text, source=(text,)),),
    )  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    page, mild = Page(html(hostile(text))), Page(html(hostile("a b")))
    kinds = {"script", "style", "section", "th", "td", "input", "h1", "button", "img", "a", "meta"}
    assert [tag for tag, _ in page.elements if tag in kinds] == [tag for tag, _ in mild.elements if tag in kinds]
    assert [text for tag, text in page.texts if tag == "script"] == [
        text for tag, text in mild.texts if tag == "script"
    ]
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)


@settings(max_examples=25)
@given(journeys())
def test_any_map_makes_a_page(journey: Journey) -> None:
    page = Page(html(journey))
    told = {attributes["data-of"] for attributes in page.named("section")}
    assert {f"persona/{persona.id}" for persona in journey.personas} <= told
    assert {f"touchpoint/{each.id}" for stage in journey.stages for each in stage.touchpoints} <= told
