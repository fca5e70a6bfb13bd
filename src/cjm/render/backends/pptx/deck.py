"""The file of a deck: its slides, theme and notes, or those of a template, and the same bytes each time."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.util import Emu

from cjm.errors import FileError
from cjm.render.backends.pptx.place import POINT
from cjm.render.backends.xml import attributes, tag
from cjm.render.values import dataclass

_SPACES = (
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_MAIN = b"application/vnd.openxmlformats-officedocument.presentationml.%s.main+xml"
_THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
_DAY = (1980, 1, 1, 0, 0, 0)  # the first one that a ZIP file knows
_EXTENSIONS = "{http://schemas.openxmlformats.org/presentationml/2006/main}extLst"
_FONT = "Arial"
_NO_DECK = "The template is no PowerPoint file that can be used: .pptx and .potx files can, without a password."


@dataclass(frozen=True, slots=True)
class Image:
    """An image file; ``drawing`` is the same as SVG, shown by programs that can."""

    data: bytes
    drawing: bytes = b""


Fill = Callable[[Callable[[Image], str]], str]
"""Writes the shapes of a slide; it is given what puts an image into the deck and refers to it."""


class Deck:
    """A deck that slides are added to: a new one of a size in points, or a template without its slides."""

    def __init__(self, template: bytes | None, size: tuple[float, float], colours: Mapping[str, str]) -> None:
        self.presentation: Any = _open(template)
        if template is None:
            _make_own(self.presentation, size, colours)
        else:
            _empty(self.presentation)
        self.layout = _blank(self.presentation)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of its slides, in points."""
        return self.presentation.slide_width / POINT, self.presentation.slide_height / POINT

    @property
    def colours(self) -> Mapping[str, str]:
        """What the names of its colours stand for: ``bg1``, ``tx1``, ``accent1`` … as ``#rrggbb``."""
        master = self.presentation.slide_master
        theme = parse_xml(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
        found = {
            slot.tag.rpartition("}")[2]: f"#{(slot[0].get('lastClr') or slot[0].get('val')).lower()}"
            for slot in theme.iterfind(".//{*}clrScheme/*")
        }
        named = master._element.find("{*}clrMap").attrib  # noqa: SLF001
        return {name: found[slot] for name, slot in named.items()}

    def add(self, fill: Fill, notes: str) -> None:
        """One more slide, with what a speaker can say to it."""
        slide = self.presentation.slides.add_slide(self.layout)
        tree = slide.shapes._spTree  # noqa: SLF001 -- markup of our own: a shape made by calls takes a millisecond
        for placeholder in list(slide.placeholders):
            tree.remove(placeholder._element)  # noqa: SLF001
        for shape in parse_xml(f"<p:spTree{_SPACES}>{fill(lambda image: _embed(slide.part, image))}</p:spTree>"):
            tree.append(shape)
        frame = slide.notes_slide.notes_text_frame if notes else None
        if frame is not None:
            frame.text = notes

    def save(self, title: str, lang: str) -> bytes:
        """The file."""
        properties = self.presentation.core_properties
        for child in list(properties._element):  # noqa: SLF001 -- dates and people, of whoever made the template
            properties._element.remove(child)  # noqa: SLF001
        properties.title, properties.language = title[:255], lang
        package = self.presentation.part.package
        for name, relation in list(package._rels.items()):  # noqa: SLF001
            if relation.reltype in {_THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES}:
                package._rels.pop(name)  # noqa: SLF001
        written = io.BytesIO()
        self.presentation.save(written)
        return _packed(written.getvalue())


def size_of(template: bytes) -> tuple[float, float]:
    """Width and height of the slides of a deck, in points. Raises ``FileError`` for what is no deck."""
    presentation = _open(template)
    return presentation.slide_width / POINT, presentation.slide_height / POINT


def _open(template: bytes | None) -> Any:
    """A template, or what python-pptx begins with. Raises ``FileError`` where a template is no deck."""
    if template is None:
        return Presentation()
    try:
        return Presentation(io.BytesIO(_packed(template, {_MAIN % b"template": _MAIN % b"presentation"})))
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError, OSError) as error:
        raise FileError(_NO_DECK) from error


