"""What stands beside a point of the emotion curve: its figure in bold, the word for the feeling, who feels otherwise."""

from dataclasses import dataclass

from cjm.render.scene import Align, Rect, Text
from cjm.render.text import Style

_WIDEST = 150.0
_SPACE = 5.0
_SLACK = 0.01


@dataclass(frozen=True, slots=True)
class Mood:
    """A figure and the role it is set in, the word, which stands beside it where both fit, and the voices below."""

    style: Style
    figure: str
    role: str
    word: str
    voices: tuple[str, ...]

    def size(self, limit: float) -> tuple[float, float]:
        """The width and height it takes, at most ``limit`` wide."""
        texts = self.lay(Rect(0, 0, min(limit, _WIDEST), 0), "start")
        wide = max(row.x + row.width for text in texts for row in text.rows)
        return wide + _SLACK, max(text.box.bottom for text in texts)

    def lay(self, rect: Rect, align: Align) -> tuple[Text, ...]:
        """The texts in a rectangle of that width, from its top on."""
        texts: list[Text] = []
        words, y = [*([self.word] if self.word else []), *self.voices], rect.y
        if self.figure:
            wide = self.style.width(self.figure, self.role) + _SLACK
            both = wide + _SPACE + self.style.width(self.word, "emotion") + _SLACK
            if self.word and both <= rect.width + _SLACK:
                x = rect.x + {"start": 0, "middle": (rect.width - both) / 2, "end": rect.width - both}[align]
                figure = self.style.block(self.figure, self.role, x, y, wide)
                texts += figure, self._beside(figure, words.pop(0))
            else:
                texts.append(self.style.block(self.figure, self.role, rect.x, y, rect.width, align))
            y = max(text.box.bottom for text in texts)
        for word in words:
            texts.append(self.style.block(word, "emotion", rect.x, y, rect.width, align))
            y = texts[-1].box.bottom
        return tuple(texts)

    def _beside(self, figure: Text, word: str) -> Text:
        """A word on the baseline of the figure."""
        x, wide = figure.box.right + _SPACE, self.style.width(word, "emotion") + _SLACK
        down = figure.rows[0].baseline - self.style.block(word, "emotion", x, 0, wide).rows[0].baseline
        return self.style.block(word, "emotion", x, down, wide)
