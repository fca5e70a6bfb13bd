"""Trees to maps: fold, validate, resolve, check. Nothing is raised for what is wrong in a file."""

import posixpath
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from cjm.finding import Finding, Route, Severity
from cjm.model.atlas import Atlas
from cjm.model.entry import Entry
from cjm.model.fold import MANY, Fold, text_of
from cjm.model.identity import give_ids
from cjm.model.journey import Journey
from cjm.model.library import Library
from cjm.model.order import record_of
from cjm.model.problem import Parts, Problem
from cjm.model.references import check_evidence, check_references
from cjm.model.resolve import known_names, resolve
from cjm.model.validator import ValidationError, validator
from cjm.model.values import check_dates, check_ids, check_metrics, check_values
from cjm.model.walk import address, moments, walk
from cjm.source.tree import Opened

Open = Callable[[str], Opened]
"""Opens a file by its path relative to the project, with ``/``."""

_FOLLOWS_FROM_SYNTAX = ("missing-key", "unknown-reference")


class Reader:
    """Reads maps and what they refer to, each file once."""

    def __init__(self, open: Open) -> None:
        self.open = open
        self.entries: dict[str, Entry] = {}
        self.under_way: list[Entry] = []

    def read(self, paths: Iterable[str]) -> tuple[Atlas, list[Finding]]:
        """The maps at these paths and everything that is wrong with them and their libraries."""
        wanted = list(dict.fromkeys(paths))
        findings: list[Finding] = []
        maps: list[Journey] = []
        shown: set[str] = set()
        for path in wanted:
            entry = self.entry(path)
            if isinstance(entry.content, Journey):
                maps.append(entry.content)
            for each in (entry, *self.libraries(entry)):
                if each.path not in shown:
                    shown.add(each.path)
                    findings += [self.finding(each, problem) for problem in self.check(each)]
        contents = {path: entry.content for path, entry in self.entries.items()}
        libraries = {path: content for path, content in contents.items() if isinstance(content, Library)}
        compared = {each.path: content for each in maps if (content := self.compared(self.entries[each.path]))}
        return Atlas(tuple(maps), libraries, compared), findings

    def entry(self, path: str) -> Entry:
        """The file at a path, read on first use."""
        if path not in self.entries:
            entry = self.entries[path] = Entry(path, self.open(path))  # before it is loaded: it may use itself
            with self.reading(entry):
                self.load(entry)
        found = self.entries[path]
        for other in self.under_way:
            other.reads |= {path, *found.reads}
        return found

    @contextmanager
    def reading(self, entry: Entry) -> Iterator[None]:
        """While this lasts, what is opened is noted as read for this entry."""
        self.under_way.append(entry)
        yield
        self.under_way.pop()

    def load(self, entry: Entry) -> None:
        """Fold and validate one file, and join a map with its libraries."""
        tree: Any = entry.opened.tree
        if entry.opened.reason or (tree is None and not entry.opened.is_whole):
            return
        if not isinstance(tree, dict):
            entry.problems.append(_no_map(tree))
            return
        if record_of(tree) is Library:
            entry.written = entry.content = self.validate(entry, Library, Fold())
            return
        libraries = [lib.content for lib in self.used(entry) if isinstance(lib.content, Library)]
        own = Fold().record(
            {key: tree[key] for key in ("actors", "systems", *MANY, *MANY.values()) if key in tree}, Journey
        )
        entry.known = known_names(own, libraries)
        journey: Journey = self.validate(entry, Journey, Fold(entry.known))
        entry.written = journey
        entry.content = replace(resolve(journey, libraries, entry.problems), path=entry.path)

    def validate(self, entry: Entry, record: type[Any], fold: Fold) -> Any:
        """The record a tree holds; what is wrong becomes problems and is left out."""
        folded = fold.record(entry.opened.tree, record)
        give_ids(folded)
        entry.problems += fold.problems
        entry.spelled = fold.spelled
        try:
            return validator(record).validate_python(folded)
        except ValidationError as error:
            from cjm.model.wording import prune, word  # noqa: PLC0415  (only where something is wrong)

            errors = error.errors(include_url=False)
            entry.problems += [word(each, record) for each in errors]
            prune(folded, errors, record)
            return validator(record).validate_python(folded)

    def used(self, entry: Entry) -> Iterator[Entry]:
        """The files under ``uses``, as far as they can be opened."""
        uses = entry.opened.tree.get("uses") if isinstance(entry.opened.tree, dict) else None
        for name in map(text_of, uses if isinstance(uses, list) else [uses]):
            if isinstance(name, str) and name:
                yield self.entry(beside(entry.path, name))

    def libraries(self, entry: Entry) -> list[Entry]:
        """The libraries a file uses."""
        return [used for used in self.used(entry) if isinstance(used.content, Library) or not used.opened.reason]

    def compared(self, entry: Entry) -> Journey | None:
        """The map that a map is compared with, as far as it can be read."""
        name = entry.content.compares_to if isinstance(entry.content, Journey) else ""
        content = self.entry(beside(entry.path, name)).content if name else None
        return content if isinstance(content, Journey) else None

    def files(self, paths: Iterable[str]) -> list[str]:
        """These files, and behind each the libraries it uses, once."""
        return list(
            dict.fromkeys(
                each for path in paths for each in (path, *(lib.path for lib in self.libraries(self.entry(path))))
            )
        )

    def forget(self, path: str) -> None:
        """Let go of the tree of a file that is read and checked; what it means is kept, for maps that refer to it."""
        opened = self.entries[path].opened
        self.entries[path].opened = Opened(None, is_whole=opened.is_whole, reason=opened.reason)

    def check(self, entry: Entry) -> list[Problem]:
        """All problems of one file; where text was lost to a slip of syntax, those that may only follow from it are left out."""
        problems = list(entry.problems)
        content = entry.content
        if isinstance(content, Library):
            records = walk(content)
            problems += [*check_ids(records), *check_evidence(content, records), *check_metrics(content)]
            problems += check_dates(records)
        elif isinstance(content, Journey):
            with self.reading(entry):
                problems += self.check_map(entry, content)
        if not entry.opened.is_whole:
            problems = [problem for problem in problems if problem.rule not in _FOLLOWS_FROM_SYNTAX]
        return problems

    def check_map(self, entry: Entry, journey: Journey) -> Iterator[Problem]:
        """What can only be judged when the map and all it refers to are read."""
        compared = self.compared(entry)
        used = list({each.path: each for each in self.used(entry)}.values())
        written = entry.written if isinstance(entry.written, Journey) else journey
        shared: set[tuple[str, str]] = set()
        for each in used:
            ids = set(_ids(each.content)) if isinstance(each.content, Library) else set()
            for kind, id in sorted(shared & ids):
                message = f"The {kind} id ‘{id}’ of {each.path} is taken: another library of this map has it already."
                yield Problem("duplicate-id", ("uses",), message, "Give one of the two another id.")
            shared |= ids
        yield from self.check_files(entry, journey)
        records = walk(written)
        yield from check_values(journey, written, records, compared)
        yield from check_ids(records, shared)
        is_read = all(each.opened.is_whole and not each.opened.reason for each in used)
        if is_read and (compared or not journey.compares_to):
            yield from check_references(journey, records, compared)

    def check_files(self, entry: Entry, journey: Journey) -> Iterator[Problem]:
        """Files that a map names must be there, and be what they are named as."""
        named: list[tuple[Parts, str, type | None]] = [
            (("uses", place), name, Library) for place, name in enumerate(journey.uses) if name
        ]
        named += [((key,), name, Journey) for key in ("compares_to", "part_of") if (name := getattr(journey, key))]
        named += [((*at, "map"), name, Journey) for at, moment, _ in moments(journey) if (name := moment.map)]
        for at, name, wanted in named:
            path = beside(entry.path, name)
            if path == entry.path:
                yield Problem("unknown-reference", at, "This map names itself here.", "Name another file.")
                continue
            other = self.entry(path)
            if other.opened.reason:
                yield Problem(
                    "unknown-reference",
                    at,
                    f"‘{name}’ {other.opened.reason}.",
                    "Check the path: it starts from the folder of this file.",
                )
            elif other.content is None and wanted is Journey:
                help = f"Run cjm validate on {path} first: what this map refers to may stand there."
                yield Problem("unknown-reference", at, f"‘{name}’ cannot be read as a map.", help)
            elif other.content is not None and wanted and not isinstance(other.content, wanted):
                what = "library (kind: library)" if wanted is Library else "map"
                yield Problem("unknown-reference", at, f"‘{name}’ is no {what}.", f"Name a {what} here.")

    def finding(self, entry: Entry, problem: Problem) -> Finding:
        """A problem with its file, its element and its map."""
        parts = entry.place(problem.parts)
        fix = problem.fix and problem.fix._replace(
            edits=tuple(edit._replace(parts=entry.place(edit.parts)) for edit in problem.fix.edits)
        )
        content = entry.content
        return Finding(
            rule=problem.rule,
            severity=problem.severity,
            message=problem.message,
            help=problem.help,
            route=Route(entry.path, parts, problem.at_key),
            element=address(content, problem.parts) if content else "",
            map=content.identity if isinstance(content, Journey) else entry.path,
            fix=fix,
        )


