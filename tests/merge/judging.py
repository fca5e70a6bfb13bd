"""One reading of a merge judged: every element, every fact, every order as it must be after what both sides did."""

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence

from tests.merge.meaning import SETS, Value
from tests.merge.remarks import Page
from tests.merge.verdict import Complaint, Name, Rank, Trial, Verdict
from tests.merge.versions import Ident, Version

UNITS = {"feels", "intent", "scale"}
"""What is one thing although it has several fields."""


class Judge:
    def __init__(self, trial: Trial, pages: list[Page]) -> None:
        self.trial = trial
        self.four = (trial.base, trial.ours, trial.theirs, trial.merged)
        self.pages = pages
        self.complaints: list[Complaint] = []
        self.must: set[str] = set()
        self.may: set[str] = set()

    def verdict(self) -> Verdict:
        trial = self.trial
        idents = dict.fromkeys(itertools.chain(*(each.items for each in self.four)))
        for ident in idents:
            self.element(ident)
        for home in dict.fromkeys(item.home for ident, item in trial.merged.items.items() if item.above):
            self.order(home)
        return Verdict(self.complaints, self.must, self.may)

    def complain(self, rank: Rank, rule: str, about: str) -> None:
        self.complaints.append(Complaint(rank, rule, about))

    def has(self, ident: Ident) -> tuple[bool, bool, bool, bool]:
        base, ours, theirs, merged = (ident in each.items for each in self.four)
        return base, ours, theirs, merged

    def is_open(self, ident: Ident) -> bool:
        """Whether both decisions of a conflict differ in having an element."""
        other = self.trial.other
        return other is not None and (ident in self.trial.merged.items) != (ident in other.items)

    def element(self, ident: Ident) -> None:
        """Whether an element is there, or not, as it should be; then its fields and place."""
        base, ours, theirs, merged = self.has(ident)
        trial = self.trial
        about = next(f"{each.items[ident]}" for each in self.four if ident in each.items)
        if base and ours != theirs:
            self.one_deleted(ident, about, "ours" if ours else "theirs")
        elif merged and not (ours or theirs):
            self.complain(Rank.LOST, "from nowhere", about)
        elif not merged and (ours or theirs) and not self.is_open(ident):
            self.complain(Rank.LOST, "element lost", about)
        if self.is_open(ident):
            has_chosen = ident in trial.side(trial.chosen).items
            if has_chosen != merged:
                self.complain(Rank.LOST, "decided wrongly", about)
        if merged and (ours or theirs):
            self.home(ident, about)
            for path in dict.fromkeys(
                itertools.chain(*(each.items[ident].fields for each in self.four if ident in each.items))
            ):
                self.field(ident, path, f"{path} of {about}")

    def one_deleted(self, ident: Ident, about: str, left: Name) -> None:
        """One side deleted it: then it goes, unless the other one changed it."""
        trial, side = self.trial, self.trial.side(left)
        gone = trial.theirs if left == "ours" else trial.ours
        merged = ident in trial.merged.items
        if self.is_changed(ident, side, gone):
            self.must.add(about)
            if trial.other is None:
                self.complain(
                    Rank.NEEDLESS if merged else Rank.LOST,
                    "deleted and changed, no conflict",
                    f"{about} ({'kept' if merged else 'gone'})",
                )
        elif merged and not self.is_open(ident) and not self.is_held(ident):
            self.complain(Rank.PLACE, "deletion not honoured", about)
        if self.pages[0].lines(ident) != self.pages[1 if left == "ours" else 2].lines(ident):
            self.may.add(f"lines of {about}")
        if self.is_moved(ident, side):
            self.must.add(about)
            if trial.other is None and not merged:
                self.complain(Rank.LOST, "deleted and moved, no conflict", about)

    def is_held(self, ident: Ident) -> bool:
        """Whether something that must stay stands in it."""
        merged = self.trial.merged
        return any(
            each.ident not in self.trial.base.items or all(each.ident in side.items for side in self.four[1:3])
            for each in merged.items[ident].walk() if each.ident != ident
        )  # fmt: skip

    def is_changed(self, ident: Ident, side: Version, gone: Version) -> bool:
        """Whether a side changed an element or anything in it that went with it on the other side."""
        base = self.trial.base
        for each in side.items[ident].walk():
            if each.ident != ident and each.ident in gone.items:
                continue
            if each.ident not in base.items or base.fields(each.ident) != side.fields(each.ident):
                return True
        return False

    def is_moved(self, ident: Ident, side: Version) -> bool:
        base = self.trial.base
        return base.items[ident].home != side.items[ident].home

    def home(self, ident: Ident, about: str) -> None:
        homes = [each.items[ident].home if ident in each.items else None for each in self.four]
        other = self.trial.other
        beside = other.items[ident].home if other and ident in other.items else homes[3]
        self.three(homes, beside, f"place of {about}", Rank.PLACE, is_open=self.is_open(ident))

    def three(self, values: Sequence[object], beside: object, about: str, rank: Rank, *, is_open: bool) -> None:
        """What one side changed has that side's value, what neither changed the old one; in a conflict the chosen one."""
        base, ours, theirs, merged = values
        is_both = base not in (ours, theirs) and ours != theirs and None not in (ours, theirs)
        if is_both:
            self.must.add(about)
        if is_open or merged != beside:
            wanted = ours if self.trial.chosen == "ours" else theirs
            if not is_both and not is_open:
                self.may.add(f"~{about}")
        elif is_both:
            if self.trial.other is None:
                self.complain(Rank.LOST, "both changed, no conflict", f"{about}: {ours} / {theirs} → {merged}")
            return
        elif ours is None or theirs is None:
            wanted = theirs if ours is None else ours
        else:
            wanted = theirs if ours == base else ours
        if merged != wanted:
            self.complain(
                rank, "not as it should be", f"{about}: {base} → {ours} / {theirs}; wanted {wanted}, got {merged}"
            )

    def field(self, ident: Ident, path: str, about: str) -> None:
        trial = self.trial
        found = [
            each.value(path, each.items[ident].fields.get(path, ())) if ident in each.items else None
            for each in self.four
        ]
        base, ours, theirs, merged = found
        assert merged is not None
        beside = merged
        if trial.other:
            own = trial.other.items.get(ident)
            beside = trial.other.value(path, own.fields.get(path, ())) if own else None  # type: ignore[assignment]
        if merged == beside and ours is not None and theirs is not None:
            if path.rpartition("/")[2] in SETS:
                self.set(base or (), ours, theirs, merged, about)
                return
            if self.is_row(base or (), ours, theirs):
                self.row(base or (), ours, theirs, merged, about)
                return
        self.beside_deleted(ident, path.partition("/")[0], about)
        if path.partition("/")[0] in UNITS and self.is_both_unit(ident, path.partition("/")[0]):
            self.may.add(about)
        self.three(list(found), beside, about, Rank.LOST, is_open=self.is_open(ident))

    def beside_deleted(self, ident: Ident, key: str, about: str) -> None:
        """A fact that one side deleted while the other wrote it otherwise, or a comment beside it: a conflict if you like."""
        was, *now = (page.fact(ident, key) for page in self.pages[:3])
        if was and "" in now and was not in now:
            self.may.add(f"lines of {about}")

    def is_both_unit(self, ident: Ident, unit: str) -> bool:
        sides = [
            {path: value for path, value in each.fields(ident).items() if path.partition("/")[0] == unit}
            if ident in each.items
            else {}
            for each in self.four[:3]
        ]
        return sides[0] not in sides[1:]

    @staticmethod
    def is_row(base: Value, ours: Value, theirs: Value) -> bool:
        """Whether both changed a list of texts, each in another way."""
        return (
            base not in (ours, theirs)
            and ours != theirs
            and max(map(len, (base, ours, theirs))) > 1
            and bool(ours and theirs)
        )

    def set(self, base: Value, ours: Value, theirs: Value, merged: Value, about: str) -> None:
        wanted = {each for each in (*ours, *theirs) if (each in ours and each in theirs) or each not in base}
        if {*merged} != wanted:
            self.complain(
                Rank.LOST, "set", f"{about}: {base} → {ours} / {theirs}; wanted {sorted(wanted)}, got {merged}"
            )

    def row(self, base: Value, ours: Value, theirs: Value, merged: Value, about: str) -> None:
        """A list of texts that both changed: every text as often as the changes of both make it."""
        self.may.add(about)
        self.must.add(about)
        counts = [Counter(each) for each in (base, ours, theirs, merged)]
        for text in dict.fromkeys((*base, *ours, *theirs, *merged)):
            b, o, t, m = (count[text] for count in counts)
            most, least = o + t - b, (max(o, t) if min(o, t) >= b else min(o, t) if max(o, t) <= b else o + t - b)
            if not min(least, most) <= m <= max(least, most):
                self.complain(Rank.LOST, "row", f"{about}: {base} → {ours} / {theirs} → {merged}")
                return

    def order(self, home: Ident) -> None:
        """What stands before what: as the side has it that changed it."""
        trial = self.trial
        base, ours, theirs, merged = (each.row(home) for each in self.four)
        other = trial.other.row(home) if trial.other else merged
        rows = [{ident: place for place, ident in enumerate(each)} for each in (base, ours, theirs, merged)]
        common = {*base} & {*ours} & {*theirs}
        old, *new = ([each for each in row if each in common] for row in (base, ours, theirs))
        if old not in new and new[0] != new[1]:
            self.must.add(f"order of {home[1]}")
        for name, row, is_still in (("ours", rows[1], new[1] == old), ("theirs", rows[2], new[0] == old)):
            both = [ident for ident in merged if ident in row]
            if not is_still or [each for each in other if each in row] != both:
                continue
            wanted = sorted(both, key=lambda each: row[each])
            if new[0 if name == "ours" else 1] == old and new[0 if name == "theirs" else 1] != old:
                continue  # the other side changed the order
            beside = rows[2 if name == "ours" else 1]
            if any(
                row[one] > row[two] and not _has_order(beside, one, two, common)
                for one, two in itertools.pairwise(both)
            ):
                self.complain(Rank.PLACE, f"order of {name}", f"{home[1]}: wanted {wanted}, got {both}")


def _has_order(row: Mapping[Ident, int], one: Ident, two: Ident, common: set[Ident]) -> bool:
    """Whether the other side put two into this order, at least one of which is new there."""
    is_there = one in row and two in row and not {one, two} <= common
    return is_there and row[one] < row[two]
