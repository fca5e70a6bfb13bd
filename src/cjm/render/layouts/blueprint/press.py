"""Filling the pages of a blueprint: as many rows on each as fit, and below them the lanes that stand under all rows."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from cjm.render.layouts.blueprint.cards import Boxed, Hollow
from cjm.render.layouts.blueprint.legend import entries as explained
from cjm.render.layouts.blueprint.links import Tie
from cjm.render.layouts.blueprint.plan import NARROWEST, Plan
from cjm.render.layouts.blueprint.splits import Numbered, split
from cjm.render.layouts.blueprint.table import Laid, Table
from cjm.render.layouts.lanes import lane
from cjm.render.layouts.legend import Legend, legend
from cjm.render.layouts.pages import strips
from cjm.render.layouts.press import LABELS, MARGIN, Press, whole
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.strips import Strip, nothing
from cjm.render.scene import Group, Line, Shape

_UNDER = 8.0  # below the stages
_TALLEST = 1 / 3  # of a page: stages that take more stand there once
_LEAST, _STEP = 40.0, 12.0  # points that boxes may have of a page, and how much less is tried each time

Homes = Mapping[int, int]
"""The page on which each box stands, by its number."""


class BlueprintPress(Press):
    """The pages of a blueprint.

    ``known`` are those on which boxes stood when they were last filled, ``held`` the links that have room to be named,
    whether or not they leave their page. ``roomy`` are the first columns of those whose last rows leave room for the
    lanes below them; ``squeezed`` become those whose lanes found none.
    """

    def __init__(
        self, plan: Plan, starts: tuple[int, ...], known: Homes, held: Collection[int], roomy: Collection[int]
    ) -> None:
        self.plan, self.starts, self.known, self.held, self.roomy = plan, starts, known, held, roomy
        self.squeezed: set[int] = set()
        self.homes: dict[int, int] = {}
        super().__init__(plan.table.sheet, plan.paper, plan.share)
        noted = [replace(entry, piece=self._noted(number)) for number, entry in enumerate(plan.table.entries)]
        keys = {"touchpoints"}
        for first, last in pairwise(starts):
            chosen = [(number, entry) for number, entry in enumerate(noted) if first <= entry.column < last]
            self._fill(chosen, first, last)
            numbers = {self.homes[number] for number, _ in chosen}
            keys |= {key for key in plan.below if self._below(key, first, numbers)}
        self.explain(keys)

    def _below(self, key: str, first: int, numbers: Collection[int]) -> bool:
        """A lane below the rows of some columns: on the last of their pages, or on another one that has room for it."""
        for number in sorted(numbers, reverse=True):
            page = self.pages[number - 1]
            for strip in self._strips(page.sheet, key):
                if page.y + strip.height <= self.bottom:
                    page.shapes.append(strip.shapes(page.y))
                    page.y += strip.height
                    page.grounds.append(Line("rule", (MARGIN, page.y), (whole(page.sheet).right, page.y)))
                    return True
        found, count = self._strips(self.page.sheet, key), len(self.pages)
        for strip in found:
            self.put(strip)
        if len(self.pages) > count:
            self.squeezed.add(first)
        return bool(found)

    def _strips(self, sheet: Sheet, key: str) -> tuple[Strip, ...]:
        """A lane, where it has something to show."""
        band = lane(sheet, key)
        return tuple(strips(sheet, [(False, band)])) if band else ()

    @property
    def idle(self) -> int:
        """How many pages have no boxes."""
        return len(self.pages) - len(set(self.homes.values()))

    @property
    def leaving(self) -> set[int]:
        """The links that leave their page."""
        ties = enumerate(self.plan.table.ties)
        return {index for index, tie in ties if tie.is_needed and self._is_parted(tie)}

    def _is_parted(self, tie: Tie) -> bool:
        return self.known.get(tie.start) != self.known.get(tie.end)

    def _noted(self, number: int) -> Boxed:
        """A box that names those on other pages which need it, or which it needs."""
        notes = [
            (self._is_parted(tie), self._note(sign, own, other))
            for index, tie in enumerate(self.plan.table.ties)
            for sign, own, other in (("→", tie.start, tie.end), ("←", tie.end, tie.start))
            if own == number and tie.is_needed and (self._is_parted(tie) or index in self.held)
        ]
        pieces = [self.sheet.text(note, "note") for is_parted, note in notes if is_parted]
        held = [Hollow(self.sheet.text(note, "note")) for is_parted, note in notes if not is_parted]
        return self.plan.table.entries[number].piece.noting(*pieces, *held)

    def _note(self, sign: str, own: int, other: int) -> str:
        """Which box is needed, or needs this one, and its page; the page alone where it stands in the same column."""
        entries, words = self.plan.table.entries, self.sheet.words
        page = words.fill("blueprint", "page", str(self.known[other])).replace(" ", "\u00a0")
        is_near = entries[own].column == entries[other].column
        return f"{sign}\u00a0{page}" if is_near else f"{sign}\u00a0{entries[other].label}, {page}"

    def _fill(self, rest: list[Numbered], first: int, last: int) -> None:
        """The boxes of some columns: as many rows on each page as fit. Where there are none, the stages stand alone."""
        if not rest:
            empty = Laid(Table(self.plan.table.sheet, (), (), (), first, last), MARGIN + LABELS, NARROWEST, LABELS)
            self.begin(self._ruled(empty))
            self.put(_Block(Group("blueprint", "", ()), 0, nothing))
        while rest:
            rows = sorted({entry.row for _, entry in rest})
            tables = ((row, self._laid([e for e in rest if e[1].row <= row], first, last)) for row in reversed(rows))
            row = next((row for row, laid in tables if self._fits(laid, self._foot(laid, rows, row))), None)
            if row is None and self.page.top is None and not self.page.is_empty:
                self.turn()
                continue
            if row is None:
                now, rest = self._split(rest, rows[0], first, last)
            else:
                now, rest = [e for e in rest if e[1].row <= row], [e for e in rest if e[1].row > row]
            self._set_block(now, first, last)

    def _set_block(self, chosen: Sequence[Numbered], first: int, last: int) -> None:
        laid = self._laid(chosen, first, last)
        self.begin(self._ruled(laid))
        self.put(_Block(Group("blueprint", "", ()), laid.height, laid.draw))
        for number, _ in chosen:
            self.homes.setdefault(number, len(self.pages))

    def _split(self, rest: list[Numbered], row: int, first: int, last: int) -> tuple[list[Numbered], list[Numbered]]:
        """A row that is too tall for a page: what of each column fits, and the rest. Many lines leave room for few boxes."""
        own, others = [e for e in rest if e[1].row == row], [e for e in rest if e[1].row != row]
        for count in (len(own), *(len(own) >> power for power in range(1, len(own).bit_length()))):
            laid = self._laid(own[:count], first, last)
            limit = self._available(laid) - laid.height + laid.drawn.rows[0][1] - laid.drawn.rows[0][0]
            while limit > _LEAST:
                now, left = split(own[:count], laid.wide, limit)
                if self._fits(self._laid(now, first, last)):
                    return now, [*left, *own[count:], *others]
                limit -= _STEP
        return own[:1], [*own[1:], *others]

    def _laid(self, chosen: Sequence[Numbered], first: int, last: int) -> Laid:
        table = self.plan.picked(chosen, first, last)
        wide = min(self.plan.wide(table), self.plan.usual(first, last))
        return Laid(table, MARGIN + LABELS, wide, LABELS)

    def _ruled(self, laid: Laid) -> Sheet:
        """The sheet with the columns of a table."""
        return replace(self.plan.table.sheet, grid=laid.table.grid(laid.left, laid.wide, self.starts))

    def _fits(self, laid: Laid, below: float = 0) -> bool:
        return laid.height + below <= self._available(laid)

    def _foot(self, laid: Laid, rows: Sequence[int], row: int) -> float:
        """What is left free below the last of several rows."""
        if laid.table.first not in self.roomy or row != rows[-1] or len(rows) == 1:
            return 0
        sheet = self._ruled(laid)
        return sum(strip.height for key in self.plan.below for strip in self._strips(sheet, key))

    def _available(self, laid: Laid) -> float:
        """The height that there is for a table, on this page or on a new one where this one has rows."""
        _, high = self.columns(self._ruled(laid), 0)
        top = self.page.y if self.page.top is None else self.first
        return self.bottom - top - (high + _UNDER if high <= _TALLEST * self.paper[1] else 0)

    def parted(self, sheet: Sheet, top: float, bottom: float) -> Iterable[Shape]:  # noqa: ARG002
        """Nothing: there lines run."""
        return ()

    def key(self, lanes: Collection[str]) -> Legend | None:
        """What the pages need explained."""
        return legend(self.sheet.unrolled(), lanes, explained(self.plan.table))

    def named(self) -> tuple[str, str, str]:
        """What the pages are called, their title, and what they show, in words."""
        name, title, told = super().named()
        return f"{name}-blueprint", title, told


class _Block(Strip):
    """Rows with their lines."""

    @property
    def is_lane(self) -> bool:
        """It stands below stages."""
        return True

    def cut(self, room: float, page: float) -> tuple[Strip | None, Strip | None]:  # noqa: ARG002
        """It is made to fit, and never cut."""
        return (self, None) if self.height <= room else (None, self)