def twins(maps: Iterable[tuple[str, str]]) -> list[Finding]:
    """Maps, given as path and identity, that share their id and state with an earlier one."""
    first: dict[str, str] = {}
    findings = []
    for path, identity in maps:
        other = first.setdefault(identity, path)
        if other != path:
            findings.append(
                Finding(
                    rule="duplicate-map",
                    severity=Severity.ERROR,
                    message=f"‘{identity}’ is the id and state of {other} already.",
                    help="Give one of the two another id, or another state.",
                    route=Route(path, ("id",)),
                    map=identity,
                )
            )
    return findings


def read(paths: Iterable[str], open: Open) -> tuple[Atlas, list[Finding]]:
    """Read maps and libraries: what they mean, and everything that is wrong with them (places come later)."""
    atlas, findings = Reader(open).read(paths)
    return atlas, findings + twins((journey.path, journey.identity) for journey in atlas.maps)


def beside(path: str, name: str) -> str:
    """The path of a file named in another one, relative to the project."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), name))


def _no_map(tree: Any) -> Problem:
    help = "A map begins with the lines: cjm: 1, title: …, stages: and below them - name: …"
    if tree is None:
        return Problem("syntax", (), "This file is empty.", help)
    return Problem("syntax", (), "This file holds no map: its text is not made of keys and values.", help)


def _ids(library: Library) -> Iterator[tuple[str, str]]:
    for at, record in walk(library):
        id = getattr(record, "id", "")
        if len(at) == 2 and id:
            yield address(library, at).split("/")[0], id
