"""Colours: named, mixed, and compared as eyes compare them. A colour is written ``#rrggbb``."""

import re
from collections.abc import Mapping
from functools import lru_cache

from cjm.errors import ConfigError
from cjm.model.problem import nearest
from cjm.render.values import dataclass

_HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_MIXED = re.compile(r"(\S+) (\d{1,2}|100)%")


@dataclass(frozen=True, slots=True)
class Palette:
    """The named colours of a theme. One may be another's name, or a share of it on the page: ``accent 12%``."""

    theme: str
    named: Mapping[str, str]

    def find(self, written: str, place: str, seen: tuple[str, ...] = ()) -> str:
        """The colour that is meant by what is written in a place. Raises ``ConfigError`` where it is none."""
        if _HEX.fullmatch(written):
            return written.lower()
        if written in self.named and written not in seen:
            return self.find(self.named[written], f"colour ‘{written}’", (*seen, written))
        if mixed := _MIXED.fullmatch(written):
            above, below = (self.find(each, place, seen) for each in (mixed[1], "page"))
            return mix(above, below, int(mixed[2]) / 100)
        if written in seen:
            raise ConfigError(f"Theme {self.theme}: {place} is ‘{written}’, which leads back to itself.")
        meant = nearest(written, self.named)
        hint = f"Did you mean ‘{meant}’?" if meant else "Write it as #rrggbb, or a name from [colours]."
        raise ConfigError(f"Theme {self.theme}: {place} is ‘{written}’, which is no colour. {hint}")


def mix(above: str, below: str, share: float) -> str:
    """A colour with a share (0 to 1) of one and the rest of the other."""
    mixed = (
        round(share * one + (1 - share) * other) for one, other in zip(_channels(above), _channels(below), strict=True)
    )
    return "#{:02x}{:02x}{:02x}".format(*mixed)


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, from 1 to 21, as WCAG reckons it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@lru_cache(256)
def _luminance(colour: str) -> float:
    """Relative luminance in sRGB: 0 for black, 1 for white."""
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour)))
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
