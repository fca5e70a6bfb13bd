"""The balance of a history: how many versions there are from when to when, and how many figures went which way."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cjm.diff.change import Direction
from cjm.render.amounts import number
from cjm.render.labels import Labels
from cjm.render.layouts.marks import Mark
from cjm.render.layouts.pieces import Fitted, Piece, Shapes, Stack, Words
from cjm.render.layouts.signs import Compass
from cjm.render.layouts.timeline import Timeline
from cjm.render.scene import Shape
from cjm.render.text import Style
from cjm.render.values import dataclass

_BETWEEN = 34.0  # points between two facts
_BELOW = 10.0  # and between two rows of them
_SLACK = 0.01


class _Fact(NamedTuple):
    """A figure with its name above it, perhaps behind a sign."""

    name: str
    figure: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Balance(Piece):
    """The facts side by side, in further rows where one is not enough."""

    style: Style
    words: Labels
    timeline: Timeline
    directions: Sequence[Direction]

    def fit(self, width: float) -> Fitted:
        """The facts in rows."""
        placed: list[tuple[Fitted, float, float]] = []
        x = y = bottom = 0.0
        for fact in self._facts():
            indent = fact.mark.indent if fact.mark else 0.0
            names, figures = self.style.width(fact.name, "caption"), self.style.width(fact.figure, "metric") + indent
            wide = min(max(names, figures) + _SLACK, width)
            if x and x + wide > width:
                x, y = 0.0, bottom + _BELOW
            texts = Words(self.style, fact.name, "caption"), Words(self.style, fact.figure, "metric", fact.mark)
            told = Stack(texts, 1).fit(wide)
            placed.append((told, x, y))
            x, bottom = x + wide + _BETWEEN, max(bottom, y + told.height)

        def shapes(left: float, top: float, _: float) -> Shapes:
            found: list[Shape] = []
            for told, x, y in placed:
                found += told.draw(left + x, top + y)
            return tuple(found)

        return Fitted(bottom, self.style.lead("caption"), shapes)

    def _facts(self) -> Iterator[_Fact]:
        words, count = self.words, Counter(self.directions)
        yield _Fact(words.word("history", "versions"), number(len(self.timeline.dates), words))
        yield _Fact(words.word("history", "period"), " – ".join(dict.fromkeys(self.timeline.ends)))
        for direction in (each for each in Direction if count[each]):
            word = words.word("history", direction.value)
            yield _Fact(word[:1].upper() + word[1:], number(count[direction], words), Compass(self.style, direction))
