"""Sentences: texts of the map set into those of a language, without bending either."""

import re
from collections.abc import Iterable, Iterator, Sequence

from cjm.model.moment import Moment
from cjm.render.naming import Naming, name_of
from cjm.render.typography import quoted, typeset

LONGEST, WIDEST = 160, 480
"""Letters that are told of a name or thought, and of what the author wrote as sentences; of longer ones the beginning."""

_CLOSING = "»”“’)"
_STOPS = (
    (re.compile(rf"(?<=[.!?…])\.(?=[\s{_CLOSING}]|$)"), ""),
    (re.compile(r"(?<=\w)[,;:]\.(?=\s|$)"), "."),
)
_END = re.compile(r"(?<![.…])\.$")
_BEHIND = re.compile(rf"([.!?…]\s?[{_CLOSING}]+)\.(?=\s|$)")


class Teller(Naming):
    """Tells of one journey in one language.

    What the map says is quoted, or stands as a sentence of its own: no name is ever declined, none takes an article.
    """

    __slots__ = ()

    def say(self, key: str, *values: str, **named: str) -> str:
        """A sentence, or a part of one, with its gaps filled."""
        return self.words.fill("prose", key, *values, **named)

    def text(self, text: str, most: int = LONGEST) -> str:
        """A text of the map in one line, of a long one the beginning."""
        text = super().text(text)
        if len(text) <= most:
            return text
        return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:–—") + "…"

    def quote(self, text: str) -> str:
        """A text of the map in quotation marks, without a full stop of its own."""
        return quoted(_END.sub("", self.text(text)), self.words)

    def speech(self, text: str) -> str:
        """What somebody says, in quotation marks; with its full stop where the language leaves it inside."""
        return super().quote(text) if self.is_inside else self.quote(text)

    @property
    def is_inside(self) -> bool:
        """Whether a quotation that ends like a sentence ends the sentence around it, too."""
        return self.say("stop") == "inside"

    def named(self, moment: Moment) -> str:
        """A stage or touchpoint in quotation marks."""
        return self.quote(name_of(moment))

    def sentences(self, texts: Iterable[str], most: int) -> Iterator[str]:
        """Texts that are sentences by themselves."""
        yield from (f"{self.text(text, WIDEST)}." for text in (*texts,)[:most])

    def listed(self, items: Sequence[str], most: int = 3) -> str:
        """Things as a sentence lists them; the last ones are only counted where there are too many."""
        shown, more = items[:most], len(items) - most
        if more > 0:
            return f"{', '.join(shown)} {self.say('more', str(more))}"
        return self.say("and", ", ".join(shown[:-1]), shown[-1]) if len(shown) > 1 else shown[0]

    def aside(self, text: str, *facts: str) -> str:
        """A text, and in brackets behind it the facts that are not empty."""
        known = ", ".join(filter(None, facts))
        return f"{text} ({known})" if known else text

    def who(self) -> tuple[str, ...]:
        """For whom the journey is told."""
        names = [self.text(persona.name or persona.id) for persona in self.journey.personas]
        joint = "; " if any("," in name for name in names) else ", "
        more = f"{joint}{self.say('more', str(len(names) - 3))}" if len(names) > 3 else ""
        return (self.say("who", joint.join(names[:3]) + more),) if names else ()

    def paragraph(self, sentences: Iterable[str]) -> str:
        """Sentences in a row, each with one stop at its end."""
        text = " ".join(sentences)
        for place, stop in _STOPS:
            text = place.sub(stop, text)
        return typeset(_BEHIND.sub(r"\1", text) if self.is_inside else text, self.words.lang)
