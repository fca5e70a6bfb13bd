"""A place where the parser gave up, and what a diagnosis of it is made of."""

import re
from dataclasses import dataclass
from typing import Any

from cjm.source.build import Slip

KEY = r"(?P<head>[ ]*(?:- +)*(?P<key>[^\s:#'\"\[\]{}&*!|>@`%-][^:#'\"\[\]{}]*?):)"
"""A key at the beginning of a line, behind any dashes: ``head``, ``key``."""

MARKS = "?#:,[]{}"
"""What YAML takes for its own inside brackets."""

_DISGUISES = "﹖﹟ː﹐❲❳❴❵"
_DISGUISE, _BARE = str.maketrans(MARKS, _DISGUISES), str.maketrans(_DISGUISES, MARKS)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the parser gave up: the text, the parser's words, and the line in question without its line break."""

    text: str
    problem: str
    index: int
    opened: int
    last: Any

    @property
    def start(self) -> int:
        """Where the line begins."""
        return self.text.rfind("\n", 0, self.index) + 1

    @property
    def line(self) -> str:
        """The line."""
        end = self.text.find("\n", self.index)
        return self.text[self.start : end if end >= 0 else len(self.text)].rstrip("\r")

    def line_of(self, index: int) -> int:
        """The number of the line that holds the index, from 1."""
        return self.text.count("\n", 0, index) + 1

    def at(self, index: int) -> "Place":
        """The same slip, seen from another index."""
        return Place(self.text, self.problem, index, self.opened, self.last)

    def slip(self, start: int, end: int, message: str, help: str) -> Slip:
        """A slip from start to end, counted from the beginning of the line."""
        return Slip("syntax", self.start + start, self.start + end, message, help)


def disguise(text: str) -> str:
    """A text whose marks mean nothing to YAML, so that it can be read on; as long as before."""
    return text.translate(_DISGUISE)


def bare(text: str) -> str:
    """A text without disguise."""
    return text.translate(_BARE)


Repair = tuple[int, str]
"""Where, and the text that takes the place of as many characters."""
Diagnosis = tuple[Slip, Repair]


def undisguised(diagnosis: Diagnosis) -> Diagnosis:
    """A diagnosis whose words show no disguise."""
    slip, repair = diagnosis
    return slip._replace(message=bare(slip.message), help=bare(slip.help)), repair


def mute(text: str, marks: str = "\"'") -> str:
    """A text with its quotes and colons made harmless, of the same length."""
    return re.sub(r":(?=\s|$)", disguise(":"), re.sub(f"[{re.escape(marks)}]", "’", text))


def blank(place: Place) -> Repair:
    """The repair of last resort: the line is left out."""
    return place.start, " " * len(place.line)


def quoted(text: str) -> str:
    """A text as one would write it between quotes, with the quotes inside turned into typographic ones."""
    inner = text.strip().replace("\\", "/")
    return f'"{inner}"' if '"' not in inner else "'" + inner.replace("'", "’") + "'"
