"""The page in Debian's Chromium: clicks, keys, filters, search, addresses, two looks, paper; axe finds nothing amiss."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

import cjm
from cjm import render
from cjm.diff.history import Version, follow
from cjm.render.views import VIEWS
from tests.judges import JUDGES, program

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.judge("chromium", "playwright")

ROOT = Path(__file__).parents[2]
CARD = '#map > svg [data-address="lane/{}"] [data-address="{}"]'


def write(folder: Path, name: str, theme: str = "light") -> str:
    """The page of one of our maps, as an address."""
    journey = cjm.load(ROOT / "maps" / f"{name}.cjm.yaml", root=ROOT).maps[0]
    style = render.style(theme)
    path = folder / f"{name}.html"
    path.write_text(render.html(render.lay_out((journey,), style), style, shown=journey), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  (not everyone has it)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write(tmp_path_factory.mktemp("page"), "office-phone.current")


@pytest.fixture
def page(browser: "Browser", address: str) -> "Iterator[Page]":
    """The office map, and proof that nothing was amiss in the console."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.set_default_timeout(5_000)
    amiss: list[str] = []
    page.on("console", lambda message: amiss.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: amiss.append(str(error)))
    page.on("request", lambda request: amiss.append(request.url) if request.url[:5] not in {"file:", "data:"} else None)
    page.goto(address)
    yield page
    page.close()
    assert amiss == []


def card(page: "Page", lane: str, address: str) -> "Locator":
    return page.locator(CARD.format(lane, address))


def hidden(page: "Page") -> int:
    return int(page.locator("#map .off").count())


def test_a_click_opens_the_details(page: "Page") -> None:
    card(page, "pains", "touchpoint/porting").click()
    assert page.inner_text("#panel-name") == "Keep the old numbers"
    told = page.inner_text("#panel")
    assert "Its licence was bought for one department" in told
    assert "porting-log" in told
    assert page.inner_text("#panel .here h3") == "Pain points"
    assert page.evaluate("location.hash") == "#touchpoint/porting"
    page.click("#next")
    assert page.inner_text("#panel-name") == "The first ring"
    page.click("#close")
    assert page.locator("#panel").is_hidden()
    assert page.evaluate("location.hash") == ""


def test_a_drag_moves_the_map_and_opens_nothing(page: "Page") -> None:
    for _ in range(4):
        page.click("#zoom_in")
    page.mouse.move(700, 500)
    page.mouse.down()
    page.mouse.move(500, 350, steps=5)
    page.mouse.up()
    assert page.evaluate("[map.scrollLeft, map.scrollTop].every((to) => to > 100)")
    assert page.locator("#panel").is_hidden()


def test_everything_by_keyboard(page: "Page") -> None:
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#map [role=button]')"):
            break
    first = page.evaluate("document.activeElement.dataset.address")
    page.keyboard.press("ArrowRight")
    second = page.evaluate("document.activeElement.dataset.address")
    assert (first, second) == ("stage/need", "stage/research")
    assert page.locator("#map rect.frame").count() == 1
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    assert page.inner_text("#panel-name") == "Ask at the owners' breakfast"
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.address") == "touchpoint/ask-peers"


def test_each_control_shows_where_the_focus_is(page: "Page") -> None:
    count = page.locator("header :is(button, input[type=search], summary):visible").count()
    page.focus("#search")
    for _ in range(count - 1):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid", page.evaluate("document.activeElement.outerHTML")


def test_zoom_and_fit(page: "Page") -> None:
    def width() -> float:
        return float(page.evaluate("document.querySelector('#map svg').getBoundingClientRect().width"))

    before = width()
    page.keyboard.press("+")
    assert width() == pytest.approx(before * 1.25, rel=0.01)
    page.keyboard.press("0")
    assert page.evaluate("map.scrollHeight <= map.clientHeight && map.scrollWidth <= map.clientWidth")
    page.mouse.move(700, 500)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    assert page.evaluate("map.scrollHeight > map.clientHeight")


