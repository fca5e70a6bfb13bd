"""Pictures: layouts make scenes of a journey, back ends draw scenes; themes and fonts serve both."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cjm.model.journey import Journey
    from cjm.render.backends.svg import Fonts
    from cjm.render.scene import Scene


def swimlanes(journey: "Journey", *, theme: str, lanes: Sequence[str], lang: str) -> "tuple[Scene, ...]":
    """The swimlane view of a map as finished pages."""
    from cjm.render.labels import check  # noqa: PLC0415
    from cjm.render.layouts.swimlane import lay_out  # noqa: PLC0415
    from cjm.render.text import Style  # noqa: PLC0415
    from cjm.render.theme import load  # noqa: PLC0415

    if lang:
        check(lang)
    return lay_out(journey, Style(load(theme)), lanes or None, lang or None)


def svg(scenes: "Sequence[Scene]", *, theme: str, fonts: "Fonts") -> str:
    """A finished page as SVG."""
    from cjm.render.backends.svg import draw  # noqa: PLC0415
    from cjm.render.theme import load  # noqa: PLC0415

    return draw(tuple(scenes), load(theme), fonts)


def draw(
    journey: "Journey", *, theme: str = "light", lanes: Sequence[str] = (), lang: str = "", fonts: "Fonts" = "embed"
) -> str:
    """The swimlane view of a map as SVG. Raises ``UsageError`` for a theme, lane or language that does not exist."""
    return svg(swimlanes(journey, theme=theme, lanes=lanes, lang=lang), theme=theme, fonts=fonts)


def missing_characters(scenes: "Sequence[Scene]") -> tuple[str, ...]:
    """The characters of pictures that the bundled fonts have no shape for, each once, in the order met."""
    from cjm.render.glyphs import missing  # noqa: PLC0415

    return missing("".join(row.text for scene in scenes for text in scene.texts() for row in text.rows))
