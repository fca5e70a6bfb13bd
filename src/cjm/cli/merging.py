"""Three versions of a file to one, proven before it counts."""

import json
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from cjm.diff.merge import merge
from cjm.diff.proof import Versions, doubts
from cjm.diff.triples import Side
from cjm.finding import Finding, Severity
from cjm.model.order import Order
from cjm.model.read import Reader
from cjm.source import markers
from cjm.source.chunks import UnchunkedError
from cjm.source.document import Document
from cjm.source.project import Project
from cjm.source.proof import is_sound
from cjm.source.tree import Opened
from cjm.source.weave import Text, Weaver
from cjm.source.woven import Clash, Name, Whole, clashes, resolve

_NAMES: tuple[Name, Name] = ("ours", "theirs")


class Outcome(NamedTuple):
    """What became of three versions: the text; what both changed differently; what speaks against the text.

    ``unread`` says which version is no readable map, if one is not. Merged is what has none of these.
    """

    data: bytes
    clashes: tuple[Clash, ...] = ()
    doubts: tuple[str, ...] = ()
    unread: str = ""

    @property
    def is_merged(self) -> bool:
        """Whether the text is merged and proven, without a marker in it."""
        return not (self.clashes or self.doubts or self.unread)

    @property
    def code(self) -> int:
        """The exit code: 0 merged and proven, 1 a conflict or a failed proof, 2 no readable map."""
        return 2 if self.unread else int(not self.is_merged)

    def report(self) -> str:
        """The outcome as JSON."""
        data = {
            "schema": "cjm.merge/1",
            "merged": self.is_merged,
            "conflicts": [each.told for each in self.clashes],
            "doubts": list(self.doubts),
            "unread": self.unread or None,
        }
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


class Read(NamedTuple):
    """A version as read, and what is wrong with it, as often as it is."""

    side: Side
    errors: Counter[tuple[str, str]]


def merged(project: Project, name: str, versions: Sequence[bytes], size: int = markers.SIZE) -> Outcome:
    """Merge base, ours and theirs of a file of this project; markers have ``size`` signs.

    What only one side changed is taken over byte by byte. A text that is not proven never comes without markers.
    """
    base, ours, theirs = versions
    if ours in (base, theirs):
        return Outcome(theirs)
    if theirs == base:
        return Outcome(ours)
    try:
        return _of_three(project, name, versions, size)
    except UnchunkedError:
        told = "A version is written in a way that cannot be merged entry by entry: everything within brackets."
        return Outcome(marked(versions, size), doubts=(told,))


def _of_three(project: Project, name: str, versions: Sequence[bytes], size: int) -> Outcome:
    read = [read_version(project, name, data) for data in versions]
    known = [each for each in read if each is not None]
    if len(known) == len(read):
        return _Merging(project, name, known, size).outcome()
    which = read.index(None)
    told = ("The common version", "Our version", "Their version")[which]
    reason = _reason(name, versions[which])
    base, ours, theirs = versions
    return Outcome(markers.by_lines(base, ours, theirs, size)[0], unread=f"{told} is no readable map{reason}.")


def _reason(name: str, data: bytes) -> str:
    """Why a version cannot be read: the first slip, with its line."""
    findings = (each for each in Document.parse(name, data).findings() if _is_wrong(each) and each.span)
    return next((f", line {each.span.line}: {each.message.rstrip('.')}" for each in findings if each.span), "")


class _Merging:
    def __init__(self, project: Project, name: str, read: Sequence[Read], size: int) -> None:
        self.project, self.name, self.read, self.size = project, name, read, size
        self.versions = Versions(*(each.side for each in read))
        ours = self.versions.ours.text
        self.weaver = Weaver(ours, self.versions.theirs.text, Order(ours.document.tree), size)

    def outcome(self) -> Outcome:
        """Merged, or with the smallest markers that are proven, or with those of lines."""
        woven = merge(*self.versions)
        found = tuple(clashes(woven.root))
        if not found:
            text = self.weaver.whole(woven)
            doubts = self.doubts(text, None)
            return Outcome(self.bytes(text), doubts=doubts) if not doubts else self.by_lines(doubts)
        with suppress(UnchunkedError):
            text = self.weaver.whole(woven)
            if self.is_proven(woven, text):
                return Outcome(self.bytes(text), found)
        return Outcome(self.by_lines(()).data, found)

    def is_proven(self, woven: Whole, text: str) -> bool:
        """Whether a text with markers is right whichever side is chosen."""
        for side in _NAMES:
            whole = self.weaver.whole(woven._replace(root=resolve(woven.root, side) or woven.root))
            if markers.chosen(text, side) != whole or self.doubts(whole, side, tuple(clashes(woven.root))):
                return False
        return True

    def doubts(self, text: str, chosen: Name | None, clashing: Sequence[Clash] = ()) -> tuple[str, ...]:
        """What speaks against a merged text."""
        read = read_version(self.project, self.name, self.bytes(text))
        if read is None:
            return ("The merged text is no readable map.",)
        known = self.read[1].errors | self.read[2].errors
        wrong = tuple(message for _, message in read.errors - known)
        return wrong or tuple(doubts(self.versions, read.side, chosen, clashing))

    def bytes(self, text: str) -> bytes:
        """A text as the content of the file."""
        return self.versions.ours.text.document.bytes_of(text)

    def by_lines(self, doubts: tuple[str, ...]) -> Outcome:
        """What git makes of it line by line; whole versions where that is clean though this is not."""
        versions = [each.text.document.bytes_of(each.text.document.text) for each in self.versions]
        return Outcome(marked(versions, self.size), doubts=doubts)


def marked(versions: Sequence[bytes], size: int) -> bytes:
    """Base, ours and theirs merged line by line; where that leaves no conflict, all that differs has markers."""
    base, ours, theirs = versions
    data, has_conflicts = markers.by_lines(base, ours, theirs, size)
    return data if has_conflicts else markers.apart(ours, theirs, size)


def read_version(project: Project, name: str, data: bytes) -> Read | None:
    """One version of a file; nothing where it is no map or library that can be read as a whole."""
    document = Document.parse(name, data)
    if not is_sound(document):
        return None

    def opened(path: str) -> Opened:
        return Opened(document.tree, is_whole=document.is_whole) if path == name else project.open(path)

    reader = Reader(opened)
    findings = reader.read([name])[1]
    entry = reader.entries[name]
    if entry.written is None:
        return None
    return Read(Side(Text.of(document), entry), Counter(map(_told, filter(_is_wrong, findings))))


def _is_wrong(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR


def _told(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.message
