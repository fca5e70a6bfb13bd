"""Images in a PDF, such as logos: whatever a file holds, a PDF has its pixels, and how far one sees through each."""

import zlib
from base64 import b64encode

from cjm.render.backends.pdf.file import File, ref
from cjm.render.backends.xml import number
from cjm.render.extras import missing
from cjm.render.scene import Picture

_FINE = 4  # pixels for each point: 288 to the inch


class Images:
    """The images of a document; ``numbers`` are theirs, by name. One that stands on every page is there once."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.numbers: dict[str, int] = {}
        self._names: dict[tuple[bytes, float, float], str] = {}

    def name(self, picture: Picture) -> str:
        """What an image is called in the document. Raises ``UsageError`` where the package that reads it is missing."""
        key = picture.data, picture.rect.width, picture.rect.height
        if key not in self._names:
            self._names[key] = f"I{len(self._names)}"
            self.numbers[self._names[key]] = self._add(picture)
        return self._names[key]

    def _add(self, picture: Picture) -> int:
        width, height, pixels = _unpack(_drawn(picture))
        size = f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8"
        mask = self.file.stream(pixels[3::4], f"{size}/ColorSpace/DeviceGray")
        colours = bytearray(width * height * 3)
        for channel in range(3):
            colours[channel::3] = pixels[channel::4]
        return self.file.stream(bytes(colours), f"{size}/ColorSpace/DeviceRGB/SMask {ref(mask)}")


def _drawn(picture: Picture) -> bytes:
    """The image as a PNG in the size it has on the page."""
    try:
        import resvg_py  # noqa: PLC0415  (an extra, and only logos need it)
    except ImportError as error:
        raise missing("A logo in this format", "pdf") from error
    width, height = (number(length) for length in (picture.rect.width, picture.rect.height))
    data = b64encode(picture.data).decode("ascii")
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{width}"'
        f' height="{height}"><image width="{width}" height="{height}" xlink:href="data:{picture.media};base64,{data}"/></svg>'
    )
    return resvg_py.svg_to_bytes(svg_string=text, zoom=_FINE, skip_system_fonts=b"<text" not in picture.data)


def _unpack(data: bytes) -> tuple[int, int, bytes]:
    """Width, height and pixels of a PNG with eight bits each of red, green, blue and opacity (PNG, 9.2: filters)."""
    width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    packed, at = [], 8
    while at < len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind == b"IDAT":
            packed.append(data[at + 8 : at + 8 + length])
        at += length + 12
    raw, size = zlib.decompress(b"".join(packed)), width * 4
    rows = []
    above = bytes(size)
    for start in range(0, len(raw), size + 1):
        above = _unfilter(raw[start], bytearray(raw[start + 1 : start + 1 + size]), above)
        rows.append(above)
    return width, height, b"".join(rows)


def _unfilter(kind: int, row: bytearray, above: bytes) -> bytes:
    """A row of pixels from how it differs from its neighbours."""
    for at in range(len(row)) if kind else ():
        left, corner = (row[at - 4], above[at - 4]) if at >= 4 else (0, 0)
        guess = (0, left, above[at], (left + above[at]) // 2, _nearest(left, above[at], corner))[kind]
        row[at] = (row[at] + guess) & 255
    return bytes(row)


def _nearest(left: int, above: int, corner: int) -> int:
    """Paeth's guess: the neighbour that is nearest to what the three would make a slope."""
    slope = left + above - corner
    return min((left, above, corner), key=lambda each: abs(slope - each))
