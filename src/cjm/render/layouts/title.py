"""The title block: the state of the map as a tag, its title, what it is about, and the facts about it."""

import posixpath
from collections.abc import Iterator

from cjm.figures.review import due
from cjm.model.journey import Journey
from cjm.render.layouts.pieces import Fitted, Piece, Shapes, Stack, Words
from cjm.render.layouts.sheet import Sheet
from cjm.render.text import Style
from cjm.render.typography import typeset
from cjm.render.values import dataclass

_WIDEST_TITLE = 1080.0
_WIDEST_SUMMARY = 760.0  # a longer row is hard to read
_WIDEST_FACT, _WIDEST_LIST = 260.0, 760.0
_BETWEEN = 30.0  # points between two facts
_BELOW = 8.0  # and between two rows of them
_SLACK = 0.01

_SUFFIX = ".cjm.yaml"


def title(sheet: Sheet, names: tuple[str, ...]) -> Piece:
    """The title of a map, its summary and the facts about it. ``names`` are those of personas without a card."""
    journey = sheet.journey
    texts = [Snug(sheet.style, typeset(journey.title, sheet.lang), "title", _WIDEST_TITLE)]
    texts += [
        Snug(sheet.style, typeset(text, sheet.lang), "subtitle", _WIDEST_SUMMARY)
        for text in journey.summary or journey.scenario
    ]
    facts = tuple((name, *(typeset(part, sheet.lang) for part in parts)) for name, *parts in _facts(sheet, names))
    return Stack([Stack(texts, 2), *([Told(sheet.style, facts)] if facts else [])], 11)


def _facts(sheet: Sheet, names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The facts about a map: the name of each, and its parts."""
    journey, words = sheet.journey, sheet.words
    if names:
        yield words.word("head", "personas" if len(names) > 1 else "persona"), *names
    if journey.status != "draft":  # which a map is unless it says otherwise
        yield words.word("head", "status"), words.word("statuses", journey.status)
    if journey.owner:
        yield words.word("head", "owner"), sheet.naming.actor(journey.owner)
    if journey.reviewed:
        yield words.word("head", "reviewed"), journey.reviewed
    if next_review := _next_review(journey):
        yield words.word("head", "next_review"), next_review
    if journey.compares_to:
        yield words.word("head", "compared"), posixpath.basename(journey.compares_to).removesuffix(_SUFFIX)
    if sheet.detail == "full" and (ends := scope(journey)):
        yield words.word("head", "scope"), ends
    for metric in journey.metrics:
        name, value, target = sheet.naming.metric(metric.id, metric)
        if value or target:
            yield name, *filter(None, (value, target and words.fill("marks", "target", target)))


def _next_review(journey: Journey) -> str:
    """When the next review is due, as exactly as the last one is dated."""
    day = due(journey)
    return day.isoformat()[: len((journey.reviewed or "").split("/")[-1])] if day else ""


def scope(journey: Journey) -> str:
    """Where the journey begins and ends."""
    ends = (journey.scope.starts, journey.scope.ends) if journey.scope else ()
    return " → ".join("; ".join(texts) for texts in ends if texts)


@dataclass(frozen=True, slots=True)
class Snug(Piece):
    """A text that takes no more room than its rows, and is never wider than a limit."""

    style: Style
    text: str
    role: str
    limit: float

    def fit(self, width: float) -> Fitted:
        """The text, at the left of the width."""
        rows = self.style.wrap(self.text, self.role, min(width, self.limit))
        widest = max((self.style.width(row, self.role) for row in rows), default=0) + _SLACK
        return Words(self.style, self.text, self.role).fit(min(widest, width, self.limit))


@dataclass(frozen=True, slots=True)
class Told(Piece):
    """Facts side by side, their names above them; in further rows where one is not enough.

    ``facts`` are a name and its parts, which stand beside each other as far as there is room.
    """

    style: Style
    facts: tuple[tuple[str, ...], ...]

    def fit(self, width: float) -> Fitted:
        """The facts in rows."""
        placed: list[tuple[Fitted, float, float]] = []
        x = y = bottom = 0.0
        for name, *parts in self.facts:
            limit = min(_WIDEST_FACT if len(parts) < 2 else _WIDEST_LIST, width)
            rows = self._rows(parts, limit)
            widest = max(self.style.width(name, "caption"), *(self.style.width(row, "fact") for row in rows))
            wide = min(widest + _SLACK, limit)
            if x and x + wide > width:
                x, y = 0.0, bottom + _BELOW
            texts = Words(self.style, name, "caption"), Words(self.style, "\n".join(rows), "fact")
            told = Stack(texts, 0).fit(wide)
            placed.append((told, x, y))
            x, bottom = x + wide + _BETWEEN, max(bottom, y + told.height)

        def shapes(left: float, top: float, _: float) -> Shapes:
            return tuple(text for told, x, y in placed for text in told.draw(left + x, top + y))

        return Fitted(bottom, self.style.lead("caption"), shapes)

    def _rows(self, parts: list[str], limit: float) -> list[str]:
        """The parts in rows, with dots between those that share one."""
        rows = parts[:1]
        for part in parts[1:]:
            joined = f"{rows[-1]} · {part}"
            if self.style.width(joined, "fact") <= limit:
                rows[-1] = joined
            else:
                rows.append(part)
        return rows