def _packed(data: bytes, changed: Mapping[bytes, bytes] | None = None) -> bytes:
    """A ZIP file without the dates of its parts; in the list of their types some are changed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "[Content_Types].xml":
                for old, new in (changed or {}).items():
                    content = content.replace(old, new)
            told = zipfile.ZipInfo(entry.filename, _DAY)
            told.compress_type, told.create_system = zipfile.ZIP_DEFLATED, 0
            target.writestr(told, content)
    return packed.getvalue()


def _empty(presentation: Any) -> None:
    """Take the slides out of a template, and what names them."""
    root = presentation.part._element  # noqa: SLF001
    for slide in list(presentation.slides._sldIdLst):  # noqa: SLF001
        presentation.part.rels.pop(slide.rId)
        slide.getparent().remove(slide)
    shows = root.findall("{*}custShowLst")
    sections = [each for each in root.iter("{*}ext") if each.find("{*}sectionLst") is not None]
    for each in (*shows, *sections):
        each.getparent().remove(each)
    for each in root.findall(_EXTENSIONS):
        if not len(each):
            root.remove(each)


def _make_own(presentation: Any, size: tuple[float, float], colours: Mapping[str, str]) -> None:
    """Give a new deck its size, colours and font; of its layouts it keeps the blank one and the one with a title."""
    width, height = (round(length * POINT) for length in size)
    shares = width / presentation.slide_width, height / presentation.slide_height
    presentation.slide_width, presentation.slide_height = Emu(width), Emu(height)
    presentation.part._element.sldSz.attrib.pop("type", None)  # noqa: SLF001
    master = presentation.slide_master
    for layout in list(presentation.slide_layouts):
        if layout._element.get("type") not in {"blank", "titleOnly"}:  # noqa: SLF001
            presentation.slide_layouts.remove(layout)
    for each in (master, *presentation.slide_layouts):
        for place in each._element.iter("{*}xfrm"):  # noqa: SLF001
            for key, share in (("x", 0), ("y", 1), ("cx", 0), ("cy", 1)):
                for point in place.iterchildren():
                    if key in point.attrib:
                        point.set(key, str(round(int(point.get(key)) * shares[share])))
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = _themed(theme.blob, colours)  # noqa: SLF001
    for name, relation in list(presentation.part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.PRINTER_SETTINGS:
            presentation.part.rels.pop(name)


def _themed(blob: bytes, colours: Mapping[str, str]) -> bytes:
    """A theme with other colours, and one font for all."""
    text = blob.decode("utf-8")
    for name, colour in colours.items():
        written = tag(f"a:{name}", "", tag("a:srgbClr", attributes(val=colour[1:].upper())))
        text = re.sub(rf"<a:{name}>.*?</a:{name}>", written, text, count=1, flags=re.DOTALL)
    return re.sub(r'(<a:(?:major|minor)Font>\s*<a:latin typeface=)"[^"]*"', rf'\1"{_FONT}"', text).encode("utf-8")


def _blank(presentation: Any) -> Any:
    """The layout with nothing on it, else the one with the least."""
    layouts = list(presentation.slide_layouts)
    return next(
        (each for each in layouts if each._element.get("type") == "blank"),  # noqa: SLF001
        min(layouts, key=lambda each: len(list(each.placeholders)), default=None),
    )


def _embed(part: Any, image: Image) -> str:
    """An image in the file, and the markup that refers to it."""
    _, name = part.get_or_add_image_part(io.BytesIO(image.data))
    if not image.drawing:
        return tag("a:blip", attributes(**{"r:embed": name}))
    package = part.package
    path = PackURI(f"/ppt/media/drawing{len(list(package.iter_parts()))}.svg")
    drawing = part.relate_to(Part(path, "image/svg+xml", package, image.drawing), RELATIONSHIP_TYPE.IMAGE)
    space = ' xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
    shown = tag("asvg:svgBlip", space + attributes(**{"r:embed": drawing}))
    more = tag("a:ext", attributes(uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"), shown)
    return tag("a:blip", attributes(**{"r:embed": name}), tag("a:extLst", "", more))