def test_search_finds_marks_and_jumps(page: "Page") -> None:
    page.fill("#search", "PORTING desk")
    assert page.inner_text("#found").startswith("1 of ")
    assert page.locator("#map rect.hit").count() > 0
    page.press("#search", "Enter")
    assert page.inner_text("#found").startswith("2 of ")
    page.press("#search", "Shift+Enter")
    assert page.inner_text("#found").startswith("1 of ")
    page.fill("#search", "move-survey")  # only in the details
    assert page.inner_text("#found") == "1 of 2"
    page.fill("#search", "no such words")
    assert page.inner_text("#found") == "Nothing found"
    page.fill("#search", "")
    assert page.locator("#map rect.hit").count() == 0


def filter(page: "Page", name: str, value: str) -> None:
    box = page.locator(f'input[name="{name}"][value="{value}"]')
    if not box.is_visible():
        page.locator("details", has=box).locator("summary").click()
    box.click()


def test_a_lane_goes_and_the_others_move_up(page: "Page") -> None:
    def top(lane: str) -> float:
        return float(
            page.evaluate(f"document.querySelector('[data-address=\"lane/{lane}\"]').getBoundingClientRect().top")
        )

    pains, backstage = top("pains"), top("backstage")
    filter(page, "lane", "feels")
    assert page.locator('#map [data-address="lane/feels"]').is_hidden()
    assert page.locator('#table tr[data-lane="feels"]').is_hidden()
    assert top("pains") < pains - 50
    for lane in ("backstage", "support", "owner", "metrics", "x-legal"):
        filter(page, "lane", lane)
    assert page.locator('#map [data-address="lane/visibility"]').is_hidden()
    page.click("#reset")
    assert top("pains") == pytest.approx(pains)
    assert top("backstage") == pytest.approx(backstage)


def test_stages_personas_and_assumptions_fade(page: "Page") -> None:
    filter(page, "stage", "3")
    assert page.locator("#map .veil:visible").count() == 1
    assert "off" in (card(page, "pains", "touchpoint/porting").get_attribute("class") or "")
    assert page.locator('#table thead th:text-is("Move the phones")').is_hidden()
    filter(page, "stage", "3")
    assert (page.locator("#map .veil:visible").count(), hidden(page)) == (0, 0)
    filter(page, "basis", "assumption")
    assert "off" in (card(page, "touchpoints", "touchpoint/first-bill").get_attribute("class") or "")
    assert not card(page, "touchpoints", "touchpoint/porting").get_attribute("class")
    filter(page, "basis", "assumption")
    filter(page, "for", "dana")
    assert "off" in (card(page, "touchpoints", "touchpoint/ask-peers").get_attribute("class") or "")
    assert not card(page, "touchpoints", "touchpoint/porting").get_attribute("class")


def test_an_address_leads_to_its_element(page: "Page", address: str) -> None:
    page.goto(f"{address}#pain/port-limbo")
    page.reload()
    assert page.inner_text("#panel-name") == "Keep the old numbers"
    assert page.inner_text("#panel .here h3") == "Pain points"
    page.goto(f"{address}#persona/imani")
    page.locator("#panel-name", has_text="Imani").wait_for()
    page.go_back()
    page.locator("#panel-name", has_text="Keep the old numbers").wait_for()
    page.goto(f"{address}#no/such/thing")
    page.locator("#panel").wait_for(state="hidden")


def test_the_table_can_be_seen(page: "Page") -> None:
    page.click("#as-table")
    assert page.locator("#table table").is_visible()
    assert page.locator("#map").is_hidden()
    page.fill("#search", "licence")
    assert page.inner_text("#found").startswith("1 of ")
    page.click("#as-table")
    assert page.locator("#map").is_visible()


