"""What a picture looks like: the colour, type and stroke of every role, read from a theme file.

A theme that is hard to read is refused: each type says what it is drawn on, and must stand out from it.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from cjm.errors import ConfigError, UsageError

Table = dict[str, Any]

CONTRAST = 4.5  # WCAG 2.2, 1.4.3
SMALLEST = 10  # points


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: size and line distance in points, weight, and colour (``#rrggbb``)."""

    size: float
    weight: Literal[400, 700]
    leading: float
    colour: str


@dataclass(frozen=True, slots=True)
class Paint:
    """How a shape is painted: fill and stroke (``#rrggbb``, or empty for none), stroke width and dashes in points.

    ``opacity`` is that of the fill.
    """

    fill: str = ""
    stroke: str = ""
    width: float = 0
    dash: tuple[float, ...] = ()
    opacity: float = 1


@dataclass(frozen=True, slots=True)
class Theme:
    """One look: the colour of the page, types for texts and paints for shapes, by role."""

    name: str
    page: str
    types: Mapping[str, Type]
    paints: Mapping[str, Paint]


def names() -> tuple[str, ...]:
    """The themes there are."""
    found = (entry.name for entry in files("cjm.render").joinpath("themes").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in found if name.endswith(".toml")))


@cache
def load(name: str) -> Theme:
    """The theme of that name; a ``UsageError`` where there is none."""
    if name not in names():
        raise UsageError(f"no theme is called {name!r}; there are {', '.join(names())}")
    return read(name, _tables(name))


def read(name: str, tables: Table) -> Theme:
    """The theme in the tables of a theme file, checked for contrast."""
    colours = {key: _hex(value, f"theme {name}, colour {key}") for key, value in tables["colours"].items()}

    def colour(value: str, role: str) -> str:
        return colours.get(value) or _hex(value, f"theme {name}, {role}")

    page = colour(tables["page"], "page")
    paints = {
        role: Paint(
            fill=colour(table["fill"], role) if "fill" in table else "",
            stroke=colour(table["stroke"], role) if "stroke" in table else "",
            width=table.get("width", 0),
            dash=tuple(table.get("dash", ())),
            opacity=table.get("opacity", 1),
        )
        for role, table in tables["paints"].items()
    }
    types = {
        role: Type(table["size"], table.get("weight", 400), table["leading"], colour(table["colour"], role))
        for role, table in tables["types"].items()
    }
    theme = Theme(name, page, types, paints)
    for role, table in tables["types"].items():
        _check(theme, role, table["on"])
    return theme


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, from 1 to 21, as WCAG reckons it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def over(paint: Paint, page: str) -> str:
    """The colour of a paint's fill as it is seen on the page."""
    if not paint.fill:
        return page
    mixed = (
        round(paint.opacity * above + (1 - paint.opacity) * below)
        for above, below in zip(_channels(paint.fill), _channels(page), strict=True)
    )
    return "#{:02x}{:02x}{:02x}".format(*mixed)


def _tables(name: str) -> Table:
    """A theme file, laid over its base."""
    text = files("cjm.render").joinpath("themes", f"{name}.toml").read_text(encoding="utf-8")
    own = tomllib.loads(text)
    base = _tables(own["base"]) if "base" in own else {}
    tables = {part: base.get(part, {}) | own.get(part, {}) for part in ("colours", "types", "paints")}
    return base | own | tables


def _check(theme: Theme, role: str, grounds: list[str]) -> None:
    """Refuses a type that is too small, or too faint on one of its grounds."""
    kind = theme.types[role]
    if kind.size < SMALLEST:
        raise ConfigError(f"theme {theme.name}: {role} is {kind.size:g} pt; no type may be under {SMALLEST} pt")
    for ground in grounds:
        if ground not in theme.paints:
            raise ConfigError(f"theme {theme.name}: {role} is drawn on {ground!r}, which is no paint")
        behind = over(theme.paints[ground], theme.page)
        ratio = contrast(kind.colour, behind)
        if ratio < CONTRAST:
            raise ConfigError(
                f"theme {theme.name}: {role} ({kind.colour}) on {ground} ({behind}) has a contrast of {ratio:.2f}; "
                f"{CONTRAST} is the least"
            )


def _hex(value: str, place: str) -> str:
    if not re.fullmatch(r"#[0-9a-f]{6}", value, re.IGNORECASE):
        raise ConfigError(f"{place}: {value!r} is neither a named colour nor #rrggbb")
    return value.lower()


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    """Relative luminance in sRGB: 0 for black, 1 for white."""
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour)))
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
