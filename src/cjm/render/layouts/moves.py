"""Arrows from old places to new ones, above the cards: each in a track of its own, so that none crosses a text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cjm.render.scene import Curve, Group, Polygon, Shape

_PITCH = 12.0  # from track to track
_ABOVE = 8.0
_BELOW = 12.0  # from the lowest track to the cards
_ROUND = 6.0
_HEAD = (4.5, 8.0)  # half its width, its length

Point = tuple[float, float]


class Move(NamedTuple):
    """From one x to another, with what it says to those who cannot see it."""

    start: float
    end: float
    label: str


@dataclass(frozen=True, slots=True)
class Moves:
    """Arrows over a row of cards, each with the number of its track from below."""

    tracks: tuple[tuple[Move, int], ...]

    @property
    def height(self) -> float:
        """What they need above the cards."""
        if not self.tracks:
            return 0
        return _ABOVE + _PITCH * max(track for _, track in self.tracks) + _BELOW

    def draw(self, floor: float) -> Iterator[Group]:
        """The arrows, with the upper edge of the cards at a given y."""
        for move, track in self.tracks:
            yield Group("move", move.label, tuple(_arrow(move, floor - 1, floor - _BELOW - track * _PITCH)))


def moves(found: Sequence[Move]) -> Moves:
    """The shortest arrows in the lowest tracks; those that overlap in different ones."""
    taken: list[list[tuple[float, float]]] = []
    placed: dict[int, int] = {}
    for index, move in sorted(enumerate(found), key=lambda each: (abs(each[1].end - each[1].start), each[0])):
        low, high = sorted((move.start, move.end))
        free = (number for number, track in enumerate(taken) if all(end < low or start > high for start, end in track))
        track = next(free, len(taken))
        if track == len(taken):
            taken.append([])
        taken[track].append((low, high))
        placed[index] = track
    return Moves(tuple((move, placed[index]) for index, move in enumerate(found)))


def _arrow(move: Move, floor: float, level: float) -> Iterator[Shape]:
    """Up from the old place, along the track, and down to the new one."""
    side = 1 if move.end > move.start else -1
    bend = min(_ROUND, abs(move.end - move.start) / 2)
    wide, long = _HEAD
    tip = floor - 1
    corners = (move.start, level), (move.end, level)
    pieces = (
        _straight((move.start, floor), (move.start, level + bend)),
        (corners[0], corners[0], (move.start + side * bend, level)),
        _straight((move.start + side * bend, level), (move.end - side * bend, level)),
        (corners[1], corners[1], (move.end, level + bend)),
        _straight((move.end, level + bend), (move.end, tip - long + 1)),
    )
    yield Curve("move", (move.start, floor), pieces)
    yield Polygon("move-head", ((move.end - wide, tip - long), (move.end + wide, tip - long), (move.end, tip)))


def _straight(start: Point, end: Point) -> tuple[Point, Point, Point]:
    return start, end, end
