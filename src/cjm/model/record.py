"""How the records of the format are declared: each key once, with its type, its default and what it means.

The declarations are plain dataclasses. They serve four readers: pydantic validates into them, :mod:`cjm.model.fold`
takes the short forms from them, the JSON Schema and the reference are generated from them.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of a number, both included. With ``share`` a percentage is welcome too: ``82%`` is 0.82."""

    low: float | None = None
    high: float | None = None
    share: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        """Tell pydantic: strict (``true`` is no 1), finite, within the bounds."""
        bounds = {name: value for name, value in (("ge", self.low), ("le", self.high)) if value is not None}
        return {**handler(source), "strict": True, **bounds}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text of a certain form; ``form`` describes it within a sentence, with an example."""

    regex: str
    form: str

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        """Tell pydantic the regular expression."""
        return {**handler(source), "pattern": self.regex}


_NUMBER = r"[-+−]?[0-9]+(\.[0-9]+)?"
_UNIT = "(min|minutes?|h|hours?|d|days?|wd|working days?|w|weeks?|mo|months?|y|years?)"
_SPAN = rf"[0-9]+(\.[0-9]+)?( ?[-–] ?[0-9]+(\.[0-9]+)?)? ?{_UNIT}"
_ISO = r"P([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+S)?)?"
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
Date = Annotated[str, Pattern(rf"^{_DAY}(/{_DAY})?$", "a date: 2026, 2026-06, 2026-06-30, or a span 2022-04/2023-03")]
Validated = Annotated[str, Pattern(rf"^(true|false|{_DAY})$", "true, or the date it was validated: 2026-06-30")]
Amount = Annotated[
    str, Pattern(rf"^({_NUMBER} ?%?|{_SPAN}|{_ISO})$", "a number, a percentage or a duration: 84, 80.4%, 2 days")
]


@dataclass(frozen=True, slots=True)
class Form:
    """The short form of a record: a text or number alone is the first of the keys ``short`` that can take it.

    ``one_of``: at least one of these keys is needed. ``flag``: ``true`` alone stands for the empty record.
    ``named``: a text that names an actor or a system stands for that.
    """

    short: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    flag: bool = False
    named: bool = False


FORMS: dict[type, Form] = {}
"""Every record with its short form: the one table that folding, unfolding, the schema and the reference share."""


def field(doc: str, **how: Any) -> Any:
    """Declare a key: what it means, and ``default`` or ``default_factory`` unless it must be there.

    ``hidden`` keys are filled in by the program and closed to the user. ``alone`` is the entry of a mapping under
    which a text alone is filed, ``short`` the key that a text alone stands for where it is not the record's usual one.
    """
    metadata = {
        "doc": doc,
        "hidden": how.pop("hidden", False),
        "alone": how.pop("alone", None),
        "short": how.pop("short", None),
    }
    return dataclasses.field(metadata=metadata, **how)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(
    *, short: tuple[str, ...] = (), one_of: tuple[str, ...] = (), flag: bool = False, named: bool = False
) -> Callable[[type[T]], type[T]]:
    """Make a class a record of the format: frozen, slotted, without unknown keys, with its short form."""

    def declare(cls: type[T]) -> type[T]:
        made = dataclass(frozen=True, slots=True, kw_only=True)(cls)
        made.__pydantic_config__ = {"extra": "forbid"}  # type: ignore[attr-defined]
        FORMS[made] = Form(short, one_of, flag, named)
        return made

    return declare


@record()
class Record:
    """A mapping of the format: keys that begin with ``x-`` are the user's own and are kept."""

    extra: dict[str, Any] = field("the user's own keys, x-…", default_factory=dict, hidden=True)


@record(short=("url",))
class Link(Record):
    """A page that says more."""

    title: str = field("what the page is called", default="")
    url: str = field("its address")


@record()
class Element(Record):
    """Anything that can be named, compared and linked."""

    id: str = field("a short name that stays the same when the wording changes: lower case, no spaces", default="")
    formerly: Names = field("ids this had before, so that a comparison recognises it", default=())
    links: tuple[Link, ...] = field("pages that say more: {title, url}", default=())
    derived: bool = field("whether the id was made from the text", default=False, hidden=True)
    numbered: bool = field("whether the id is but a number, and so no identity", default=False, hidden=True)


@record()
class Named(Element):
    """Someone or something that a map calls by id or name."""

    name: str = field("what it is called in pictures", default="")
    refers: str = field("the word in a map that made this entry, as nothing was called so", default="", hidden=True)
