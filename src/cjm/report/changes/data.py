"""Comparisons as JSON, for programs: the form is :func:`schema`."""

from collections.abc import Callable, Iterator, Sequence
from importlib import resources
from typing import Any, NamedTuple

from cjm.diff.change import Change, Comparison, Element, Side, Summary
from cjm.diff.untouched import Untouched
from cjm.finding import Route, Span, marks
from cjm.model.problem import Parts
from cjm.report.json import dump

SCHEMA = "cjm.diff/1"

Data = dict[str, Any]


class Source(NamedTuple):
    """Where one side comes from: its path in the project, its ref (empty: as it is on disk), and the place of a route in it.

    ``locate`` gives ``None`` for what stands in a library.
    """

    path: str
    ref: str
    locate: Callable[[Parts], Span | None]


def comparison_data(
    comparison: Comparison, before: Source | None, after: Source | None, untouched: Untouched | None = None
) -> Data:
    """One comparison as JSON would hold it; a side is ``None`` where the map itself is new or gone."""
    sources = before, after
    identity = comparison.after.identity if after else comparison.before.identity
    fingerprints = iter(marks(_identity(change, identity) for change in _all(comparison.changes)))
    data: Data = {
        "before": _source(before),
        "after": _source(after),
        "summary": summary_data(comparison.summary),
        "changes": [_change(change, sources, fingerprints) for change in comparison.changes],
    }
    if untouched is not None:
        data["untouched"] = {
            key: [element._asdict() for element in elements]
            for key, elements in zip(("pains", "truths", "metrics"), untouched, strict=True)
        }
    return data


def document(options: Data, comparisons: Sequence[Data], *, is_one: bool) -> str:
    """Comparisons as one JSON text: the only one with its parts on top, several as a list."""
    inner = comparisons[0] if is_one else {"comparisons": list(comparisons)}
    return dump({"schema": SCHEMA, "options": options, **inner})


def summary_data(summary: Summary) -> Data:
    """How many changes there are of each direction, and each figure before and after."""
    figures = {key: [None if value is None else round(value, 4) for value in pair] for key, pair in _figures(summary)}
    counts = {key: getattr(summary, key) for key in ("improved", "worsened", "neutral", "unknown")}
    return counts | figures


def schema() -> str:
    """The JSON Schema (draft-07) of :func:`document`."""
    return resources.files("cjm.report").joinpath("diff.schema.json").read_text("utf-8")


def _figures(summary: Summary) -> Iterator[tuple[str, tuple[float | None, float | None]]]:
    for key in ("emotion", "pains", "handoffs", "automated"):
        yield key, getattr(summary, key)


def _all(changes: Sequence[Change]) -> Iterator[Change]:
    """Changes, and behind each what follows from it."""
    for change in changes:
        yield change
        yield from _all(change.children)


def _identity(change: Change, map: str) -> tuple[str, ...]:
    element = change.element
    return change.rule, map, element.address, element.type, element.id, change.field


def _source(source: Source | None) -> Data | None:
    return {"path": source.path, "ref": source.ref or None} if source else None


def _change(change: Change, sources: tuple[Source | None, Source | None], marks: Iterator[str]) -> Data:
    return {
        "fingerprint": next(marks),
        "rule": change.rule,
        "kind": change.kind.value,
        "direction": change.direction.value,
        "weight": change.weight,
        "element": _element(change.element, change.here),
        "before": _side(change.before, sources[0]),
        "after": _side(change.after, sources[1]),
        "because": change.because,
        "children": [_change(child, sources, marks) for child in change.children],
    }


def _element(element: Element, here: Side) -> Data:
    return {"type": element.type, "id": element.id, "name": element.name, "route": Route("", here.parts).pointer()}


def _side(side: Side | None, source: Source | None) -> Data | None:
    if side is None:
        return None
    span = source.locate(side.parts) if source else None
    return {"value": side.value, "line": span.line if span else None, "column": span.column if span else None}
