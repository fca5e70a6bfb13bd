"""How a merge is done: the one place of the tests that knows the program."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from cjm.cli.merging import merged
from cjm.config import Config
from cjm.finding import Severity
from cjm.model.order import Order
from cjm.model.read import Reader
from cjm.source.document import Document
from cjm.source.format import format  # noqa: A004  (what it is called)
from cjm.source.project import Project
from cjm.source.tree import Opened

ROOT = Path(__file__).parents[2]
PATH = "maps/merged.cjm.yaml"
Side = Literal["ours", "theirs"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The text that came of a merge, the exit code, what is told to be in conflict, and why the proof failed, if it did."""

    text: str
    code: int
    told: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def is_by_lines(self) -> bool:
        """Whether the conflicts are those of git, line by line."""
        return bool(re.search(r"^<{7} ours\r?$", self.text, re.MULTILINE))


@cache
def _project() -> Project:
    return Project(ROOT, Config())


def run(base: str, ours: str, theirs: str) -> Outcome:
    """Merge three versions of a file that lies among the project's maps."""
    found = merged(_project(), PATH, [each.encode() for each in (base, ours, theirs)])
    return Outcome(found.data.decode(), found.code, tuple(each.told for each in found.clashes), found.doubts)


def errors(text: str) -> list[str]:
    """What `cjm validate` finds wrong with a text, errors only."""
    document = Document.parse(PATH, text.encode())
    if document.slips or document.tree is None:
        return [f"syntax: {each.message}" for each in document.slips] or ["nothing"]

    def opened(path: str) -> Opened:
        return Opened(document.tree, is_whole=document.is_whole) if path == PATH else _project().open(path)

    _, findings = Reader(opened).read([PATH])
    return [
        f"{each.rule}: {each.message}"
        for each in findings
        if each.severity is Severity.ERROR and each.route.path == PATH
    ]


_MARK = re.compile(r"(<{7}|={7}|>{7}|\|{7})(?: .*)?\r?")


def decide(text: str, side: Side) -> str:
    """A text with every conflict in it decided for one side. Raises ``ValueError`` where the markers do not fit."""
    out: list[str] = []
    where = ""
    for line in text.splitlines(keepends=True):
        found = _MARK.fullmatch(line.rstrip("\n"))
        sign = found[1][0] if found else ""
        wanted = {"": "<", "ours": "=|", "base": "=", "theirs": ">"}[where]
        if sign and sign not in wanted:
            raise ValueError(line)
        if sign:
            where = {"<": "ours", "|": "base", "=": "theirs", ">": ""}[sign]
        elif where in ("", side):
            out.append(line)
    if where:
        raise ValueError(where)
    return "".join(out)


def tidied(text: str) -> str:
    """A text as `cjm fmt` leaves it."""
    document = Document.parse(PATH, text.encode())
    return format(document, Order(document.tree))
