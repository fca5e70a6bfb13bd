"""The tables of a theme file: laid over those of the theme it is based on, and checked key by key."""

import math
import tomllib
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from cjm.errors import ConfigError
from cjm.model.problem import nearest

Table = dict[str, Any]

SMALLEST, _LARGEST = 10, 96  # points, of type


class Key(NamedTuple):
    """What may stand at a key: in words, and as a test."""

    what: str
    fits: Callable[[Any], bool]


def _between(low: float, high: float, what: str) -> Key:
    return Key(what, lambda value: _is_number(value) and low <= value <= high)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_dashes(value: Any) -> bool:
    return isinstance(value, list) and all(_is_number(each) and 0 < each <= 100 for each in value)


_TEXT = Key("a text in quotes", lambda value: isinstance(value, str))
_TABLE = Key("a table", lambda value: isinstance(value, dict))

_HEAD = {
    **dict.fromkeys(("description", "base", "logo", "font", "font-bold"), _TEXT),
    **dict.fromkeys(("colours", "types", "paints"), _TABLE),
}
_TYPE = {
    "size": _between(SMALLEST, _LARGEST, f"a number of points from {SMALLEST}, which can just be read, to {_LARGEST}"),
    "leading": _between(SMALLEST, 2 * _LARGEST, "the distance of lines in points: more than the size"),
    "weight": Key("400 (regular) or 700 (bold)", lambda value: _is_number(value) and value in {400, 700}),
    "colour": _TEXT,
}
_PAINT = {
    "fill": _TEXT,
    "stroke": _TEXT,
    "width": _between(0, 20, "a number of points from 0 to 20"),
    "dash": Key("a list of points, such as [4, 3]; [] for none", _is_dashes),
    "opacity": _between(0, 1, "a number from 0 to 1"),
}


def decode(theme: str, text: str) -> Table:
    """The tables in the text of a theme file."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"Theme {theme} is no TOML: {error}.") from error


def lay(theme: str, own: Table, base: Table) -> Table:
    """The tables of a theme over those of its base, role by role and key by key. What the base lacks is refused."""
    _check(theme, "", own, _HEAD)
    colours = own.get("colours", {})
    _check(theme, "[colours]", colours, dict.fromkeys(colours, _TEXT))
    laid = {**base, **own, "colours": base["colours"] | colours}
    for part, keys in (("types", _TYPE), ("paints", _PAINT)):
        roles = own.get(part, {})
        _check(theme, f"[{part}]", roles, dict.fromkeys(base[part], _TABLE))
        for role, table in roles.items():
            _check(theme, f"[{part}.{role}]", table, keys)
        laid[part] = {role: table | roles.get(role, {}) for role, table in base[part].items()}
    used = {value for value in _values(own) if isinstance(value, str)}
    known = base["colours"].keys() | {name for name in colours if any(name in value.split() for value in used)}
    _check(theme, "[colours]", colours, dict.fromkeys(known, _TEXT))
    return laid


def _values(table: Table) -> Iterable[Any]:
    """Every value in a table and the tables inside it."""
    for value in table.values():
        yield from _values(value) if isinstance(value, dict) else (value,)


def _check(theme: str, place: str, table: Table, keys: Mapping[str, Key]) -> None:
    """Refuses a key that means nothing, or a value that does not fit its key."""
    for key, value in table.items():
        if key not in keys:
            meant = nearest(key, keys)
            hint = f"Did you mean ‘{meant}’?" if meant else f"Possible: {', '.join(sorted(keys))}."
            raise ConfigError(f"Theme {theme}: nothing is called ‘{key}’{place and f' in {place}'}. {hint}")
        if not keys[key].fits(value):
            raise ConfigError(f"Theme {theme}: ‘{key}’{place and f' in {place}'} is {keys[key].what}.")
