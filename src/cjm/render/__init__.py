"""Pictures: layouts make scenes of a journey, back ends draw scenes; themes and fonts serve both."""

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cjm.diff.change import Comparison
    from cjm.diff.history import History
    from cjm.model.journey import Journey
    from cjm.render.backends.pptx import Slides
    from cjm.render.backends.svg import Fonts
    from cjm.render.faces import Faces
    from cjm.render.lanes import Detail, View
    from cjm.render.scene import Scene
    from cjm.render.text import Style
    from cjm.render.theme import Theme


def style(theme: "Theme | str", faces: "Faces | None" = None) -> "Style":
    """A theme, by name or as read from a file, with typefaces; without these, those that come with cjm.

    Raises ``UsageError`` for a theme that does not exist.
    """
    from cjm.render.faces import ALONE  # noqa: PLC0415
    from cjm.render.text import Style  # noqa: PLC0415
    from cjm.render.theme import load  # noqa: PLC0415

    look, faces = load(theme) if isinstance(theme, str) else theme, faces or ALONE
    return Style(look, faces.led_by(look.typeface) if look.typeface else faces)


def lay_out(  # noqa: PLR0913 -- what is drawn, and nine ways to draw it
    journeys: "Sequence[Journey]",
    style: "Style",
    *,
    view: str = "swimlane",
    of: str = "",
    lanes: Sequence[str] = (),
    lang: str = "",
    detail: "Detail" = "standard",
    size: str = "auto",
    stages: Sequence[str] = (),
    personas: Sequence[str] = (),
) -> "tuple[Scene, ...]":
    """A view of maps as finished pages; in a language from right to left (that of most maps) the whole grid runs that way.

    ``view``: a name from :data:`cjm.render.views.VIEWS`, and ``of`` what it is made of, where it can be made of several
    things; the labels are in ``lang``, or in the language of most maps.
    ``size``: ``auto`` is one page as large as the picture; ``16:9``, ``4:3``, ``A4`` and ``A3`` are as many of that
    size as it takes. ``stages`` and ``personas``, by id or name: the only ones shown; without them all. Raises
    ``UsageError`` for a view, lane, language, size, stage or persona that does not exist.
    """
    from cjm.render.excerpt import excerpt  # noqa: PLC0415
    from cjm.render.layouts.joint import language  # noqa: PLC0415
    from cjm.render.sizes import check  # noqa: PLC0415
    from cjm.render.views import Wish, find  # noqa: PLC0415

    check(size)
    found, wish = find(view, of), Wish(tuple(lanes), lang, detail, size, of)
    shown = [excerpt(journey, stages, personas) for journey in journeys]
    spoken = language(shown)
    leading = next((journey for journey in shown if journey.lang == spoken), shown[0])
    return _turned(leading, style, lang, lambda style: found.draw(shown, style, wish))


def summary(  # noqa: PLR0913 -- what is summed up, and four ways to do it
    shown: "Journey | Comparison",
    style: "Style",
    *,
    size: str = "16:9",
    lang: str = "",
    stages: Sequence[str] = (),
    personas: Sequence[str] = (),
) -> "tuple[Scene, ...]":
    """What a map or a comparison comes to, as one finished page.

    ``size``: a page as for :func:`lay_out`, a slide for ``auto``. ``stages`` and ``personas``: of a map, the only ones
    that count. Raises ``UsageError`` for a language, size, stage or persona that does not exist.
    """
    from cjm.diff.change import Comparison  # noqa: PLC0415

    if isinstance(shown, Comparison):
        from cjm.render.layouts.brief.shifted import lay_out as lay_out_both  # noqa: PLC0415

        return _turned(shown.after, style, lang, lambda style: lay_out_both(shown, style, size, lang or None))
    from cjm.render.excerpt import excerpt  # noqa: PLC0415
    from cjm.render.layouts.brief.overall import lay_out  # noqa: PLC0415

    journey = excerpt(shown, stages, personas)
    return _turned(journey, style, lang, lambda style: lay_out(journey, style, size, lang or None))


