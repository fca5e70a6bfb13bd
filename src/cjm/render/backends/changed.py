"""The words of a page on two maps: every change below the moment that it is about, each leading to its place in the picture."""

from collections.abc import Iterator

from cjm.diff.change import Change, Comparison, Direction
from cjm.diff.telling import headline
from cjm.model.journey import Journey
from cjm.model.walk import address, found_at
from cjm.render.backends.xml import attributes, escape, tag
from cjm.render.labels import Labels
from cjm.render.naming import name_of

_SIGNS = {Direction.IMPROVED: "▲", Direction.WORSENED: "▼", Direction.UNKNOWN: "?", Direction.NEUTRAL: "·"}


def listed(comparison: Comparison, words: Labels) -> Iterator[str]:
    """A block for each moment in which something changed, in the order of the journey, that of the head first."""
    moments: dict[tuple[str, str, str], list[Change]] = {}
    for change in comparison.shown():
        moments.setdefault(_moment(change, comparison), []).append(change)
    for (of, name, stage), changes in moments.items():
        items = "".join(_item(change, comparison, words) for change in changes)
        written = attributes(data_of=of, data_name=name, data_kind=stage)
        yield tag("section", written, f"{tag('b', '', escape(name))}{tag('ul', '', items)}")


def addresses(comparison: Comparison) -> frozenset[str]:
    """The moments in which something changed, as pictures of two maps address them."""
    return frozenset(_moment(change, comparison)[0] for change in comparison.shown())


def _item(change: Change, comparison: Comparison, words: Labels) -> str:
    """What happened, with its sign, and for those who cannot see it the word; a link to where it is drawn."""
    word = tag("span", attributes(**{"class": "unseen"}), escape(f"{words.word('changes', change.direction.value)}: "))
    told = f"{_SIGNS[change.direction]} {word}{escape(headline(change, comparison))}"
    link = tag("a", attributes(href=f"#{_place(_side(change, comparison), change.element.address)}"), told)
    return tag("li", attributes(**{"class": change.direction.value}), link)


def _moment(change: Change, comparison: Comparison) -> tuple[str, str, str]:
    """The address of the moment that a change is in, its name, and the name of its stage; in the head those of the map."""
    journey, here = _side(change, comparison), change.here
    if not here.moment:
        return _place(journey, ""), journey.title, ""
    stage = journey.stages[here.stage or 0]
    return _place(journey, address(journey, here.moment)), name_of(found_at(journey, here.moment)), name_of(stage)


def _side(change: Change, comparison: Comparison) -> Journey:
    return comparison.after if change.after else comparison.before


def _place(journey: Journey, address: str) -> str:
    return f"{journey.identity}:{address}"
