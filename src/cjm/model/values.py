"""Values that only other values can judge: scores by the scale, figures by their kind, shares by their sum."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from cjm.finding import Severity
from cjm.model import vocabulary
from cjm.model.amount import AmountError, amount
from cjm.model.channels import check_channels
from cjm.model.feeling import WORDS, implied
from cjm.model.identity import SPACES
from cjm.model.journey import Journey, Lane
from cjm.model.library import Catalogues
from cjm.model.metric import Metric
from cjm.model.moment import Feeling, Moment
from cjm.model.problem import CLOSE, Parts, Problem, listed, nearest
from cjm.model.record import Date, Element, Validated
from cjm.model.shape import Shape, shapes
from cjm.model.time import dates
from cjm.model.walk import Walked, moments

_KINDS: tuple[str, ...] = shapes(Metric)["kind"].choices  # type: ignore[assignment]
_LONGEST = 60
_NUMBER = r"(?P<number>[-+−]? ?[0-9]+(?:[.,][0-9]+)?)"
_NUMBER_AND_WORD = re.compile(
    rf"{_NUMBER}[\s,;:–(-]*(?P<word>.*?)\)?|(?P<first>[^0-9]*[^\s0-9,;:(+−–-])[\s,;:(]+{_NUMBER.replace('number', 'last')}\)?"
)
_DATES = (Date.__metadata__[0], Validated.__metadata__[0])  # type: ignore[attr-defined]
_INHERITED = ("kind", "unit", "better", "method", "min", "max")


def check_values(journey: Journey, written: Journey, records: Walked, compared: Journey | None) -> Iterator[Problem]:
    """Every value of a map, as ``written`` in its own file with these ``records``, that does not fit the others."""
    yield from _scale(journey)
    yield from check_dates(records)
    for at, record in records:
        if isinstance(record, Feeling):
            yield from _feeling(journey, record, at)
        if isinstance(record, Lane) and not record.key.startswith("x-"):
            help = f"Write x-{record.key}, here and at the moments."
            yield Problem("bad-value", (*at, "key"), f"‘{record.key}’ cannot be a lane of your own.", help)
    yield from check_metrics(written, journey, compared)
    for at, moment, _ in moments(journey):
        yield from check_channels(journey, moment, at)
        yield from _shares(moment, at)
        for key, metric in moment.metrics.items():
            here = (*at, "metrics", key)
            full = complete(metric, key, journey, compared)
            yield from (
                _metric(full, here)
                if full.kind or _is_listed(key, journey, compared)
                else _unknown_metric(key, journey, moment, here)
            )


def check_metrics(
    catalogues: Catalogues, journey: Journey | None = None, compared: Journey | None = None
) -> Iterator[Problem]:
    """Figures of a catalogue that their kind does not allow."""
    for index, metric in enumerate(catalogues.metrics):
        yield from _metric(complete(metric, metric.id, journey, compared), ("metrics", index))


_DATED: dict[type, tuple[Shape, ...]] = {}


def check_dates(records: Walked) -> Iterator[Problem]:
    """Days that no calendar has."""
    for at, record in records:
        kind = type(record)
        if kind not in _DATED:
            _DATED[kind] = tuple(shape for shape in shapes(kind).values() if shape.rule in _DATES)
        for shape in _DATED[kind]:
            text = getattr(record, shape.attribute)
            if not text or text in ("true", "false"):
                continue
            try:
                dates(text)
            except ValueError:
                message = f"There is no such date as {text}."
                yield Problem("bad-value", (*at, shape.key), message, "Write year, month and day: 2026-06-30.")


def check_ids(records: Walked, shared: AbstractSet[tuple[str, str]] = frozenset()) -> Iterator[Problem]:
    """Ids written twice in one id space; ``shared`` are those of the libraries, as type and id."""
    seen: dict[tuple[str, str], Parts] = {}
    for at, record in records:
        if not isinstance(record, Element) or record.derived or not record.id or not at:
            continue
        listing = next((part for part in reversed(at) if isinstance(part, str)), "")
        if listing not in SPACES or ((kind := SPACES[listing][0]) == "metric" and len(at) > 2):
            continue
        space = (kind if kind != "touchpoint" else f"touchpoint {at[1]}", record.id)
        if space in seen or (len(at) == 2 and (kind, record.id) in shared):
            where = "in a library that this map uses" if space not in seen else "above"
            message = f"The {kind} id ‘{record.id}’ is taken: it stands {where} already."
            yield Problem("duplicate-id", (*at, "id"), message, "Give one of the two another id.")
        seen.setdefault(space, at)


def _scale(journey: Journey) -> Iterator[Problem]:
    if journey.scale.min >= journey.scale.max:
        yield Problem("bad-value", ("scale",), "The scale ends before it begins.", "Write {min: -2, max: 2}.")


def _feeling(journey: Journey, feeling: Feeling, at: Parts) -> Iterator[Problem]:
    low, high = journey.scale.min, journey.scale.max
    if feeling.score is not None and not low <= feeling.score <= high:
        message = f"{feeling.score:g} is outside the map's scale, which goes from {low:g} to {high:g}."
        help = f"Write a number from {low:g} to {high:g}, or set the scale in the head: scale: {{min: -5, max: 5}}."
        yield Problem("score-out-of-scale", (*at, "score"), message, help)
    elif found := _NUMBER_AND_WORD.fullmatch(feeling.emotion[:_LONGEST]):
        number = (found["number"] or found["last"]).replace(",", ".").replace(" ", "")
        word = found["word"] or found["first"] or ""
        message = f"‘{feeling.emotion}’ is read as a word, not as a number."
        help = f"Write {number}, with a point." if "," in feeling.emotion.strip(",") else f"Write {number}."
        help = f"Write a number from {low:g} to {high:g}." if word else help
        if any(map(str.isalpha, word)):
            from cjm.model.misread import in_braces  # noqa: PLC0415  (only where something is wrong)

            help = f"Write {{score: {number}, emotion: {in_braces(word)}}}."
        yield Problem("bad-value", at, message, help)
    elif feeling.score is None and feeling.emotion and at[-1] == "feels" and implied(feeling.emotion) is None:
        message = f"‘{feeling.emotion}’ is no feeling on the list, so it has no place on the emotion curve."
        meant = nearest(feeling.emotion, WORDS, CLOSE)
        help = f"Add a number from {low:g} to {high:g}: {{score: …, emotion: {feeling.emotion}}}."
        help = f"Did you mean ‘{meant}’? If not: {help[0].lower()}{help[1:]}" if meant else help
        yield Problem("emotion-without-score", at, message, help, Severity.INFO)


def _shares(moment: Moment, at: Parts) -> Iterator[Problem]:
    total = sum(branch.share or 0 for branch in moment.next)
    if total > 1 + 1e-9:
        message = f"The shares of these branches add up to {total:.0%}, which is more than all customers."
        yield Problem("out-of-range", (*at, "next"), message, "Lower one of them: together they are at most 1.")


def complete(metric: Metric, key: str, journey: Journey | None, compared: Journey | None) -> Metric:
    """A metric with what the catalogue, or the map this one is compared with, says about its kind."""
    sources = [source for side in (journey, compared) if side for source in side.metrics]
    same = [source for source in sources if source.id in (key, metric.id) and source is not metric]
    if compared:
        same += [other.metrics[key] for _, other, _ in moments(compared) if key in other.metrics]
    gaps: dict[str, Any] = {"kind": key} if metric.kind is None and key in _KINDS else {}
    for source in reversed(same):
        gaps |= {
            name: value
            for name in _INHERITED
            if getattr(metric, name) in (None, "") and (value := getattr(source, name)) not in (None, "")
        }
    return replace(metric, **gaps) if gaps else metric


def _is_listed(key: str, journey: Journey, compared: Journey | None) -> bool:
    return any(metric.id == key for side in (journey, compared) if side for metric in side.metrics)


def _unknown_metric(key: str, journey: Journey, moment: Moment, at: Parts) -> Iterator[Problem]:
    known = [*_KINDS, *(metric.id for metric in journey.metrics)]
    message = f"‘{key}’ is no kind of metric, nor listed under ‘metrics’."
    figure = next((other for other in moment.metrics if other in known), "")
    if key in shapes(Metric) and figure:
        said = f"{{value: {moment.metrics[figure].value or '…'}, {key}: {moment.metrics[key].value or '…'}}}"
        message = f"‘{key}’ says more about a figure, and stands beside it."
        yield Problem("unknown-reference", at, message, f"Write {figure}: {said}", at_key=True)
        return
    meant = vocabulary.meant(key, known) or nearest(key, known, 0.6)
    help = f"Did you mean ‘{meant}’?" if meant else f"Kinds: {', '.join(_KINDS)}. Add ‘kind:’, or list it in the head."
    problem = Problem("unknown-reference", at, message, help, at_key=True)
    yield problem.meaning(meant, is_safe=False) if meant else problem


def _metric(metric: Metric, at: Parts) -> Iterator[Problem]:
    figures = [("value", metric.value), ("target", metric.target)]
    figures += [(f"series/{place}/value", point.value) for place, point in enumerate(metric.series)]
    for way, text in figures:
        parts = tuple(int(part) if part.isdigit() else part for part in way.split("/"))
        try:
            if text:
                amount(text, metric)
        except AmountError as error:
            yield Problem(error.rule, (*at, *parts), str(error), error.help)
    if metric.kind == "ces" and (metric.value or metric.series):
        wanted = {"method": "method: mean, index or top3", "better": "better: higher or lower"}
        lacking = [key for key in wanted if getattr(metric, key) is None]
        if lacking:
            message = f"A ces says nothing without its {listed(lacking, 'and')}: there are three rival formulas."
            yield Problem("missing-key", at, message, f"Add {listed((wanted[key] for key in lacking), 'and')}.")
