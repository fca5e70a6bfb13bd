"""Reading both sides of pairs of maps, and doing something with each pair."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, TypeVar

from cjm.cli.pairing import Pair, Side
from cjm.finding import Finding, Severity, Span
from cjm.model.entry import Entry
from cjm.model.journey import Journey
from cjm.model.problem import Parts
from cjm.model.read import Reader
from cjm.source.project import Project
from cjm.source.tree import Tree

T = TypeVar("T")

FEWEST = 50
"""Below this many pairs, further processes cost more than they give."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One side as read: the map, as far as it can be read, and what is wrong with it and the libraries it uses."""

    side: Side
    journey: Journey
    findings: tuple[Finding, ...]
    entry: Entry

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What is so wrong that the map may say less than it seems to."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    def place(self, parts: Parts, *, at_key: bool = False) -> Span | None:
        """Where a route into the map leads in its file; ``None`` where a library holds what it leads to."""
        document = self.side.project.document(self.side.name)
        written = self.entry.place(parts)
        if document is None or not _holds(document.tree, written):
            return None
        return document.locate(written, at_key=at_key)


class Both(NamedTuple):
    """A pair with its sides as read. ``problem`` is a sentence on a side that cannot be read as a map, if there is one."""

    pair: Pair
    before: Reading | None
    after: Reading | None
    problem: str = ""


def each(pairs: Sequence[Pair], work: Callable[[Both], T]) -> list[T]:
    """What the work makes of each pair, in the order of the pairs.

    Many are shared among processes: so what is made must survive pickling, and the pair as read is gone afterwards.
    """
    if len(pairs) < FEWEST:
        return [done for _, done in _each(map(str, range(len(pairs))), pairs, work)]
    from cjm.cli.workers import share  # noqa: PLC0415

    done = dict(share(partial(_each, pairs=pairs, work=work), [*map(str, range(len(pairs)))], "Comparing maps"))
    return [done[place] for place in range(len(pairs))]


def _each(places: Iterable[str], pairs: Sequence[Pair], work: Callable[[Both], T]) -> Iterator[tuple[int, T]]:
    readers: dict[Project, _Reader] = {}
    for place in map(int, places):
        pair = pairs[place]
        sides = [readers.setdefault(side.project, _Reader(side.project)).read(side) if side else None for side in pair]
        problem = next((side for side in sides if isinstance(side, str)), "")
        before, after = (None if isinstance(side, str) else side for side in sides)
        yield place, work(Both(pair, before, after, problem))
        for side in filter(None, pair):
            readers[side.project].forget(side.name)


class _Reader:
    """Reads the maps of a project one by one, and the libraries that they share once."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.reader = Reader(project.open)
        self.told: dict[str, list[Finding]] = {}

    def read(self, side: Side) -> Reading | str:
        """One side; or why it cannot be read as a map."""
        entry = self.reader.entry(side.name)
        _, *libraries = self.reader.files([side.name])
        found = [*self.findings(side.name)]
        for name in libraries:
            if name not in self.told:
                self.told[name] = self.findings(name)
            found += self.told[name]
        if isinstance(entry.content, Journey):
            return Reading(side, entry.content, tuple(found), entry)
        return f"{side.spelled()} {_reason(entry, found)}"

    def findings(self, name: str) -> list[Finding]:
        """What could not be read of one file, with its places; whether its references lead anywhere is not asked."""
        entry = self.reader.entry(name)
        return self.project.findings(name, (self.reader.finding(entry, each) for each in entry.problems))

    def forget(self, name: str) -> None:
        """Let go of the text of a map."""
        self.reader.forget(name)
        self.project.forget(name)


def _reason(entry: Entry, findings: Sequence[Finding]) -> str:
    """Why a file is no map: the end of a sentence that begins with its name."""
    if entry.content is not None:
        return "is a library, and only maps are compared."
    if entry.opened.reason:
        return f"{entry.opened.reason}."
    told = next((f" Line {finding.span.line}: {finding.message}" for finding in findings if finding.span), "")
    return f"cannot be read as a map.{told}"


def _holds(tree: Tree, parts: Parts) -> bool:
    """Whether a text holds the entry of a catalogue that a route leads to; libraries add theirs behind its own."""
    if len(parts) < 2 or not isinstance(parts[1], int) or not isinstance(tree, dict):
        return True
    written = tree.get(str(parts[0]))
    return parts[1] < (len(written) if isinstance(written, list | dict) else written is not None)
