"""How the records of the format are declared: each key once, with its type, its default and what it means.

The declarations are plain dataclasses. They serve four readers: pydantic validates into them, :mod:`cjm.model.fold`
takes the short forms from them, the JSON Schema and the reference are generated from them.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Annotated, Any, ClassVar, NamedTuple, TypeVar, dataclass_transform

T = TypeVar("T")


class Limits(NamedTuple):
    """The bounds of a number, both included. With ``share`` a percentage is welcome too: ``82%`` is 0.82."""

    low: float | None = None
    high: float | None = None
    share: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        """Tell pydantic: strict (``true`` is no 1), finite, within the bounds."""
        bounds = {name: value for name, value in (("ge", self.low), ("le", self.high)) if value is not None}
        return {**handler(source), "strict": True, **bounds}


class Pattern(NamedTuple):
    """A text of a certain form; ``form`` describes it within a sentence, with an example.

    ``types``: what such a text may look like to a JSON Schema, as ``reviewed: 2026`` is an integer there.
    """

    regex: str
    form: str
    types: tuple[str, ...] = ("string",)

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        """Tell pydantic the regular expression."""
        return {**handler(source), "pattern": self.regex}


def _iso(units: str) -> str:
    """Counts of one or more of the units, in their order."""
    ways = (
        f"{_DIGITS}{unit}" + "".join(f"({_DIGITS}{later})?" for later in units[place:])
        for place, unit in enumerate(units, 1)
    )
    return f"({'|'.join(ways)})"


_DIGITS = "[0-9]{1,15}"
_NUMBER = rf"[-+−]?{_DIGITS}(\.{_DIGITS})?"
_UNIT = "(min|minutes?|h|hours?|d|days?|wd|working days?|w|weeks?|mo|months?|y|years?)"
_SPAN = rf"{_DIGITS}(\.{_DIGITS})?( ?[-–] ?{_DIGITS}(\.{_DIGITS})?)? ?{_UNIT}"
_ISO = f"P({_iso('YMWD')}(T{_iso('HMS')})?|T{_iso('HMS')})"
_DAY = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"

Prose = tuple[str, ...]
"""One text or several, in the order written."""
Names = tuple[str, ...]
"""Ids, or names, of things described elsewhere."""
Rating = Annotated[int, Limits(1, 5)]
Number = Annotated[float, Limits()]
Count = Annotated[int, Limits(0)]
Share = Annotated[float, Limits(0, 1, share=True)]
Flag = Annotated[bool, Limits()]
Duration = Annotated[
    str, Pattern(rf"^({_SPAN}|{_ISO})$", "a number and a unit (min, hour, day, working day, week, month, year): 2 days")
]
Date = Annotated[
    str,
    Pattern(
        rf"^{_DAY}(/{_DAY})?$", "a date: 2026, 2026-06, 2026-06-30, or a span 2022-04/2023-03", ("string", "integer")
    ),
]
Validated = Annotated[
    str,
    Pattern(
        rf"^(true|false|{_DAY})$", "true, or the date it was validated: 2026-06-30", ("string", "integer", "boolean")
    ),
]
Language = Annotated[
    str, Pattern("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", "a code of two or three letters: en, fr, ro, pl, de, es")
]
Amount = Annotated[
    str,
    Pattern(
        rf"^({_NUMBER} ?%?|{_SPAN}|{_ISO})$",
        "a number, a percentage or a duration: 84, 80.4%, 2 days",
        ("string", "number"),
    ),
]


class Form(NamedTuple):
    """The short form of a record: a text or number alone is the first of the keys ``short`` that can take it.

    ``one_of``: at least one of these keys is needed. ``flag``: ``true`` alone stands for the empty record.
    ``named``: a text that names an actor or a system stands for that.
    """

    short: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    flag: bool = False
    named: bool = False


FORMS: dict[type, Form] = {}
"""Every record with its short form: the one table that folding, the schema and the reference share."""


class Place(IntEnum):
    """Where in its mapping a key belongs, as maps are read best."""

    VERSION = 0
    ID = 1
    NAME = 2  # what it is, in facts of a line each
    WHO = 3  # whom it is about
    BODY = 4  # what is to be said of it
    CONTENT = 5  # what it is there to hold


def field(doc: str, **how: Any) -> Any:
    """Declare a key: what it means, and ``default`` or ``default_factory`` unless it must be there.

    ``hidden`` keys are filled in by the program and closed to the user. ``alone`` is the entry of a mapping under
    which a text alone is filed, ``short`` the key that a text alone stands for where it is not the record's usual one.
    ``place`` puts it before or behind others; at one place a record's own keys come before those it inherits.
    """
    metadata = {
        "doc": doc,
        "hidden": how.pop("hidden", False),
        "alone": how.pop("alone", None),
        "short": how.pop("short", None),
        "place": how.pop("place", Place.BODY),
    }
    return dataclasses.field(metadata=metadata, **how)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(
    *, short: tuple[str, ...] = (), one_of: tuple[str, ...] = (), flag: bool = False, named: bool = False
) -> Callable[[type[T]], type[T]]:
    """Make a class a record of the format: frozen, slotted, with its short form.

    What dataclasses would write out and compile for each class (a third of the start-up) stands once in ``Record``.
    """

    def declare(cls: type[T]) -> type[T]:
        made = dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)(cls)
        FORMS[made] = Form(short, one_of, flag, named)
        return made

    return declare


@record()
class Record:
    """A mapping of the format: keys that begin with ``x-`` are the user's own and are kept."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    extra: dict[str, Any] = field("the user's own keys, x-…", default_factory=dict, hidden=True)

    def __init__(self, **values: Any) -> None:
        for each in dataclasses.fields(self):
            if each.name in values:
                value = values.pop(each.name)
            elif each.default_factory is not dataclasses.MISSING:
                value = each.default_factory()
            elif each.default is not dataclasses.MISSING:
                value = each.default
            else:
                message = f"{type(self).__name__} needs {each.name}"
                raise TypeError(message)
            object.__setattr__(self, each.name, value)
        if values:
            message = f"{type(self).__name__} has no {', '.join(values)}"
            raise TypeError(message)

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, each.name) == getattr(other, each.name) for each in dataclasses.fields(self))

    __hash__ = None  # type: ignore[assignment] # records hold mappings

    def __repr__(self) -> str:
        """Only what is said: keys at their defaults are left out."""
        said = ((each.name, getattr(self, each.name)) for each in dataclasses.fields(self))
        told = ", ".join(f"{name}={value!r}" for name, value in said if value not in (None, "", (), {}, False))
        return f"{type(self).__name__}({told})"


@record(short=("url",))
class Link(Record):
    """A page that says more."""

    title: str = field("what the page is called", default="")
    url: str = field("its address")


@record()
class Element(Record):
    """Anything that can be named, compared and linked."""

    id: str = field(
        "a short name that stays the same when the wording changes: lower case, no spaces", default="", place=Place.ID
    )
    formerly: Names = field("ids this had before, so that a comparison recognises it", default=(), place=Place.ID)
    links: tuple[Link, ...] = field("pages that say more: {title, url}", default=())
    derived: bool = field("whether the id was made from the text", default=False, hidden=True)
    numbered: bool = field("whether the id is but a number, and so no identity", default=False, hidden=True)


@record()
class Named(Element):
    """Someone or something that a map calls by id or name."""

    name: str = field("what it is called in pictures", default="", place=Place.NAME)
    refers: str = field("the word in a map that made this entry, as nothing was called so", default="", hidden=True)
