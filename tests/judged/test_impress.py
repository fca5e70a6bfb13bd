"""LibreOffice opens the decks that we make, wraps their texts by itself, and every word stays in its shape."""

import html
import io
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pptx import Presentation
from pptx.util import Length

from cjm.diff.compare import compare
from cjm.figures.essence import truths
from cjm.render import comparison, decisive, lay_out, multiples, pptx, summary
from cjm.render.scene import Rect, Scene
from tests.decks import LOOK
from tests.judges import program
from tests.kept import MAPS, journey
from tests.render.test_laws import scene
from tests.render.test_multiples import history
from tests.render.test_template import company, painted, saved

SLACK = 1.0  # point
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


class Word(NamedTuple):
    """A word where LibreOffice set it, in points."""

    text: str
    rect: Rect


def converted(decks: dict[str, bytes], folder: Path) -> dict[str, list[list[Word]]]:
    """The words of each page of each deck."""
    for name, data in decks.items():
        (folder / f"{name}.pptx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    files = [str(folder / f"{name}.pptx") for name in decks]
    subprocess.run([*command, *files], capture_output=True, check=True, timeout=180)
    return {name: list(pages(folder / f"{name}.pdf")) for name in decks}


def pages(path: Path) -> Iterator[list[Word]]:
    command = [program("pdftotext"), "-bbox-layout", str(path), "-"]
    told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    for page in told.split("<page ")[1:]:
        yield [Word(html.unescape(text), lettered(*map(float, edges))) for *edges, text in WORD.findall(page)]


def lettered(left: float, top: float, right: float, bottom: float) -> Rect:
    """The part of a word's place that letters fill: above and below, a font has room for accents of accents."""
    high = bottom - top
    return Rect(left, top + 0.2 * high, right - left, 0.65 * high)


def shapes(parts: Any) -> Iterator[tuple[str, Rect]]:
    """Every text of a slide, with its shape."""
    for shape in parts:
        if hasattr(shape, "shapes"):
            yield from shapes(shape.shapes)
        elif shape.has_text_frame and shape.text_frame.text:
            edges = (shape.left, shape.top, shape.width, shape.height)
            yield shape.text_frame.text, Rect(*(Length(edge).pt for edge in edges))


def letters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def lost(deck: bytes, found: list[list[Word]]) -> list[str]:
    """The texts of which some letters are not where their shape is."""
    slides = Presentation(io.BytesIO(deck)).slides
    assert len(slides) == len(found)
    missing = []
    for slide, words in zip(slides, found, strict=True):
        for text, rect in shapes(slide.shapes):
            inside = "".join(word.text for word in words if rect.holds(word.rect, SLACK))
            if short := letters(text) - letters(inside):
                missing.append(f"{text!r} in {rect}: {dict(short)}")
    return missing


def decks() -> Iterator[tuple[str, tuple[Scene, ...]]]:
    for number, path in enumerate(MAPS):
        yield f"map-{number}", (scene(path),)
    maps = [journey(path) for path in MAPS if path.name.startswith("office-phone")]
    yield "slides", lay_out((maps[0],), LOOK, size="16:9")
    yield "moments", tuple(page for path in MAPS if truths(journey(path)) for page in decisive(journey(path), LOOK))
    for size in ("16:9", "4:3", "720x405"):
        yield f"summaries-{size.replace(':', '-')}", tuple(summary(journey(path), LOOK, size=size)[0] for path in MAPS)
    yield "change", (*summary(compare(*maps), LOOK), *comparison(compare(*maps), LOOK, detail="overview"))
    yield "history", multiples(history(*maps), LOOK)
    yield "beside", comparison(compare(*maps), LOOK, view="side-by-side")


@pytest.mark.judge("soffice", "pdftotext")
def test_every_word_is_in_its_shape(tmp_path: Path) -> None:
    made = {name: pptx(scenes, LOOK) for name, scenes in decks()}
    briefs = tuple(summary(journey(path), LOOK)[0] for path in MAPS)
    made["company"] = pptx(briefs, LOOK, template=saved(painted(company(), accent1="1B5E20", lt1="FFF9EF")))
    found = converted(made, tmp_path)
    assert {name: missing for name, deck in made.items() if (missing := lost(deck, found[name]))} == {}


@pytest.mark.judge("soffice", "pdftotext")
def test_a_word_outside_is_seen(tmp_path: Path) -> None:
    deck = Presentation(io.BytesIO(pptx((scene(MAPS[0]),), LOOK)))
    shape = next(each for each in deck.slides[0].shapes if each.has_text_frame)
    shape.text_frame.text, shape.width = "Donaudampfschifffahrtsgesellschaft", 100_000
    changed = io.BytesIO()
    deck.save(changed)
    found = converted({"odd": changed.getvalue()}, tmp_path)
    assert len(lost(changed.getvalue(), found["odd"])) == 1
