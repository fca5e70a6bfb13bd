"""What a map rests on: the studies that its parts name as evidence."""

from collections.abc import Iterator
from typing import NamedTuple

from cjm.figures.measured import is_measured
from cjm.lint.told import is_story
from cjm.model.journey import Journey
from cjm.model.problem import Parts
from cjm.model.record import Element
from cjm.model.research import Research
from cjm.model.walk import moments


class Study(NamedTuple):
    """A study on which something in a map rests, and where it stands: in its head, or if a library has it, first named."""

    at: Parts
    research: Research


def is_claim(journey: Journey) -> bool:
    """Whether a map says how customers fare today, and not merely what somebody supposes or plans."""
    return is_story(journey) and journey.state == "current" and journey.status != "hypothesis"


def cited(journey: Journey) -> Iterator[tuple[Parts, Element | None, tuple[str, ...]]]:
    """Every list of evidence in a map that is not empty, with its route and what rests on it: ``None`` for a quote."""
    for at, element in _resting(journey):
        if ids := getattr(element, "evidence", ()):
            yield (*at, "evidence"), element, ids
    for at, moment, _ in moments(journey):
        for place, quote in enumerate(moment.says):
            if quote.evidence:
                yield (*at, "says", place, "evidence"), None, quote.evidence
        for who, voice in moment.for_.items():
            for place, quote in enumerate(voice.says):
                if quote.evidence:
                    yield (*at, "for", who, "says", place, "evidence"), None, quote.evidence


def studies(journey: Journey) -> list[Study]:
    """The studies on which something in a map rests, each once, in the order they are named."""
    places: dict[str, Parts] = {}
    for at, _, ids in cited(journey):
        for place, id in enumerate(ids):
            places.setdefault(id, (*at, place))
    known = {study.id: (index, study) for index, study in reversed([*enumerate(journey.research)])}
    found = []
    for id, at in places.items():
        if id in known:
            index, study = known[id]
            found.append(Study(at if journey.uses else ("research", index), study))
    return found


def _resting(journey: Journey) -> Iterator[tuple[Parts, Element]]:
    """What may rest on research: personas, moments, pains, gains, and figures that are more than a name."""
    yield from ((("personas", index), persona) for index, persona in enumerate(journey.personas))
    yield from ((("metrics", index), metric) for index, metric in enumerate(journey.metrics) if is_measured(metric))
    for at, moment, _ in moments(journey):
        yield at, moment
        yield from (((*at, "pains", place), pain) for place, pain in enumerate(moment.pains))
        yield from (((*at, "gains", place), gain) for place, gain in enumerate(moment.gains))
        yield from (((*at, "metrics", key), metric) for key, metric in moment.metrics.items())
