"""The words of a page on two maps: every change below the moment that it is about, each leading to its place in the picture."""

import re
from collections.abc import Collection, Iterator, Mapping

from cjm.diff.change import Change, Comparison, Direction
from cjm.diff.whereabouts import home
from cjm.model.walk import address, found_at
from cjm.render.backends.xml import attributes, escape, tag
from cjm.render.labels import Labels
from cjm.render.naming import name_of
from cjm.render.told.changes import address as address_of
from cjm.render.told.changes import told as words_for

_APART = re.compile("\u2068([^\u2068\u2069]*)\u2069")

_SIGNS = {Direction.IMPROVED: "▲", Direction.WORSENED: "▼", Direction.UNKNOWN: "?", Direction.NEUTRAL: "·"}


def listed(comparison: Comparison, words: Labels, drawn: Collection[str]) -> Iterator[str]:
    """A block for each moment in which something changed, in the order of the journey, that of the head first.

    What is ``drawn`` is led to, else the moment that it is in, if that is.
    """
    moments: dict[str, list[Change]] = {}
    for change in comparison.shown():
        moments.setdefault(_moment(change, comparison), []).append(change)
    for of, changes in moments.items():
        name, stage = _called(changes[0], comparison)
        items = "".join(_item(change, comparison, words, of, drawn) for change in changes)
        written = attributes(data_of=of, data_name=name, data_kind=stage)
        yield tag("section", written, f"{tag('b', '', escape(name))}{tag('ul', '', items)}")


def openings(comparison: Comparison) -> Mapping[str, str]:
    """What can be opened, by its address as pictures of two maps have it, and the moment in whose block it is told."""
    found: dict[str, str] = {}
    origins = {after: before for before, after in comparison.matched.items()}
    for change in comparison.shown():
        moment, (side, route) = _moment(change, comparison), home(change, comparison, is_stage=False)
        found[moment] = moment
        if side == "after" and route in origins:
            found[address_of(comparison, "before", address(comparison.before, origins[route]))] = moment
        found.setdefault(_place(change, comparison), moment)
    return found


def meanings(comparison: Comparison) -> tuple[Direction, ...]:
    """What changes mean that there are."""
    known = {change.direction for change in comparison.shown()}
    return tuple(direction for direction in Direction if direction in known)


def _item(change: Change, comparison: Comparison, words: Labels, of: str, drawn: Collection[str]) -> str:
    """What happened, with its sign, and for those who cannot see it the word; a link to where it is drawn."""
    word = tag("span", attributes(**{"class": "unseen"}), escape(f"{words.word('changes', change.direction.value)}: "))
    said = f"{_SIGNS[change.direction]} {word}{_written(words_for(change, comparison, words))}"
    goal = next((f"#{each}" for each in (_place(change, comparison), of) if each in drawn), "")
    told = tag("a", attributes(href=goal), said) if goal else said
    return tag("li", attributes(data_means=change.direction.value), told)


def _written(line: str) -> str:
    """A line in which texts of the other direction, between the marks of Unicode for them, are elements of their own."""
    parts = enumerate(_APART.split(line))
    return "".join(tag("bdi", "", escape(part)) if index % 2 else escape(part) for index, part in parts)


def _moment(change: Change, comparison: Comparison) -> str:
    """The address of the moment that a change is in, on the later side if that has it; of the head that of the map."""
    side, route = home(change, comparison, is_stage=False)
    found = address(getattr(comparison, side), route) if route else "map"
    return address_of(comparison, side, found)


def _called(change: Change, comparison: Comparison) -> tuple[str, str]:
    """What the moment of a change is called, and its stage; in the head the map."""
    side, route = home(change, comparison, is_stage=False)
    journey = getattr(comparison, side)
    if not route:
        return journey.title, ""
    return name_of(found_at(journey, route)), name_of(found_at(journey, route[:2])) if len(route) > 2 else ""


def _place(change: Change, comparison: Comparison) -> str:
    """The address of what changed."""
    return address_of(comparison, "after" if change.after else "before", change.element.address or "map")
