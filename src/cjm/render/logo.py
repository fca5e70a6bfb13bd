"""Logos: what kind of image a file holds, and how wide and high it is."""

import re
from collections.abc import Callable

from cjm.render.values import dataclass

LARGEST = 1 << 20  # bytes: it stands in every picture

_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SVG_HEAD = 1 << 14
_SVG = re.compile(r"<(?:\w+:)?svg(?=[\s>])")
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_LENGTH = re.compile(r"\s*(\d*\.?\d+)\s*([a-z]*)\s*")


@dataclass(frozen=True, slots=True)
class Logo:
    """An image file: its type (``image/png``), its bytes, and its width and height in units of its own."""

    media: str
    data: bytes
    width: float
    height: float

    def fit(self, width: float, height: float) -> tuple[float, float]:
        """The largest size within a width and height that keeps its proportions."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


def read(data: bytes) -> Logo:
    """The logo in a file. Raises ``ValueError``, with what to do, where it cannot be one."""
    if len(data) > LARGEST:
        raise ValueError(
            f"has {len(data) / LARGEST:.1f} MiB, and at most 1 MiB fits into every picture: make it smaller"
        )
    for media, size in _KINDS.items():
        if (found := size(data)) and all(0 < length < 1e6 for length in found):
            return Logo(media, data, *found)
    raise ValueError("is no PNG, JPEG or SVG image whose size can be read: an SVG needs width and height, or a viewBox")


def _png(data: bytes) -> tuple[float, float] | None:
    if not data.startswith(b"\x89PNG\r\n\x1a\n") or data[12:16] != b"IHDR" or len(data) < 24:
        return None
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def _jpeg(data: bytes) -> tuple[float, float] | None:
    """From the frame header: behind a marker and its length stand precision, height and width."""
    at = 2 if data.startswith(b"\xff\xd8") else len(data)
    while at + 9 <= len(data) and data[at] == 0xFF:
        if data[at + 1] in _JPEG_FRAMES:
            return int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7])
        at += 1 if data[at + 1] == 0xFF else 2 + max(int.from_bytes(data[at + 2 : at + 4]), 2)
    return None


def _svg(data: bytes) -> tuple[float, float] | None:
    """From width and height where both are in one unit, else from the viewBox."""
    head = re.sub(r"<!--.*?(?:-->|\Z)", "", data[:_SVG_HEAD].decode("utf-8", "replace"), flags=re.DOTALL)
    if not (start := _SVG.search(head)):
        return None
    tag = re.match(r"""(?:[^>"']|"[^"]*"|'[^']*')*""", head[start.end() :])
    told = {name: one or other for name, one, other in _ATTRIBUTE.findall(tag[0] if tag else "")}
    width, height = (_LENGTH.fullmatch(told.get(name, "")) for name in ("width", "height"))
    if width and height and width[2] == height[2]:
        return float(width[1]), float(height[1])
    try:
        _, _, wide, high = map(float, told.get("viewBox", "").replace(",", " ").split())
    except ValueError:
        return None
    return wide, high


_KINDS: dict[str, Callable[[bytes], tuple[float, float] | None]] = {
    "image/png": _png,
    "image/jpeg": _jpeg,
    "image/svg+xml": _svg,
}
