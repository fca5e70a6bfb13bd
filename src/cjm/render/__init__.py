"""Pictures: layouts make scenes of a journey, back ends draw scenes; themes and fonts serve both."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cjm.diff.change import Comparison
    from cjm.diff.history import History
    from cjm.model.journey import Journey
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


def swimlanes(
    journey: "Journey", style: "Style", *, lanes: Sequence[str] = (), lang: str = "", detail: "Detail" = "standard"
) -> "tuple[Scene, ...]":
    """The swimlane view of a map as finished pages; in a language from right to left the whole grid runs that way.

    Raises ``UsageError`` for a lane or language that does not exist.
    """
    from cjm.render.layouts.swimlane import lay_out  # noqa: PLC0415

    return _turned(journey, style, lang, lambda style: lay_out(journey, style, lanes or None, lang or None, detail))


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

    ``view``: ``overlay`` lays them over each other, with ghosts and arrows; ``side-by-side`` has each lane twice.
    ``lanes``: without them those in which something changed. Raises ``UsageError`` for a view, lane or language that
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
