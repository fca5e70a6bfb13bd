"""What a picture looks like: the colour, type and stroke of every role, a logo and fonts, read from a theme file.

A theme file is TOML, and says only what differs from the theme it is based on. One of six lines is enough::

    description = "Our own colours"
    logo = "logo.svg"               # PNG, JPEG or SVG, beside this file; drawn 120 by 40 points at most

    [colours]
    accent = "#00695c"              # stages; phases are a tint of it
    line = "accent"                 # the emotion curve: another colour's name will do, too

What may stand in it:

``description``         the theme in one line
``base``                the theme this one is laid over: ``light`` unless given
``logo``                an image file for the upper right corner
``font``, ``font-bold`` TrueType or OpenType files, used for the characters they have
``[colours]``           ``#rrggbb``, the name of another colour, or a share of one on the page: ``accent 12%``
``[types.ROLE]``        how texts of a role are set: ``size`` and ``leading`` in points, ``weight`` (400, 700), ``colour``
``[paints.ROLE]``       how shapes of a role are painted: ``fill``, ``stroke`` (``""`` for none), ``width`` and ``dash`` in
                        points, ``opacity`` of the fill

Files are named from the folder of the theme file. The roles, and what each colour is for, stand in ``light``.
A theme that is hard to read is refused: each type must stand out from all that it is drawn on, and so must the lines
and points of the emotion curve.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files as resources
from typing import TYPE_CHECKING, Literal

from cjm.errors import ConfigError, UsageError
from cjm.model.problem import nearest
from cjm.render.colour import Palette, contrast, mix
from cjm.render.logo import Logo
from cjm.render.logo import read as read_logo
from cjm.render.tables import Table, decode, lay
from cjm.render.values import dataclass

if TYPE_CHECKING:
    from cjm.render.typefaces import Typeface

CONTRAST = 4.5  # WCAG 2.2, 1.4.3: type
GRAPHICS = 3.0  # 1.4.11: what one must see to understand the picture

FLOOR = 10.0
"""Points: type is never shrunk to less."""

ROOT = "light"
"""The theme that all others are laid over."""

Files = Callable[[str], bytes]
"""Reads a file that a theme names; raises ``OSError``."""


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
    """One look: the colour of the page, types for texts and paints for shapes, by role.

    ``typeface``: one of its own, which comes before the bundled one.
    """

    name: str
    page: str
    types: Mapping[str, Type]
    paints: Mapping[str, Paint]
    logo: Logo | None = None
    typeface: "Typeface | None" = None

    def shrunk(self, share: float) -> "Theme":
        """The same with types of that share of their size, but none below the floor that was above it."""
        if share == 1:
            return self
        return replace(self, types={role: _shrunk(kind, share) for role, kind in self.types.items()})


def _shrunk(kind: Type, share: float) -> Type:
    size = max(kind.size * share, min(kind.size, FLOOR))
    return replace(kind, size=size, leading=kind.leading * size / kind.size)


def names() -> dict[str, str]:
    """The built-in themes, and each in one line."""
    return {name: _tables(name)["description"] for name in _known()}


@cache
def load(name: str) -> Theme:
    """The built-in theme of that name; a ``UsageError`` where there is none."""
    if name not in _known():
        meant = nearest(name, _known())
        hint = f"Did you mean ‘{meant}’?" if meant else f"Possible: {', '.join(_known())}."
        raise UsageError(f"There is no theme ‘{name}’. {hint}")
    return _theme(name, _tables(name), _no_files)


def parse(name: str, text: str, files: Files) -> Theme:
    """The theme in the text of a theme file. Raises ``ConfigError``, with what to do, where it cannot be used.

    ``name`` is what messages call it: its path. ``files`` reads the logo and the fonts.
    """
    own = decode(name, text)
    base = own.get("base", ROOT)
    if base not in _known():
        raise ConfigError(f"Theme {name}: ‘base’ is one of the built-in themes: {', '.join(_known())}.")
    return _theme(name, lay(name, own, _tables(base)), files)


def over(paint: Paint, page: str) -> str:
    """The colour of a paint's fill as it is seen on the page."""
    return mix(paint.fill, page, paint.opacity) if paint.fill else page


@cache
def _known() -> tuple[str, ...]:
    found = (entry.name for entry in resources("cjm.render").joinpath("themes").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in found if name.endswith(".toml")))


