"""Markup: numbers, escaped text, tags and ids, as SVG writes them.

Whatever text comes in, what comes out is well formed and stays in its place.
"""

import re
from functools import cache, lru_cache

from cjm.render.glyphs import clean

# XML 1.0, production 4: what an id may begin with, and go on with.
_START = (
    "A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NO_NAME = re.compile("[^A-Z_a-z0-9.]+")  # of ASCII alone: nearly all ids
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_SPECIAL = re.compile('[&<>"]')
_PLAIN = re.compile(
    "[ !#-%'-;=?-~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20ac\u2190-\u22ff]*"
)  # most texts: nothing to do


@lru_cache(maxsize=1 << 14)
def number(value: float) -> str:
    """A length with two decimals at most: ``12``, ``0.5``, ``-3.25``."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def escape(text: str) -> str:
    """A text for use between tags or in a double-quoted attribute."""
    return text if _PLAIN.fullmatch(text) else _SPECIAL.sub(_entity, clean(text))


def attributes(**values: str | float) -> str:
    """Attributes, each with a space in front; empty ones are left out, ``stroke_width`` is written ``stroke-width``."""
    written = ""
    for name, value in values.items():
        if value != "":
            text = escape(value) if isinstance(value, str) else number(value)
            written += f' {_spelled(name)}="{text}"'
    return written


@cache
def _spelled(name: str) -> str:
    return name.replace("_", "-")


def tag(name: str, written: str, content: str | None = None) -> str:
    """An element in one line; ``written`` are its attributes, ``content`` is markup."""
    return f"<{name}{written}/>" if content is None else f"<{name}{written}>{content}</{name}>"


def _entity(match: re.Match[str]) -> str:
    return _ENTITIES[match[0]]


class Ids:
    """The ids of one drawing: each begins with the drawing's name, and none is given twice."""

    def __init__(self, name: str) -> None:
        self.name = _begun(_named(name)).strip("-")
        self.taken: set[str] = set()

    def give(self, wanted: str) -> str:
        """An id like the one wanted: ``touchpoint/porting`` of ``office-phone`` is ``office-phone-touchpoint-porting``."""
        first = f"{self.name}-{_named(wanted)}"
        found, count = first, 1
        while found in self.taken:
            count += 1
            found = f"{first}-{count}"
        self.taken.add(found)
        return found


def _named(text: str) -> str:
    """A text with a hyphen for whatever may not stand in an id."""
    return (_NO_NAME if text.isascii() else _no_name()).sub("-", text)


def _begun(name: str) -> str:
    """A name that begins as an id may."""
    return name if re.match("[A-Z_a-z]", name) or re.match(f"[{_START}]", name) else f"map-{name}"


@cache
def _no_name() -> re.Pattern[str]:
    return re.compile(f"[^{_START}0-9.\xb7\u0300-\u036f\u203f-\u2040]+")
