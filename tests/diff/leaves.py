"""The leaves of a map: every text, figure and word in it, with its route; found by the format's own table alone."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from cjm.diff.change import Change, Comparison, Kind
from cjm.figures.moments import is_set
from cjm.model.journey import Journey
from cjm.model.problem import Parts
from cjm.model.record import Record
from cjm.model.shape import shapes

NOTHING: tuple[object, ...] = (None, "", (), {})
_ONE_VALUE = {"series"}  # records that are no elements: what is measured when


class Entry(NamedTuple):
    """A record of a list or mapping, or the map itself: its route, the one that holds it, its leaves by key."""

    at: Parts
    above: Parts | None
    leaves: Mapping[Parts, Any]


def entries(journey: Journey) -> dict[Parts, Entry]:
    """Every entry by its route, outer ones first; those that a map made by naming them are none."""
    return {entry.at: entry for entry in _entries(journey, (), None)}


def _entries(record: Record, at: Parts, above: Parts | None) -> Iterator[Entry]:
    leaves: dict[Parts, Any] = {}
    inner: list[tuple[Parts, Record]] = []
    _gather(record, (), leaves, inner)
    yield Entry(at, above, leaves)
    for keys, each in inner:
        if not getattr(each, "refers", ""):
            yield from _entries(each, (*at, *keys), at)


def _gather(record: Record, under: Parts, leaves: dict[Parts, Any], inner: list[tuple[Parts, Record]]) -> None:
    """The leaves of a record with those of the single records in it, and the entries it lists."""
    for key, shape in shapes(type(record)).items():
        value = getattr(record, shape.attribute)
        here = (*under, key)
        if value in NOTHING or (key == "id" and getattr(record, "derived", False)):
            continue
        if not shape.is_record or key in _ONE_VALUE:
            if isinstance(value, dict):
                leaves |= {(*here, name): tuple(sorted(texts)) for name, texts in value.items() if texts}
            elif isinstance(value, tuple):
                leaves[here] = value if key in {"does", *_ONE_VALUE} else tuple(sorted(value))
                leaves[here] = frozenset(value) if key == "formerly" else leaves[here]
            else:
                leaves[here] = value
        elif shape.container == "one":
            leaves[here] = True  # that it stands there at all
            _gather(value, here, leaves, inner)
        else:
            places = value.items() if isinstance(value, dict) else enumerate(value)
            inner += [((*here, place), each) for place, each in places]
    leaves |= {(*under, key): value for key, value in record.extra.items()}


def all_changes(changes: tuple[Change, ...]) -> Iterator[Change]:
    """The changes and all that follow from them; hand-offs are computed and name no leaf."""
    for change in changes:
        if not change.rule.startswith("handoff-"):
            yield change
        yield from all_changes(change.children)


def unnamed(comparison: Comparison) -> list[str]:
    """Every leaf and place that differs and is not named by exactly one change, and every name for none."""
    before, after = entries(comparison.before), entries(comparison.after)
    changes = list(all_changes(comparison.changes))
    fields: dict[Parts, list[Parts]] = {}
    for change in changes:
        if change.field and (found := _way(change, before, after, comparison.matched)):
            fields.setdefault(found[0], []).append(found[1])
    wrong: list[str] = []
    for one, other in comparison.matched.items():
        wrong += _fields(before[one], after[other], fields.get(other, []))
    for side, kind, left in (
        ("before", Kind.REMOVED, before.keys() - comparison.matched.keys()),
        ("after", Kind.ADDED, after.keys() - set(comparison.matched.values())),
    ):
        told = [getattr(each, side).parts for each in changes if each.kind is kind and _is_whole(each)]
        for at in left:
            wrong += _whole(at, told)
    return [*wrong, *_places(comparison, changes, before, after)]


def _is_whole(change: Change) -> bool:
    """Whether an entry as a whole is new or gone; a voice is a part of its moment."""
    return not change.field or (change.field.startswith("for/") and change.field.count("/") == 1)


def _whole(at: Parts, told: list[Parts]) -> Iterator[str]:
    """An entry without a partner is told itself, or with what holds it; the nearest that is told is told once."""
    covering = [parts for parts in told if parts == at[: len(parts)]]
    nearest = max(covering, key=len, default=())
    if covering.count(nearest) != 1:
        yield f"{at} is told {covering.count(nearest)} times"


def _fields(one: Entry, other: Entry, named: list[Parts]) -> Iterator[str]:
    differing = {leaf for leaf in (*one.leaves, *other.leaves) if one.leaves.get(leaf) != other.leaves.get(leaf)}
    for leaf in differing:
        count = sum(leaf[: len(way)] == way for way in named)
        if count != 1:
            yield f"{other.at} {leaf} is named {count} times: {one.leaves.get(leaf)} → {other.leaves.get(leaf)}"
    for way in named:
        if not any(leaf[: len(way)] == way for leaf in differing):
            yield f"{other.at} {way} is named, and does not differ"


def _way(
    change: Change, before: Mapping[Parts, Entry], after: Mapping[Parts, Entry], matched: Mapping[Parts, Parts]
) -> tuple[Parts, Parts] | None:
    """The entry of the later map that a change of a field is about, and the keys below it; nothing for a whole entry."""
    side, known = (change.after, after) if change.after else (change.before, before)
    assert side is not None
    end = next(end for end in range(len(side.parts), -1, -1) if side.parts[:end] in known)
    entry, keys = side.parts[:end], side.parts[end:]
    assert change.field.endswith("/".join(map(str, keys)))
    return (entry if change.after else matched[entry], keys) if keys else None


def _places(
    comparison: Comparison, changes: list[Change], before: Mapping[Parts, Entry], after: Mapping[Parts, Entry]
) -> Iterator[str]:
    """Of what stands in another parent each is told once to have moved; within one parent the fewest."""
    matched = comparison.matched
    told = [
        (each.before.parts, each.after.parts)
        for each in changes
        if each.kind is Kind.MOVED and each.before and each.after
    ]
    yield from (f"{one} is told to be {other}" for one, other in told if matched.get(one) != other)
    rows: dict[tuple[Parts, Parts], list[tuple[Parts, Parts]]] = {}
    for one, other in matched.items():
        above, new = before[one].above, after[other].above
        if above is None or new is None:
            continue
        is_elsewhere = matched.get(above) != new or one[-2] != other[-2]
        if one[-2] in ("stages", "touchpoints") and not is_elsewhere:
            rows.setdefault((above, new), []).append((one, other))
        elif told.count((one, other)) != is_elsewhere:
            yield f"{one} → {other} is told to have moved {told.count((one, other))} times"
    for row in rows.values():
        moved, least = sum(map(told.count, row)), _least(comparison, row)
        if moved != least:
            yield f"{moved} are told to have moved, not {least}: {row}"


def _least(comparison: Comparison, row: list[tuple[Parts, Parts]]) -> int:
    """How many of a row have moved at least: none of the touchpoints of a stage that is no sequence on either side."""
    one, other = (int(parts[1]) for parts in row[0])
    if len(row[0][0]) > 2 and is_set(comparison.before.stages[one]) and is_set(comparison.after.stages[other]):
        return 0
    return len(row) - _longest([after for _, after in sorted(row)])


def _longest(row: list[Parts]) -> int:
    """The length of the longest rising run, which may leave some out."""
    ends: list[Parts] = []
    for each in row:
        at = bisect_left(ends, each)
        ends[at : at + 1] = [each]
    return len(ends)