def test_light_and_dark(page: "Page") -> None:
    def ground() -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    assert ground() == "rgb(255, 255, 255)"
    page.emulate_media(color_scheme="dark")
    assert ground() == "rgb(20, 23, 28)"
    page.click("#dark")
    assert ground() == "rgb(255, 255, 255)"
    page.click("#dark")
    assert ground() == "rgb(20, 23, 28)"
    page.emulate_media(media="print", color_scheme="dark")
    assert ground() == "rgb(255, 255, 255)"


def test_paper_has_the_whole_map_on_one_page(page: "Page") -> None:
    card(page, "pains", "touchpoint/porting").click()
    paper = page.pdf(prefer_css_page_size=True)
    assert paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") == 1
    page.emulate_media(media="print")
    assert page.locator("#panel").is_hidden()
    assert page.locator("header").is_hidden()


def write_changes(folder: Path) -> str:
    """The page of the office today and tomorrow, with its slider."""
    before, after = (
        cjm.load(ROOT / "maps" / f"office-phone.{state}.cjm.yaml", root=ROOT).maps[0] for state in ("current", "future")
    )
    changes, style = cjm.compare(before, after), render.style("light")
    path = folder / "changes.html"
    scenes = (*render.comparison(changes, style), *render.comparison(changes, style, view="in-turn"))
    path.write_text(render.html(scenes, style, shown=changes), encoding="utf-8")
    return path.as_uri()


def write_view(folder: Path, view: str, *names: str, of: str = "", size: str = "auto") -> str:
    """The page of a view of maps, all in one picture."""
    maps = [cjm.load(ROOT / "maps" / f"{name}.cjm.yaml", root=ROOT).maps[0] for name in names]
    style = render.style("light")
    path = folder / f"{view}.html"
    scenes = render.lay_out(maps, style, view=view, of=of, size=size)
    path.write_text(render.html(scenes, style, shown=maps if len(maps) > 1 else maps[0]), encoding="utf-8")
    return path.as_uri()


def write_history(folder: Path) -> str:
    """The page of how a map went."""
    now = cjm.load(ROOT / "maps" / "office-phone.current.cjm.yaml", root=ROOT).maps[0]
    eased = replace(now, stages=tuple(replace(stage, touchpoints=stage.touchpoints[:1]) for stage in now.stages))
    days = (datetime(2026, month, 1, tzinfo=UTC) for month in (1, 2))
    versions = (Version("", day, "A change", now.path, each) for day, each in zip(days, (eased, now), strict=True))
    style, path = render.style("light"), folder / "history.html"
    path.write_text(render.html(render.multiples(follow(versions), style), style), encoding="utf-8")
    return path.as_uri()


def active(page: "Page", told: str) -> str:
    return str(page.evaluate(f"document.activeElement.{told}"))


PAIN = "office-phone@current:pain/port-limbo"
PORTING = "office-phone@future:touchpoint/porting"


def test_changes_lead_to_the_picture_and_back_by_mouse(page: "Page", tmp_path: Path) -> None:
    page.goto(write_changes(tmp_path))
    page.click("#table a:has-text('Pain points · Gone: Nobody says when the number moves')")
    page.wait_for_selector("#map rect.frame")
    framed = page.locator("#map rect.frame").evaluate("(frame) => frame.parentNode.dataset.address")
    assert framed == PAIN
    assert page.inner_text("#table .here b") == "Keep the old numbers"
    card(page, "touchpoints", "office-phone@future:touchpoint/demo").click()
    page.locator("#table .here b", has_text="Demo call").first.wait_for()
    assert page.locator("#panel").is_hidden()
    page.click("#as-table")
    assert page.locator("#table").is_hidden()
    card(page, "pains", PAIN).click()
    assert page.inner_text("#panel-name") == "Keep the old numbers"
    page.click("#as-table")
    assert page.locator("#panel").is_hidden()


