"""Comparisons as one comment on a pull request: the worst first, never longer than a comment may be."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cjm.diff.change import Direction
from cjm.report.changes.told import ALL_TOUCHED, Fact, Told, total
from cjm.report.plain import plain

MARKER = "<!-- cjm diff -->"
"""What a workflow finds its own comment by, to write it anew instead of adding another."""

LEAST = 600
"""The fewest characters that a comment must be allowed: its marker, its summary, and how much is missing."""

_SIGNS = {Direction.WORSENED: "▼", Direction.UNKNOWN: "?", Direction.IMPROVED: "▲", Direction.NEUTRAL: "·"}
_TITLES = {
    Direction.WORSENED: "Worse for the customer", Direction.UNKNOWN: "Nobody knows yet",
    Direction.IMPROVED: "Better for the customer", Direction.NEUTRAL: "Neither better nor worse",
}  # fmt: skip
"""In the order in which they are shown."""

_BETTER = {"emotion": 1, "pains": -1, "hand-offs": -1, "automated steps": 0}
"""Which way each figure of a map is better for the customer."""


class _Row(NamedTuple):
    """A line or several, ``counted`` changes; ``head`` is what its section begins with, and ``foot`` what must follow its last row."""

    head: str
    text: str
    foot: str
    counted: int


def comparison_markdown(tells: Sequence[Told], most: int) -> str:
    """Comparisons as a comment of at most ``most`` characters (``LEAST`` or more); nothing where there is nothing to tell.

    No text of a map becomes markup, a link or a mention.
    """
    shown = [told for told in tells if not told.is_empty]
    if not shown:
        return ""
    opening = f"{MARKER}\n**{plain(total(shown) if len(shown) > 1 else shown[0].line)}**\n"
    rows = [row for told in sorted(shown, key=_worst) for row in _rows(told)]
    text, told, foot = opening, 0, ""
    left = sum(row.counted for row in rows)
    for row in rows:
        head = foot + row.head if row.head else ""
        if len(text) + len(head) + len(row.text) + len(row.foot) + len(_more(left)) > most:
            break
        text, foot, told = text + head + row.text, row.foot, told + row.counted
    return text + foot + (_more(left - told) if told < left else "")


def _more(number: int) -> str:
    return f"\n{number} more.\n"


def _worst(told: Told) -> tuple[int, ...]:
    """Maps in the order in which they are shown: by how much became worse, then by how little is known."""
    return -told.summary.worsened, -told.summary.unknown


def _rows(told: Told) -> Iterator[_Row]:
    """The rows of one comparison: by direction, then by place; each section and place is headed by its first."""
    head = f"\n### {plain(told.here.title)}\n\n{plain(told.sides)}\n{_figures(told)}"
    for direction, title in _TITLES.items():
        groups = [(group, [fact for fact in group.facts if fact.direction is direction]) for group in told.groups]
        section = _section(direction, title, sum(len(facts) for _, facts in groups))
        foot = "\n</details>\n" if direction is Direction.NEUTRAL else ""
        for group, facts in groups:
            for index, fact in enumerate(facts):
                place = "" if index else f"\n**{plain(group.name)}**\n"
                yield _Row(head + section, place + "".join(_lines(fact)), foot, 1)
                head = section = ""
    yield from _untouched(told, head)


def _figures(told: Told) -> str:
    """A small table: the figures of both maps, with a sign where that is better or worse."""
    lines = ["\n| | before | after | |\n| :-- | --: | --: | :-: |\n"]
    for (name, text), pair in zip(told.figures, told.summary[4:], strict=True):
        before, _, after = text.partition(" → ")
        lines.append(f"| {name.capitalize()} | {before} | {after} | {_sign(name, pair.before, pair.after)} |\n")
    return "".join(lines)


def _sign(name: str, before: float | None, after: float | None) -> str:
    if before is None or after is None or before == after or not _BETTER[name]:
        return ""
    return _SIGNS[Direction.IMPROVED if (after > before) == (_BETTER[name] > 0) else Direction.WORSENED]


def _section(direction: Direction, title: str, count: int) -> str:
    head = f"{_SIGNS[direction]} {title} ({count})"
    return f"\n<details><summary>{head}</summary>\n" if direction is Direction.NEUTRAL else f"\n#### {head}\n"


def _lines(fact: Fact, depth: int = 0) -> Iterator[str]:
    """A change as an entry of a list, and below it what follows from it: what is neither better nor worse in one line."""
    because = f" *({plain(fact.because.rstrip('.'))})*" if fact.because else ""
    yield f"{'  ' * depth}- {_SIGNS[fact.direction]} {plain(fact.headline)}{because}\n"
    for child in fact.children:
        if child not in fact.minor:
            yield from _lines(child, depth + 1)
    if fact.minor:
        yield f"{'  ' * (depth + 1)}- <sub>also {plain('; '.join(each.headline for each in fact.minor))}</sub>\n"


def _untouched(told: Told, head: str) -> Iterator[_Row]:
    """What the later map leaves as it was."""
    if told.untouched is None:
        return
    head += "\n#### Left as it was\n\n"
    if not told.untouched:
        yield _Row(head, f"{ALL_TOUCHED}\n", "", 0)
    for index, (kind, name) in enumerate(told.untouched):
        yield _Row("" if index else head, f"- {kind}: {plain(name)}\n", "", 1)