def decisive(  # noqa: PLR0913 -- what is drawn, and four ways to do it
    journey: "Journey",
    style: "Style",
    *,
    size: str = "16:9",
    lang: str = "",
    stages: Sequence[str] = (),
    personas: Sequence[str] = (),
) -> "tuple[Scene, ...]":
    """The moments of truth of a map, as finished pages, one each; sizes and errors as for :func:`summary`.

    Raises ``UsageError`` for a map without any, too.
    """
    from cjm.render.excerpt import excerpt  # noqa: PLC0415
    from cjm.render.layouts.brief.decisive import lay_out  # noqa: PLC0415

    shown = excerpt(journey, stages, personas)
    return _turned(shown, style, lang, lambda style: lay_out(shown, style, size, lang or None))


def comparison(  # noqa: PLR0913 -- what is drawn, and four ways to draw it
    comparison: "Comparison",
    style: "Style",
    *,
    view: "View" = "overlay",
    lanes: Sequence[str] = (),
    lang: str = "",
    detail: "Detail" = "standard",
) -> "tuple[Scene, ...]":
    """Two maps in one picture, from the earlier to the later one, as finished pages.

    ``view``: ``overlay`` lays them over each other, with ghosts and arrows; ``side-by-side`` has each lane twice;
    ``in-turn`` is a page for each map, on one grid. ``lanes``: without them those in which something changed. Raises ``UsageError`` for a view, lane or language that
    does not exist.
    """
    from cjm.render.lanes import check_view  # noqa: PLC0415
    from cjm.render.layouts.comparison import lay_out  # noqa: PLC0415

    check_view(view)
    return _turned(
        comparison.after,
        style,
        lang,
        lambda style: lay_out(comparison, style, view, lanes or None, lang or None, detail),
    )


def multiples(history: "History", style: "Style", *, lang: str = "") -> "tuple[Scene, ...]":
    """How each figure of a map went from version to version: small panels on one time axis, as finished pages.

    Raises ``UsageError`` for a language that does not exist, and where no version of the map could be read.
    """
    from cjm.errors import UsageError  # noqa: PLC0415
    from cjm.render.layouts.multiples import lay_out  # noqa: PLC0415

    journey = history.journey
    if journey is None:
        message = "No version of this map can be read: there is nothing to draw."
        raise UsageError(message)
    return _turned(journey, style, lang, lambda style: lay_out(history, journey, style, lang or None))


def _turned(
    journey: "Journey", style: "Style", lang: str, lay_out: "Callable[[Style], tuple[Scene, ...]]"
) -> "tuple[Scene, ...]":
    """What is laid out in the typefaces of a map's language, and in its direction."""
    from dataclasses import replace  # noqa: PLC0415

    from cjm.render.labels import check  # noqa: PLC0415
    from cjm.render.mirror import mirror  # noqa: PLC0415
    from cjm.render.scripts import is_rtl  # noqa: PLC0415

    if lang:
        check(lang)
    spoken = journey.lang or ""
    is_turned = is_rtl(spoken, journey.title)
    scenes = lay_out(replace(style, faces=style.faces.speaking(spoken, journey.title), is_rtl=is_turned))
    return tuple(map(mirror, scenes)) if is_turned else scenes


def svg(scenes: "Sequence[Scene]", style: "Style", *, fonts: "Fonts") -> str:
    """A finished page as SVG."""
    from cjm.render.backends.svg import draw  # noqa: PLC0415

    return draw(tuple(scenes), style.theme, fonts, style.faces)


def png(scenes: "Sequence[Scene]", style: "Style", *, scale: float = 2) -> list[bytes]:
    """Finished pages as PNG images, one each; ``scale`` is the number of pixels for each point.

    Raises ``UsageError`` where the extra ``png`` is not installed, and where an image would be too large to be made.
    """
    from cjm.render.backends.png import draw  # noqa: PLC0415

    return draw(scenes, style.theme, style.faces, scale)


def pdf(scenes: "Sequence[Scene]", style: "Style") -> bytes:
    """Finished pages as one PDF document.

    Raises ``UsageError`` for a theme with a logo where the extra ``pdf`` is not installed.
    """
    from cjm.render.backends.pdf import draw  # noqa: PLC0415

    return draw(scenes, style.theme, style.faces)