def test_changes_lead_to_the_picture_and_back_by_keyboard(page: "Page", tmp_path: Path) -> None:
    page.goto(write_changes(tmp_path))
    page.focus(f"#table a[href='#{PAIN}']")
    page.keyboard.press("Enter")
    page.locator(f"[data-address='{PORTING}']:focus").wait_for(state="attached")
    page.keyboard.press("Escape")
    assert active(page, "hash") == f"#{PAIN}"
    page.keyboard.press("Enter")
    page.locator(f"[data-address='{PORTING}']:focus").wait_for(state="attached")
    page.keyboard.press("Enter")
    page.locator("#table .here:focus, #table .here :focus").first.wait_for(state="attached")
    page.keyboard.press("Escape")
    assert active(page, "dataset.address") == PORTING


def test_changes_by_what_they_mean(page: "Page", tmp_path: Path) -> None:
    page.goto(write_changes(tmp_path))
    filter(page, "means", "improved")
    assert page.locator("#table li:visible").count() == page.locator("#table li:not([data-means=improved])").count()
    assert "off" in (
        card(page, "touchpoints", "office-phone@future:touchpoint/first-bill").get_attribute("class") or ""
    )
    assert not card(page, "touchpoints", PORTING).get_attribute("class")
    page.click("#reset")
    assert page.locator("#map .off").count() == 0


def seen(page: "Page") -> float:
    """The share of the later map that is seen."""
    clip = page.evaluate("document.querySelector('.turns svg + svg').style.clipPath")
    return 100 - float(clip.removeprefix("inset(0px ").split("%")[0])


def test_a_slider_leads_from_today_to_tomorrow(page: "Page", tmp_path: Path) -> None:
    page.goto(write_changes(tmp_path))
    assert page.locator("#slide").is_hidden()
    page.click("#turns")
    assert page.locator("#map > svg").is_hidden()
    assert active(page, "id") == "turn"
    page.keyboard.press("Home")
    assert seen(page) == 0
    assert page.get_attribute("#turn", "aria-valuetext") == "Current state"
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert seen(page) == 3
    assert page.get_attribute("#turn", "aria-valuetext") == "3 % Future state"
    page.keyboard.press("End")
    assert seen(page) == 100
    assert page.get_attribute("#turn", "aria-valuetext") == "Future state"
    page.keyboard.press("Home")
    box = page.locator(".turns").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 1, box["y"] + 300)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 4, box["y"] + 320, steps=4)
    page.mouse.up()
    assert seen(page) == pytest.approx(25, abs=1)
    assert page.input_value("#turn") == str(round(seen(page)))
    page.locator(
        ".turns [data-address='lane/touchpoints'] [data-address='office-phone@future:touchpoint/ask-peers']"
    ).last.click()
    page.press("#turn", "Home")
    page.click("#table a:has-text('Wait: 12 days')")
    page.wait_for_selector("#map rect.frame")
    framed = page.locator("#map rect.frame").evaluate("(frame) => frame.parentNode.dataset.address")
    assert framed == PORTING.replace("future", "current")
    page.click("#turns")
    assert page.locator("#map > svg").is_visible()
    page.click("#turns")
    page.emulate_media(media="print")
    paper = page.locator("#map > svg").bounding_box()
    assert paper is not None
    assert paper["width"] == page.evaluate("innerWidth")
    assert page.locator(".turns").is_hidden()


def test_a_history_can_be_opened_figure_by_figure(page: "Page", tmp_path: Path) -> None:
    page.goto(write_history(tmp_path))
    assert page.locator(".filters").count() == 0
    page.locator("#map [role=button]").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel:not([hidden])")
    assert page.inner_text("#panel-name").startswith("Pain points: ")
    assert page.locator("#panel th").all_inner_texts() == ["2026-01-01", "2026-02-01"]
    page.click("#as-table")
    assert page.locator("#table table").count() == page.locator("#map [role=button]").count()


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_can_be_opened_filtered_and_searched(page: "Page", tmp_path: Path, view: str) -> None:
    page.goto(write_view(tmp_path, view, "office-phone.current"))
    assert page.locator("#map [role=button] [role=button]").count() == 0
    cards = page.locator("#map [role=button]")
    assert cards.count() > 0
    cards.last.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel:not([hidden])")
    assert page.inner_text("#panel-name")
    page.keyboard.press("Escape")
    word = page.locator("#map text").last.text_content() or ""
    page.fill("#search", word)
    assert page.inner_text("#found").startswith("1 of ")
    page.fill("#search", "")
    page.evaluate("document.querySelectorAll('.filters input').forEach((box) => box.click())")
    assert page.locator("#map .off").count() > 0
    page.locator("#reset").click()
    assert page.locator("#map .off").count() == 0


