"""PNG: the pages of a PDF as pixels. PDFium draws them, many times faster than what draws SVG.

A page is drawn in strips, and each is packed while the next one is drawn: what is in memory does not grow with the size.
"""

import ctypes
import zlib
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, NamedTuple

from cjm.errors import UsageError
from cjm.render.backends import pdf
from cjm.render.extras import missing
from cjm.render.faces import ALONE, Faces
from cjm.render.scene import Scene
from cjm.render.theme import Theme

_LARGEST = 1 << 28  # pixels: what opens it takes four bytes for each
_STRIP = 1 << 20  # pixels
_WAITING = 8  # strips that are drawn and not yet packed
_LEVEL = 3  # of packing: more takes half as much time again for a quarter of the size
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_ADLER = 65_521  # the largest prime below 1 << 16
_INCH = 0.0254  # metres


def draw(scenes: Sequence[Scene], theme: Theme, faces: Faces = ALONE, scale: float = 2) -> list[bytes]:
    """Each page of a picture as a PNG image, with so many pixels for each point.

    Raises ``UsageError`` where the package that draws is not installed, and for an image that hardly any program opens.
    """
    try:
        import pypdfium2_raw as pdfium  # noqa: PLC0415  (an extra; the package around it takes 60 ms to import)
    except ImportError as error:
        raise missing("PNG", "png") from error
    sizes = [_size(scene, scale) for scene in scenes]
    data = pdf.draw(scenes, theme, faces)
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    images = []
    for index, size in enumerate(sizes):
        page = pdfium.FPDF_LoadPage(document, index)
        images.append(_image(pdfium, page, size, scale))
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)
    return images


def _size(scene: Scene, scale: float) -> tuple[int, int]:
    """Width and height in pixels. Raises ``UsageError``."""
    width, height = (max(1, round(length * scale)) for length in (scene.width, scene.height))
    if width * height > _LARGEST:
        most = int((_LARGEST / scene.width / scene.height) ** 0.5 * 100) / 100
        raise UsageError(
            f"An image of {width} × {height} pixels is more than most programs open: draw it with --scale {most:g}, or as PDF."
        )
    return width, height


def _image(pdfium: Any, page: Any, size: tuple[int, int], scale: float) -> bytes:
    """A page as a PNG file with eight bits each of red, green and blue."""
    density = round(72 * scale / _INCH).to_bytes(4, "big")
    head = b"".join(length.to_bytes(4, "big") for length in size) + b"\x08\x02\x00\x00\x00"
    chunks = ((b"IHDR", head), (b"pHYs", density * 2 + b"\x01"), (b"IDAT", _packed(pdfium, page, size)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(*chunk) for chunk in chunks)


def _packed(pdfium: Any, page: Any, size: tuple[int, int]) -> bytes:
    """The rows of a page, deflated strip by strip; a strip that is packed is drawn over with a further one."""
    width, height = size
    high = max(1, _STRIP // width)
    parts = [b"\x78\x01"]
    check = 1
    waiting = deque[Future[_Packed]]()
    spare: list[bytearray] = []

    def take() -> None:
        nonlocal check
        strip, data, own, length = waiting.popleft().result()
        check = _joined(check, own, length)
        parts.append(data)
        spare.append(strip)

    with ThreadPoolExecutor() as pool:
        for top in range(0, height, high):
            rows = min(high, height - top)
            strip = spare.pop() if spare else bytearray(_row(width) * high)
            _draw(pdfium, page, size, strip, range(top, top + rows))
            waiting.append(pool.submit(_pack, strip, _row(width) * rows, is_last=top + rows == height))
            if len(waiting) > _WAITING:
                take()
        while waiting:
            take()
    return b"".join((*parts, check.to_bytes(4, "big")))


class _Packed(NamedTuple):
    """A strip, what it is deflated, the Adler-32 and the number of its bytes."""

    strip: bytearray
    data: bytes
    check: int
    length: int


def _row(width: int) -> int:
    """The bytes of a row: the first says that no filter was used."""
    return 3 * width + 1


def _draw(pdfium: Any, page: Any, size: tuple[int, int], strip: bytearray, rows: range) -> None:
    """Draw some rows of a page over a strip."""
    width, height = size
    first = (ctypes.c_ubyte * len(strip)).from_buffer(strip)
    place = ctypes.byref(first, 1)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, len(rows), pdfium.FPDFBitmap_BGR, place, _row(width))
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, -rows.start, width, height, 0, pdfium.FPDF_REVERSE_BYTE_ORDER)
    pdfium.FPDFBitmap_Destroy(bitmap)


def _pack(strip: bytearray, length: int, *, is_last: bool) -> _Packed:
    """Deflate the first bytes of a strip."""
    packer, data = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS), memoryview(strip)[:length]
    packed = packer.compress(data) + packer.flush(zlib.Z_FINISH if is_last else zlib.Z_FULL_FLUSH)
    return _Packed(strip, packed, zlib.adler32(data), length)


def _joined(check: int, further: int, length: int) -> int:
    """The Adler-32 of bytes and further ones, so many, from those of both (RFC 1950, 8.2)."""
    low, high = (check & 0xFFFF) - 1, check >> 16
    return (high + (further >> 16) + length * low) % _ADLER << 16 | (low + (further & 0xFFFF)) % _ADLER


def _chunk(name: bytes, data: bytes) -> bytes:
    return b"".join((len(data).to_bytes(4, "big"), name, data, zlib.crc32(name + data).to_bytes(4, "big")))
