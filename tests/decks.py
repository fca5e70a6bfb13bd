"""Decks for tests: made of scenes, and read back by another program's library."""

import io
from collections.abc import Iterator
from typing import Any

from pptx import Presentation

from cjm.render import style
from cjm.render.backends.pptx import draw
from cjm.render.scene import Scene, Shape

LOOK = style("light")
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


def picture(*children: Shape, title: str = "Office phone") -> Scene:
    return Scene("office", title, "How Ana gets a phone", "en", 400, 300, children)


def read(deck: bytes) -> Any:
    return Presentation(io.BytesIO(deck))


def drawn(*scenes: Scene, **options: Any) -> Any:
    return read(draw(scenes, LOOK.theme, LOOK.faces, **options))


def shapes(parts: Any) -> Iterator[Any]:
    for shape in parts:
        yield shape
        if hasattr(shape, "shapes"):
            yield from shapes(shape.shapes)


def written(slide: Any) -> list[str]:
    found = (shape.text_frame.text for shape in shapes(slide.shapes) if shape.has_text_frame)
    return [text for text in found if text]