JOINING = [
    (name, of) for name, view in VIEWS.items() for of in (view.subjects or ("",)) if view.is_joined(of, asked=True)
]


@pytest.mark.parametrize(("view", "of"), JOINING)
def test_several_maps_in_one_picture_can_be_told_apart(page: "Page", tmp_path: Path, view: str, of: str) -> None:
    page.goto(write_view(tmp_path, view, "office-phone.current", "office-phone.future", of=of))
    if not page.locator("input[name=map]").count():  # the maps themselves are what is drawn
        page.locator("#map [role=button]").last.focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("#panel:not([hidden])")
        assert page.inner_text("#panel-stage") in {"Current state", "Future state"}
        return
    off = page.locator("#map .off")
    filter(page, "map", "office-phone@future:")
    assert off.count() > 0
    assert off.evaluate_all("(all) => all.every((each) => each.dataset.address.startsWith('office-phone@future:'))")


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1400)])
@pytest.mark.parametrize("shown", ["map", "changes", "history"])
@pytest.mark.judge("axe")
def test_axe_finds_nothing_amiss(  # noqa: PLR0917
    browser: "Browser", address: str, tmp_path: Path, scheme: str, width: int, shown: str
) -> None:
    address = {"map": lambda _: address, "changes": write_changes, "history": write_history}[shown](tmp_path)
    axe = Path(JUDGES["axe"].path or "", "axe.min.js").read_text(encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page.goto(f"{address}#touchpoint/porting")
    page.evaluate(axe)
    for _ in range(2):
        found = page.evaluate("axe.run()")["violations"]
        assert [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found] == []
        page.click("#turns" if page.locator("#turns").count() else "#as-table")
    page.close()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.judge("axe")
def test_axe_finds_nothing_amiss_in_any_view_light_dark_or_on_paper(
    browser: "Browser", tmp_path: Path, view: str
) -> None:
    axe = Path(JUDGES["axe"].path or "", "axe.min.js").read_text(encoding="utf-8")
    page = browser.new_page(viewport={"width": 1400, "height": 800}, bypass_csp=True)
    page.goto(write_view(tmp_path, view, "office-phone.current"))
    page.evaluate(axe)
    looks: list[tuple[Literal["light", "dark"], Literal["screen", "print"]]]
    looks = [("light", "screen"), ("dark", "screen"), ("dark", "print")]
    for scheme, media in looks:
        page.emulate_media(color_scheme=scheme, media=media)
        found = page.evaluate("axe.run()")["violations"]
        assert [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found] == []
    page.close()


@pytest.mark.parametrize("name", ["park-rozrywki.current", "enseigne.touchpoints", "abonament-espressor.current"])
def test_other_maps(browser: "Browser", tmp_path: Path, name: str) -> None:
    amiss: list[str] = []
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.on("pageerror", lambda error: amiss.append(str(error)))
    page.goto(write(tmp_path, name))
    page.locator("#map [role=button]").first.click()
    assert page.locator("#panel").is_visible()
    boxes = page.locator("input[type=checkbox]")
    page.evaluate("document.querySelectorAll('input[type=checkbox]').forEach((box) => box.click())")
    assert boxes.count() > 0
    assert page.locator("#reset").is_visible()
    assert amiss == []
    page.close()
