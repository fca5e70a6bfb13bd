"""What stands beside a point of the emotion curve: its figure in bold, the word for the feeling, other voices."""

from functools import cached_property

from cjm.render.scene import Align, Rect, Text
from cjm.render.text import Style
from cjm.render.values import dataclass

_WIDEST = 150.0
_SPACE = 5.0
_SLACK = 0.01


@dataclass(frozen=True)
class Mood:
    """A figure and the role it is set in, the word, which stands beside it where both fit, and the voices below.

    ``tone`` is the role of the words.
    """

    style: Style
    figure: str
    role: str
    word: str = ""
    voices: tuple[str, ...] = ()
    tone: str = "emotion"

    def size(self, limit: float) -> tuple[float, float]:
        """The width and height it takes, at most ``limit`` wide."""
        limit = min(limit, _WIDEST)
        if self._is_level(limit) and not self.voices:
            types = self.style.theme.types
            return self._both + _SLACK, max(types[self.role].leading, self._down + types[self.tone].leading)
        texts = self.lay(Rect(0, 0, limit, 0), "start")
        wide = max(row.x + row.width for text in texts for row in text.rows)
        return wide + _SLACK, max(text.box.bottom for text in texts)

    def lay(self, rect: Rect, align: Align) -> tuple[Text, ...]:
        """The texts in a rectangle of that width, from its top on."""
        texts: list[Text] = []
        words, y = [*([self.word] if self.word else []), *self.voices], rect.y
        if self._is_level(rect.width):
            wide, beside = self._widths
            x = rect.x + {"start": 0, "middle": (rect.width - self._both) / 2, "end": rect.width - self._both}[align]
            texts.append(self.style.block(self.figure, self.role, x, y, wide))
            texts.append(self.style.block(words.pop(0), self.tone, x + wide + _SPACE, y + self._down, beside))
        elif self.figure:
            texts.append(self.style.block(self.figure, self.role, rect.x, y, rect.width, align))
        y = max((text.box.bottom for text in texts), default=y)
        for word in words:
            texts.append(self.style.block(word, self.tone, rect.x, y, rect.width, align))
            y = texts[-1].box.bottom
        return tuple(texts)

    def _is_level(self, limit: float) -> bool:
        """Whether the word stands beside the figure."""
        return bool(self.figure and self.word) and "\n" not in self.word and self._both <= limit + _SLACK

    @cached_property
    def _widths(self) -> tuple[float, float]:
        """Those of the figure and of the word."""
        style = self.style
        return style.width(self.figure, self.role) + _SLACK, style.width(self.word, self.tone) + _SLACK

    @property
    def _both(self) -> float:
        return sum(self._widths) + _SPACE

    @property
    def _down(self) -> float:
        """How far below the top the word begins, to stand on the baseline of the figure."""
        return self.style.lead(self.role) - self.style.lead("emotion")
