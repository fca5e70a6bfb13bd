"""Hand-offs and channel switches: where a customer passes from one owner to another, or has to change the channel."""

from collections.abc import Iterator, Sequence

from cjm.figures.moments import counting
from cjm.figures.ways import Way, ways
from cjm.model.journey import Journey
from cjm.model.lookup import actors, lookup
from cjm.model.moment import Moment
from cjm.model.record import Named

Passage = tuple[Moment, Moment]
"""A moment, and one that comes next."""


def handoffs(journey: Journey) -> tuple[Passage, ...]:
    """Consecutive moments with different named owners, in the order of the first.

    Consecutive is what ``next`` says, each of its targets, or else the following moment. A stage that is a set of
    contacts counts as one moment; an inventory of touchpoints is no sequence, and has none.
    """
    return () if journey.kind == "touchpoints" else tuple(_parted(journey, "owner", actors(journey)))


def switches(journey: Journey) -> tuple[Passage, ...]:
    """Consecutive moments that both have channels, and none in common."""
    return tuple(_parted(journey, "channel", journey.channels))


def _parted(journey: Journey, key: str, entries: Sequence[Named]) -> Iterator[Passage]:
    """Consecutive moments that both say something under a key, and nothing in common."""
    places = ways(journey)
    speaking = {id(stage): list(counting(stage, key)) for stage in journey.stages}
    said = [_said(way, speaking[id(way.stage)], key, entries) for way in places]
    for index, before in enumerate(places):
        for goal in before.goals:
            if said[index] and said[goal] and said[index].isdisjoint(said[goal]):
                yield before.moment, places[goal].moment


def _said(way: Way, speaking: Sequence[Moment], key: str, entries: Sequence[Named]) -> frozenset[str]:
    """What counts for a moment under a key, as ids where the words are those of entries.

    ``speaking`` are the moments of its stage whose value counts: the stage alone, or its touchpoints.
    """
    is_of_stage = way.moment is way.stage or any(each is way.stage for each in speaking[:1])
    values = [getattr(each, key) for each in (speaking if is_of_stage else (way.moment,))]
    words = [word for value in values for word in ((value,) if isinstance(value, str) else value) if word]
    return frozenset(found.id if (found := lookup(word, entries)) else word for word in words)
