"""What became of a map, in a terminal: a tree by stage and touchpoint, or a line for each change."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cjm.diff.change import Direction
from cjm.render.told.styles import BAD, GOOD, SMALL, STRONG
from cjm.report.changes.told import ALL_TOUCHED, Fact, Told, total
from cjm.report.terminal.paint import Piece
from cjm.report.terminal.pen import Pen

_INDENT = 2
_HARD, _SOFT = str.maketrans(" -", "\u00a0\u2011"), str.maketrans("\u00a0\u2011", " -")
"""What keeps a figure with its name in one row, and back."""

_WIDEST = 110  # cells; longer rows are hard to read


class _Mark(NamedTuple):
    sign: str  # a field of the pen's signs
    style: str


_MARKS = {
    Direction.IMPROVED: _Mark("improved", GOOD),
    Direction.WORSENED: _Mark("worsened", BAD),
    Direction.NEUTRAL: _Mark("unchanged", SMALL),
    Direction.UNKNOWN: _Mark("unknown", "bold yellow"),
}


def comparison_text(tells: Sequence[Told], pen: Pen, width: int) -> Iterator[Piece]:
    """Comparisons one after the other, each a tree in rows of at most ``width`` cells; several with a total at the end."""
    shown = [told for told in tells if not told.is_empty]
    tree = _Tree(pen, min(width, _WIDEST))
    for index, told in enumerate(shown):
        yield ("\n" if index else ""), ""
        yield from tree.whole(told)
    if len(shown) > 1:
        yield "\n", ""
        yield from tree.text(total(shown), 0, STRONG)


def comparison_brief(tells: Sequence[Told], pen: Pen, *, names_files: bool = False) -> Iterator[Piece]:
    """A line for each change, with its place, its sign and what it means; with ``names_files`` the path in front."""
    shown = [told for told in tells if not told.is_empty]
    for told in shown:
        path = f"{told.here.path}: " if names_files else ""
        for place, fact in _rows(told):
            mark = _MARKS[fact.direction]
            yield pen.spell(f"{path}{place}: "), ""
            yield f"{getattr(pen.signs, mark.sign)} {fact.direction.value}", mark.style
            yield f"  {pen.spell(' '.join(_with_children(fact, pen)))}\n", ""
        for kind, name in told.untouched or ():
            yield pen.spell(f"{path}untouched {kind}: {name}") + "\n", ""
        yield pen.spell(path + told.line) + "\n", STRONG
    if len(shown) > 1:
        yield pen.spell(total(shown)) + "\n", STRONG


def _rows(told: Told) -> Iterator[tuple[str, Fact]]:
    """Every change with its place."""
    for group in told.groups:
        for fact in group.facts:
            yield group.name, fact


def _with_children(fact: Fact, pen: Pen) -> Iterator[str]:
    """A change, and what follows from it as far as that is better or worse."""
    yield fact.headline
    for child in fact.children:
        if child.direction is not Direction.NEUTRAL:
            yield f"{getattr(pen.signs, _MARKS[child.direction].sign)} {child.headline}"


class _Tree(NamedTuple):
    pen: Pen
    width: int

    def whole(self, told: Told) -> Iterator[Piece]:
        """One comparison: which maps, then the changes stage by stage, then the summary."""
        yield from self.text(told.here.title, 0, STRONG)
        yield from self.text(told.sides, 0, SMALL)
        for groups in told.stages:
            yield "\n", ""
            yield from self.text(groups[0].place.stage or groups[0].name, 0, STRONG)
            for group in groups:
                if group.place.touchpoint:
                    yield from self.text(group.place.touchpoint, _INDENT, "")
                for fact in group.facts:
                    yield from self.fact(fact, (2 if group.place.touchpoint else 1) * _INDENT)
        yield from self.untouched(told)
        yield "\n", ""
        counted, *figures = told.line.split(" · ")
        yield from self.text(" · ".join([counted, *(each.translate(_HARD) for each in figures)]), 0, STRONG)

    def fact(self, fact: Fact, depth: int) -> Iterator[Piece]:
        """A change with its sign, the reason, and what follows from it: what is neither better nor worse in one paragraph."""
        mark = _MARKS[fact.direction]
        yield from self.text(fact.headline, depth, "", f"{getattr(self.pen.signs, mark.sign)} ", mark.style)
        if fact.because:
            yield from self.text(fact.because, depth + _INDENT, SMALL)
        for child in fact.children:
            if child not in fact.minor:
                yield from self.fact(child, depth + _INDENT)
        if fact.minor:
            yield from self.text(f"also {'; '.join(each.headline for each in fact.minor)}", depth + _INDENT, SMALL)

    def untouched(self, told: Told) -> Iterator[Piece]:
        """What the later map leaves as it was."""
        if told.untouched is None:
            return
        yield "\n", ""
        yield from self.text("Left as it was" if told.untouched else ALL_TOUCHED, 0, STRONG)
        for kind, name in told.untouched:
            yield from self.fact(Fact(Direction.NEUTRAL, f"{kind}: {name}"), _INDENT)

    def text(self, text: str, depth: int, style: str, lead: str = "", tint: str = "") -> Iterator[Piece]:
        """A text in rows, set in, behind a sign."""
        for index, row in enumerate(self.pen.rows(text, self.width - depth - len(lead))):
            yield " " * depth, ""
            yield " " * len(lead) if index else lead, tint
            yield row.translate(_SOFT), style
            yield "\n", ""
