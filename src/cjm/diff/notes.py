"""Comments through a merge: what either side wrote beside its entries stays, what a side took away goes."""

from collections import Counter
from collections.abc import Mapping, Sequence

from cjm.diff.triples import Side
from cjm.source.chunks import Chunk, Way
from cjm.source.woven import Beside, Name


class Notes:
    """The comments of three versions, by where they stand."""

    def __init__(self, sides: Mapping[str, Side]) -> None:
        self.texts = {name: side.text for name, side in sides.items()}

    def within(self, side: str, way: Way | None) -> list[str]:
        """The comments of an entry: above it, behind it, in it."""
        chunk = self.chunk(side, way)
        return [each.text for each in self.texts[side].comments if chunk and chunk.lead <= each.start < chunk.end]

    def own(self, side: str, way: Way | None) -> list[str]:
        """The comments above an entry, and behind its key or dash: those that stand in none of its own entries."""
        chunk = self.chunk(side, way)
        if chunk is None or not chunk.inner:
            return self.within(side, way)
        first = chunk.inner[0].lead
        return [each.text for each in self.texts[side].comments if chunk.lead <= each.start < first]

    def chunk(self, side: str, way: Way | None) -> Chunk | None:
        """The entry at a route, if it has lines of its own."""
        return None if way is None else self.texts[side].chunks.get(way)

    def beside(self, base: Way | None, ours: Way | None, theirs: Way | None) -> Beside:
        """The comments of a list or mapping that is put together from both sides."""
        ways = {"base": base, "ours": ours, "theirs": theirs}
        own = {side: self.own(side, way) for side, way in ways.items()}
        everything = {side: self.within(side, way) for side, way in ways.items()}
        lead: Name = "theirs" if theirs is not None and own["ours"] == own["base"] else "ours"
        kept = _kept(own["base"], own["ours"], own["theirs"])
        above = Counter(kept) - Counter(own[lead])
        return Beside(
            lead, tuple(above.elements()), _kept(everything["base"], everything["ours"], everything["theirs"])
        )

    def other(self, side: Name, way: Way, base: Way | None, kept: Way) -> tuple[str, ...]:
        """The comments that one side wrote beside a value that is taken from the other."""
        known = Counter(self.within("base", base)) | Counter(self.within("theirs" if side == "ours" else "ours", kept))
        return tuple((Counter(self.within(side, way)) - known).elements())

    def is_talked_of(self, side: str, way: Way, base: Way) -> bool:
        """Whether a side wrote a comment in an entry that it left as it was otherwise."""
        return bool(Counter(self.within(side, way)) - Counter(self.within("base", base)))


def _kept(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """The comments of both sides, without those that either took away."""
    gone = (Counter(base) - Counter(ours)) | (Counter(base) - Counter(theirs))
    found = Counter(ours) | Counter(theirs) | (Counter(ours) + Counter(theirs) - Counter(base))
    left = found - gone
    return tuple(each for each in dict.fromkeys([*ours, *theirs]) for _ in range(left[each]))
