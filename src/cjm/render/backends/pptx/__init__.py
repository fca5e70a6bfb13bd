"""PowerPoint with native shapes: cards with their texts inside, a curve whose points can be pulled, groups with names.

Colours are those of the deck's theme, and texts are wrapped by the slide program, in the font of the deck. The same
scenes give the same bytes.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Literal

from cjm.render.backends import svg
from cjm.render.backends.pptx.colours import Scheme
from cjm.render.backends.pptx.deck import Deck, Image
from cjm.render.backends.pptx.notes import notes
from cjm.render.backends.pptx.place import LARGEST, fit
from cjm.render.backends.pptx.shapes import Pen, headline
from cjm.render.backends.pptx.texts import Texts, plain
from cjm.render.colour import contrast
from cjm.render.faces import ALONE, Faces
from cjm.render.scene import Group, Picture, Rect, Scene
from cjm.render.theme import Theme, load

_SVG = "image/svg+xml"
_SMALLEST = 72.0  # points: no side of a slide is shorter

Slides = Literal["shapes", "picture"]

Raster = Callable[[Scene, float], bytes]
"""A scene as a PNG image, with so many pixels for each point."""

_PIXELS = 3000  # at the longer side of a picture, for programs that cannot draw


def draw(  # noqa: PLR0913, PLR0917 -- what is drawn, and the ways to draw it
    scenes: Sequence[Scene],
    theme: Theme,
    faces: Faces = ALONE,
    slides: Slides = "shapes",
    template: bytes | None = None,
    raster: Raster | None = None,
) -> bytes:
    """The scenes as a deck, a slide for each: as shapes, or as one picture.

    ``template`` is another deck (.pptx, .potx): its size, layouts, fonts and colours are taken, its slides are not.
    Without one the slides have the shape of the first scene, and are as large as it takes to hold all. ``raster`` shows what is SVG in programs that cannot draw
    it; without it that is left out. Raises ``FileError`` for a template that is no deck.
    """
    deck = Deck(template, _size(scenes), Scheme(theme).slots())
    colours = deck.colours if template else None
    look = _matching(theme, colours["bg1"]) if colours else theme
    for scene in scenes:
        drawn = scene if slides == "shapes" else _as_picture(scene, theme, faces)
        put = partial(_put, scene if slides == "picture" else None, raster)
        scheme = Scheme(look.shrunk(scene.shrink), colours)
        deck.add(partial(_shapes, drawn, scheme, faces, deck.size, put), notes(scene))
    return deck.save(plain(headline(scenes[0]) or scenes[0].title), scenes[0].lang)


def _matching(theme: Theme, page: str) -> Theme:
    """The theme for slides of that colour: of ours the dark one where they are dark, else the light one."""
    ours = {"light": "dark", "dark": "light"}
    return load(ours[theme.name]) if theme.name in ours and _is_dark(page) != _is_dark(theme.page) else theme


def _is_dark(colour: str) -> bool:
    return contrast(colour, "#ffffff") > contrast(colour, "#000000")


def _size(scenes: Sequence[Scene]) -> tuple[float, float]:
    """The size of slides in the shape of the first scene that hold every scene, as far as slides can."""
    shape = scenes[0].width / scenes[0].height
    wide, high = (max(getattr(scene, side) for scene in scenes) for side in ("width", "height"))
    width, height = max(wide, high * shape), max(high, wide / shape)
    share = min(LARGEST / width, LARGEST / height, 1)
    return max(width * share, _SMALLEST), max(height * share, _SMALLEST)


def _shapes(  # noqa: PLR0913, PLR0917 -- what a slide is drawn from and with
    scene: Scene,
    scheme: Scheme,
    faces: Faces,
    size: tuple[float, float],
    put: Callable[[Callable[[Image], str], Picture], str],
    embed: Callable[[Image], str],
) -> str:
    """The markup of all shapes of a slide."""
    place = fit(scene.width, scene.height, size)
    return Pen(scene, scheme, place, Texts(scheme, place, faces, scene), partial(put, embed)).slide()


def _as_picture(scene: Scene, theme: Theme, faces: Faces) -> Scene:
    """The scene as a single drawing, its letters as shapes: slide programs know no fonts inside of one."""
    drawing = svg.draw((scene,), theme, "outline", faces).encode("utf-8")
    whole = Picture(Rect(0, 0, scene.width, scene.height), _SVG, drawing)
    told = ". ".join(filter(None, (scene.title, scene.description)))
    return replace(scene, children=(Group("picture", told, (whole,)),))


def _put(whole: Scene | None, raster: Raster | None, embed: Callable[[Image], str], picture: Picture) -> str:
    """Put an image into the deck; beside one that is a drawing its pixels, those of the ``whole`` scene or its own."""
    if picture.media != _SVG:
        return embed(Image(picture.data))
    if raster is None:
        return ""
    width, height = picture.rect.width, picture.rect.height
    alone = replace(picture, rect=Rect(0, 0, width, height))
    shown = whole or Scene("picture", "", "", "en", width, height, (alone,))
    return embed(Image(raster(shown, min(_PIXELS / max(width, height), 4)), picture.data))