@cache
def _tables(name: str) -> Table:
    """A built-in theme, laid over its base."""
    own = decode(name, resources("cjm.render").joinpath("themes", f"{name}.toml").read_text(encoding="utf-8"))
    return own if name == ROOT else lay(name, own, _tables(own.get("base", ROOT)))


def _theme(name: str, tables: Table, files: Files) -> Theme:
    """The theme in complete tables, checked for contrast."""
    palette = Palette(name, tables["colours"])

    def colour(part: str, role: str, key: str) -> str:
        written = tables[part][role].get(key, "")
        return palette.find(written, f"‘{key}’ in [{part}.{role}]") if written else ""

    types = {
        role: Type(table["size"], table.get("weight", 400), table["leading"], colour("types", role, "colour"))
        for role, table in tables["types"].items()
    }
    paints = {
        role: Paint(
            colour("paints", role, "fill"),
            colour("paints", role, "stroke"),
            table.get("width", 0),
            tuple(table.get("dash", ())),
            table.get("opacity", 1),
        )
        for role, table in tables["paints"].items()
    }
    page = palette.find("page", "the page")
    theme = Theme(name, page, types, paints, _logo(name, tables, files), _typeface(name, tables, files))
    _check(theme, tables)
    return theme


def _check(theme: Theme, tables: Table) -> None:
    """Refuses what is too faint on one of its grounds, and lines of type that would touch."""
    for role, kind in theme.types.items():
        if kind.leading < kind.size:
            raise ConfigError(
                f"Theme {theme.name}: ‘leading’ in [types.{role}] must be more than its size {kind.size:g}."
            )
        _stand_out(theme, f"[types.{role}]", (kind.colour,), tables["types"][role]["on"], CONTRAST)
    for role, paint in theme.paints.items():
        shown = tuple(filter(None, (paint.fill, paint.stroke)))
        _stand_out(theme, f"[paints.{role}]", shown, tables["paints"][role].get("on", ()), GRAPHICS)


def _stand_out(theme: Theme, place: str, colours: tuple[str, ...], grounds: list[str], least: float) -> None:
    """Refuses a text or a shape none of whose colours stands out from one of the paints it is drawn on."""
    for ground in grounds:
        behind = over(theme.paints[ground], theme.page)
        best = max(colours, key=lambda colour: contrast(colour, behind), default=behind)
        ratio = contrast(best, behind)
        if ratio < least:
            raise ConfigError(
                f"Theme {theme.name}: {place} is hard to see on [paints.{ground}]: {best} on {behind} has a contrast of "
                f"{ratio:.1f}, and {least:g} is the least. Make one of them darker or lighter."
            )


def _logo(theme: str, tables: Table, files: Files) -> Logo | None:
    if not (path := tables.get("logo", "")):
        return None
    try:
        return read_logo(_read(theme, "logo", path, files))
    except ValueError as error:
        raise ConfigError(f"Theme {theme}: the logo ‘{path}’ {error}.") from error


def _typeface(theme: str, tables: Table, files: Files) -> "Typeface | None":
    """The typeface in the font files; the regular one is also bold, as far as it can be, where there is no other."""
    path, path_of_bold = (tables.get(key, "") for key in ("font", "font-bold"))
    if path_of_bold and not path:
        raise ConfigError(f"Theme {theme}: ‘font-bold’ needs a ‘font’ beside it, for texts that are not bold.")
    regular, bold = (_font(theme, each, files) if each else None for each in (path, path_of_bold))
    return replace(regular, bold=bold.bold) if regular and bold else regular


def _font(theme: str, path: str, files: Files) -> "Typeface":
    from cjm.render.typefaces import read  # noqa: PLC0415

    found = read((_read(theme, "font", path, files),))
    if not found:
        raise ConfigError(f"Theme {theme}: the font ‘{path}’ is no TrueType or OpenType file (.ttf, .otf).")
    return found[0]


def _read(theme: str, kind: str, path: str, files: Files) -> bytes:
    try:
        return files(path)
    except (OSError, ValueError) as error:  # a ValueError: no path can hold such a character
        reason = getattr(error, "strerror", "") or str(error)
        hint = "Its path starts from the folder of the theme file."
        raise ConfigError(f"Theme {theme}: the {kind} ‘{path}’ cannot be read: {reason}. {hint}") from error


def _no_files(path: str) -> bytes:
    """Built-in themes name no files."""
    raise FileNotFoundError(path)