def pptx(
    scenes: "Sequence[Scene]", style: "Style", *, slides: "Slides" = "shapes", template: bytes | None = None
) -> bytes:
    """Finished pages as one PowerPoint deck, a slide each, with what they rest on in the notes.

    ``slides``: ``shapes`` can be edited, and take the colours and fonts of the deck; ``picture`` is one drawing.
    ``template``: another deck (.pptx, .potx), whose size and looks are taken. Raises ``UsageError`` where the extra
    ``pptx`` is not installed, or for pictures ``png``, and ``FileError`` for a template that is no deck.
    """
    from cjm.render.extras import missing  # noqa: PLC0415

    if find_spec("pptx") is None:
        raise missing("PPTX", "pptx")
    from cjm.render.backends.pptx import draw  # noqa: PLC0415

    def raster(scene: "Scene", scale: float) -> bytes:
        return png((scene,), style, scale=scale)[0]

    return draw(scenes, style.theme, style.faces, slides, template, raster)


def page_of(template: bytes) -> str:
    """The size of the slides of a deck (.pptx, .potx), as :func:`lay_out` takes it.

    Raises ``UsageError`` where the extra ``pptx`` is not installed, and ``FileError`` for what is no deck.
    """
    from cjm.render.extras import missing  # noqa: PLC0415
    from cjm.render.sizes import spelled  # noqa: PLC0415

    if find_spec("pptx") is None:
        raise missing("PPTX", "pptx")
    from cjm.render.backends.pptx.deck import size_of  # noqa: PLC0415

    return spelled(*size_of(template))


def smallest_type(scenes: "Sequence[Scene]", style: "Style", template: bytes) -> float:
    """The size of the smallest type, in points, on the slides of a deck, where each scene is as large as they are.

    Raises ``FileError`` for what is no deck.
    """
    from cjm.render.backends.pptx.deck import size_of  # noqa: PLC0415
    from cjm.render.backends.pptx.place import fit  # noqa: PLC0415

    slide = size_of(template)
    sizes = (
        style.theme.shrunk(scene.shrink).types[text.role].size * fit(scene.width, scene.height, slide).scale
        for scene in scenes
        for text in scene.texts()
    )
    return min(sizes, default=style.theme.types["body"].size)


def html(
    scenes: "Sequence[Scene]",
    style: "Style",
    *,
    shown: "Journey | Sequence[Journey] | Comparison | None" = None,
    lang: str = "",
    fonts: "Fonts" = "embed",
) -> str:
    """Finished pages as one HTML page that needs no network: to move about in, to search, to print.

    ``shown`` is what they show. Of maps the page has filters, a panel with all that they say, and the same as tables; of
    two maps compared the list of changes, linked with the picture both ways, and where ``scenes`` has both of them in
    turn, a slider from one to the other. Without it the page tells what the pictures themselves do.
    The built-in light and dark themes change with the reader's screen; any other stays as it is.
    Raises ``UsageError`` for fonts as outlines: a page has text.
    """
    from cjm.diff.change import Comparison  # noqa: PLC0415
    from cjm.errors import UsageError  # noqa: PLC0415
    from cjm.model.journey import Journey  # noqa: PLC0415
    from cjm.render.backends.classed import Looks  # noqa: PLC0415
    from cjm.render.backends.html import draw  # noqa: PLC0415
    from cjm.render.backends.matter import Matter  # noqa: PLC0415
    from cjm.render.labels import labels  # noqa: PLC0415
    from cjm.render.scripts import is_rtl  # noqa: PLC0415
    from cjm.render.theme import load  # noqa: PLC0415
    from cjm.render.told.blocks import tell  # noqa: PLC0415

    if fonts == "outline":
        message = "A page has text, to be searched and read aloud: choose --fonts embed or system."
        raise UsageError(message)
    theme, spoken = style.theme, scenes[0].lang
    light, dark = load("light"), load("dark")
    looks = Looks(light, dark, is_dark=theme is dark) if theme in (light, dark) else Looks(theme, theme)
    words = labels(lang or spoken)
    changes, journeys = None, tuple[Journey, ...]()
    if isinstance(shown, Comparison):
        changes = shown
    elif shown is not None:
        journeys = (shown,) if isinstance(shown, Journey) else tuple(shown)
    matter = Matter(tuple(scenes), words, tuple(tell(journey, words) for journey in journeys), changes)
    first = changes.after if changes else next(iter(journeys), None)
    is_turned = is_rtl(first.lang or "", first.title) if first else is_rtl(spoken)
    return draw(matter, looks, is_rtl=is_turned, faces=style.faces, fonts=fonts)
