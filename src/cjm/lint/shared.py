"""What the maps of a project share: its libraries, and whom and what of them the maps name."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cjm.model.journey import Journey
from cjm.model.library import Library
from cjm.model.moment import Step, Touchpoint
from cjm.model.walk import walk


class Shared(NamedTuple):
    """The libraries of a project by path, and for each the words by which the maps that use it name things.

    A word stands behind its kind: ``actor/clerk``, ``research/interviews-spring``; it is an id or a name.
    """

    libraries: Mapping[str, Library]
    named: Mapping[str, frozenset[str]]


def named(journey: Journey) -> tuple[str, ...]:
    """Every word by which a map names a persona, channel, actor, system, study or metric, with its kind in front."""
    return tuple(dict.fromkeys(f"{kind}/{word}" for kind, word in _named(journey) if word))


def _named(journey: Journey) -> Iterator[tuple[str, str]]:
    yield from (("persona", persona.id) for persona in journey.personas)
    for _, record in walk(journey):
        yield from (("research", id) for id in getattr(record, "evidence", ()))
        yield from (("channel", word) for word in getattr(record, "channel", ()))
        yield from (("system", word) for word in getattr(record, "systems", ()) if isinstance(word, str))
        yield from (("metric", key) for key in getattr(record, "metrics", ()) if isinstance(key, str))
        yield "metric", getattr(record, "moves", "")
        yield "actor", getattr(record, "owner", "")
        if isinstance(record, Step):
            yield from (("actor", record.actor), ("system", record.system))
        if isinstance(record, Touchpoint):
            yield from (("actor", record.initiator), ("actor", record.receiver))
