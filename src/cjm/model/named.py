"""Whom and what a map names: the words that its catalogues and libraries are asked for."""

from collections.abc import Iterator

from cjm.model.journey import Journey
from cjm.model.moment import Step, Touchpoint
from cjm.model.walk import walk


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
