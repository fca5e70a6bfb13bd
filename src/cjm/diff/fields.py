"""What differs between two records of one element: each key once, with what happened to it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from cjm.diff.change import Kind
from cjm.diff.references import MEANT, References
from cjm.diff.values import NOTHING, SETS, held, is_prose
from cjm.model.journey import Scale
from cjm.model.moment import Feeling
from cjm.model.record import Element, Record
from cjm.model.shape import Shape

_NAMES = {"name", "title"}
_WORDING = {"text", "by", "lang", "tone"}
_AS_ONE = (Feeling, Scale)  # a fact, whatever is said of it
_BOOKKEEPING = {"cjm", "state", "compares_to", "reviewed", "lang", "uses"}


class Difference(NamedTuple):
    """One key that differs: ``field`` with ``/`` before an inner key, and the values as the records hold them."""

    field: str
    kind: Kind
    before: Any
    after: Any

    def named(self, prefix: str) -> "Difference":
        """The same, of a record that stands under a key."""
        return self._replace(field=f"{prefix}/{self.field}")


def differences(
    before: Record, after: Record, references: References, *, is_head: bool = False
) -> Iterator[Difference]:
    """What differs, key by key in the order of the format, the id first; the elements in them aside.

    ``references`` that only follow a changed id are editorial; so are, with ``is_head``, keys of a map that keep the books.
    """
    if isinstance(before, Element) and isinstance(after, Element):
        yield from _identity(before, after)
    for shape in held(type(before)):
        one, other = getattr(before, shape.attribute), getattr(after, shape.attribute)
        if one is not other and one != other:
            for each in _compare(shape, one, other, references):
                is_book = is_head and each.field in _BOOKKEEPING
                yield each._replace(kind=Kind.EDITORIAL) if is_book else each
    for key in sorted({*before.extra, *after.extra}):
        one, other = before.extra.get(key), after.extra.get(key)
        if one != other:
            yield Difference(
                key, _kind(one, other, is_wording=isinstance(one, str) and isinstance(other, str)), one, other
            )


def _identity(before: Element, after: Element) -> Iterator[Difference]:
    written = ["" if each.derived else each.id for each in (before, after)]
    if written[0] != written[1]:
        is_renamed = all(written) and all(getattr(before, key, "") == getattr(after, key, "") for key in _NAMES)
        yield Difference("id", Kind.RENAMED if is_renamed else Kind.EDITORIAL, *(id or None for id in written))
    if set(before.formerly) != set(after.formerly):
        yield Difference("formerly", Kind.EDITORIAL, before.formerly, after.formerly)


def _compare(shape: Shape, one: Any, other: Any, references: References) -> Iterator[Difference]:
    key = shape.key
    if shape.container == "map":
        yield from _inner(key, one, other)
    elif shape.is_record and shape.container == "one" and one and other and not isinstance(one, _AS_ONE):
        yield from (each.named(key) for each in differences(one, other, references))
    elif is_prose(shape):
        kind = _prose(one, other, is_ordered=key == "does")
        if kind:
            yield Difference(key, kind, one, other)
    elif key not in SETS or not _same(one, other):
        is_same = key in MEANT and _same(references.of_earlier(key, one), references.of_later(key, other))
        is_wording = key in _WORDING or is_same
        is_renamed = key in _NAMES and one and other
        yield Difference(key, Kind.RENAMED if is_renamed else _kind(one, other, is_wording=is_wording), one, other)


def _same(one: Any, other: Any) -> bool:
    """Whether two values, or two sets of names, are the same."""
    return Counter(one) == Counter(other) if isinstance(one, tuple) else bool(one == other)


def _inner(key: str, one: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[Difference]:
    """A mapping of texts, such as the tone by mood."""
    for inner in dict.fromkeys([*one, *other]):
        kind = _prose(one.get(inner, ()), other.get(inner, ()), is_ordered=False)
        if kind:
            yield Difference(f"{key}/{inner}", kind, one.get(inner), other.get(inner))


def _prose(one: tuple[str, ...], other: tuple[str, ...], *, is_ordered: bool) -> Kind | None:
    """What happened to free text: more or fewer texts are a change, as many are other wording."""
    if Counter(one) == Counter(other):
        return Kind.REORDERED if is_ordered and one != other else None
    if not one or not other:
        return Kind.REMOVED if one else Kind.ADDED
    return Kind.EDITORIAL if len(one) == len(other) else Kind.CHANGED


def _kind(one: Any, other: Any, *, is_wording: bool) -> Kind:
    if one in NOTHING or other in NOTHING:
        return Kind.ADDED if one in NOTHING else Kind.REMOVED
    return Kind.EDITORIAL if is_wording else Kind.CHANGED
