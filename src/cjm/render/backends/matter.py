"""What a page says in words beside its pictures, and what of it can be opened by what is drawn."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from cjm.diff.change import Comparison
from cjm.model.journey import Journey
from cjm.model.walk import address, moments, walk
from cjm.render.backends import changed, written
from cjm.render.backends.xml import attributes, escape, tag
from cjm.render.labels import Labels
from cjm.render.scene import Group, Scene
from cjm.render.told import blocks
from cjm.render.told.blocks import Row
from cjm.render.told.telling import Told
from cjm.render.values import dataclass


@dataclass(frozen=True)
class Chapter:
    """A map as a page tells it: what its addresses begin with, and its rows; of one among several, what is drawn.

    ``drawn`` are the addresses of the moments and personas of which something is drawn; ``is_whole`` whether the map
    itself is, as one thing among others.
    """

    told: Told
    prefix: str
    rows: tuple[Row, ...]
    owners: Mapping[str, str]
    drawn: frozenset[str]
    is_whole: bool

    @property
    def identity(self) -> str:
        """What the map is known by, which is its address, too."""
        return self.told.journey.identity

    @cached_property
    def addresses(self) -> frozenset[str]:
        """What it tells of: moments and personas."""
        told = {block.address for row in self.rows for block in row.blocks}
        all = told | {f"persona/{persona.id}" for persona in self.told.journey.personas}
        return frozenset(all & self.drawn if self.prefix else all)

    @property
    def openings(self) -> Iterator[tuple[str, str]]:
        """Addresses with those of the blocks that they open; in any picture they may begin with the map's identity."""
        blocks = {**self.owners, **{address: address for address in self.addresses}}
        for one, other in blocks.items():
            yield from ((f"{before}{one}", f"{self.prefix}{other}") for before in {self.prefix, f"{self.identity}:"})
        if self.is_whole:
            yield self.identity, self.identity

    def lines(self) -> Iterator[str]:
        """What the map as a whole says, the table, and what is known of the personas."""
        if self.is_whole:
            yield written.whole(self.told)
        if self.addresses:
            yield from written.table(self.told, self.rows, self.prefix, self.addresses)
            yield from written.personas(self.told, self.prefix, self.addresses)


@dataclass(frozen=True)
class Matter:
    """The maps that pictures show, or the two that they compare; or neither, and the pictures speak for themselves."""

    scenes: tuple[Scene, ...]
    words: Labels
    maps: tuple[Told, ...] = ()
    changes: Comparison | None = None

    @cached_property
    def groups(self) -> Mapping[str, Group]:
        """What is drawn with an address, lanes aside; of what is drawn often, the first."""
        found: dict[str, Group] = {}
        for scene in self.scenes:
            for shape in scene.walk():
                if isinstance(shape, Group) and shape.address and not shape.address.startswith("lane/"):
                    found.setdefault(shape.address, shape)
        return found

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """The maps, one by one."""
        return tuple(map(self._chapter, self.maps))

    def _chapter(self, told: Told) -> Chapter:
        prefix = f"{told.journey.identity}:" if len(self.maps) > 1 else ""
        owners = dict(_owners(told.journey))
        identity = told.journey.identity
        drawn = (each.removeprefix(f"{identity}:") for each in self.groups if each.startswith(prefix))
        moments = frozenset(owners.get(each, each) for each in drawn)
        return Chapter(told, prefix, tuple(blocks.rows(told)), owners, moments, identity in self.groups)

    @cached_property
    def openings(self) -> Mapping[str, str]:
        """What can be opened, by its address, and the address of the block that tells of it."""
        if self.changes:
            return changed.openings(self.changes)
        found = {address: address for address, group in self.groups.items() if group.details}
        for each in self.chapters:
            found |= dict(each.openings)
        return found

    @cached_property
    def others(self) -> tuple[Group, ...]:
        """What is drawn and can be opened, though no map's table tells of it."""
        known = {block for each in self.chapters for _, block in each.openings}
        drawn = ((self.openings.get(address, ""), group) for address, group in self.groups.items())
        return tuple(group for block, group in drawn if block and block not in known)

    @property
    def label(self) -> str:
        """What the words are called: a table, or the changes; empty where there are none."""
        if self.changes:
            return self.words.word("page", "changes")
        return self.words.word("page", "table") if self.maps or self.others else ""

    def lines(self) -> Iterator[str]:
        """The words themselves."""
        if self.changes:
            yield from changed.listed(self.changes, self.words, self.groups)
            return
        for chapter in self.chapters:
            yield from chapter.lines()
        yield from map(self._other, self.others)

    def _other(self, group: Group) -> str:
        """What is drawn with its facts as a table: a figure by days, a system with what it serves."""
        label = " ".join(group.label.split())
        facts = ((self.words.word("fields", key), text) for key, text in group.details)
        rows = "".join(
            f"<tr>{tag('th', attributes(scope='row'), escape(key))}{tag('td', '', escape(text))}</tr>"
            for key, text in facts
        )
        written = attributes(data_of=group.address, data_name=label)
        return tag("section", written, tag("b", "", escape(label)) + (tag("table", "", rows) if rows else ""))


def _owners(journey: Journey) -> Iterator[tuple[str, str]]:
    """Each element in a moment, with the moment: stages first, so that touchpoints keep what is theirs."""
    for at, moment, _ in sorted(moments(journey), key=lambda each: len(each[0])):
        of = address(journey, at)
        for inner, _ in walk(moment):
            yield address(journey, (*at, *inner)), of
