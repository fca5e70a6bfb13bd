"""Three-way situations: a base, and what two people made of it."""

import random
from collections.abc import Callable
from typing import NamedTuple

from tests.merge.bases import base
from tests.merge.cuts import Cutter
from tests.merge.edits import EDITS, Hand
from tests.merge.manners import MANNERS, RARE
from tests.merge.nodes import Unreadable, Way
from tests.merge.run import errors

ALL = {**EDITS, **MANNERS, **RARE}
USUAL = (*EDITS, *MANNERS)
HEAVY = ("change", "reword", "remove a key", "remove an element", "in a set", "in a list", "move", "reorder in time", "add an element",
         "rename an id", "bracket", "remark behind")  # fmt: skip
COUNTS = (0, 1, 1, 2, 2, 3, 4, 8)
"""How many edits a side makes."""
TRIES = 6


class Situation(NamedTuple):
    """Three texts, and which edits made each side."""

    base: str
    ours: str
    theirs: str
    edits: tuple[tuple[str, ...], tuple[str, ...]]

    def changed(self, change: Callable[[str], str]) -> "Situation":
        """The same with each of its texts changed."""
        return Situation(change(self.base), change(self.ours), change(self.theirs), self.edits)


def situation(seed: int) -> Situation:
    """The situation of that seed; both sides now and then do some of it alike."""
    chance = random.Random(seed)
    text = base(chance.randrange(1 << 32))
    start = text
    same: tuple[str, ...] = ()
    if chance.random() < 0.2:
        start, same = edited(text, chance.randrange(1 << 32), "c", chance.randint(1, 2))
    focus = _focus(start, chance)
    if chance.random() < 0.25:
        duel = [edited(start, chance.randrange(1 << 32), mark, 1, focus, HEAVY) for mark in "ot"]
        return Situation(text, duel[0][0], duel[1][0], ((*same, *duel[0][1]), (*same, *duel[1][1])))
    sides = [edited(start, chance.randrange(1 << 32), mark, chance.choice(COUNTS), focus) for mark in "ot"]
    return Situation(text, sides[0][0], sides[1][0], ((*same, *sides[0][1]), (*same, *sides[1][1])))


def _focus(text: str, chance: random.Random) -> Way:
    """Where both are mostly at work: anywhere, in a part of the map, at one element or text."""
    width = chance.random()
    if width < 0.3:
        return ()
    nodes = Cutter(text).nodes
    return chance.choice(
        [each.way for each in nodes if width < 0.6 or not any(below.kind != "text" for _, below in each.members)]
    )


def edited(  # noqa: PLR0917  (said where it is called)
    text: str, seed: int, mark: str, count: int, focus: Way = (), names: tuple[str, ...] = USUAL
) -> tuple[str, tuple[str, ...]]:
    """A text after so many edits, and their names; each leaves a legal map."""
    hand = Hand(seed, mark, focus)
    done: list[str] = []
    for _ in range(count):
        for _ in range(TRIES):
            name = hand.chance.choice(names if hand.chance.random() < 0.98 else tuple(RARE))
            if made := attempt(text, name, hand):
                text = made
                done.append(name)
                break
    return text, tuple(done)


def attempt(text: str, name: str, hand: Hand) -> str | None:
    """A text after one edit, if it is another one and legal."""
    crlf = ("\r\n" in text) ^ (name == "line ends")
    made = ALL[name](Cutter(text.replace("\r\n", "\n")), hand)
    if made is None:
        return None
    made = made.replace("\n", "\r\n") if crlf else made
    try:
        Cutter(made)
    except Unreadable:
        return None
    return made if made != text and not errors(made) else None
