"""What the oracle says of a merge."""

from enum import IntEnum
from typing import Literal, NamedTuple

from tests.merge.versions import Version

Name = Literal["ours", "theirs"]


class Rank(IntEnum):
    """How bad it is."""

    LOST = 1
    PLACE = 2
    NEEDLESS = 3
    FORM = 4


class Complaint(NamedTuple):
    rank: Rank
    rule: str
    about: str


class Verdict(NamedTuple):
    """What is wrong, and what both sides changed so that a person has to choose."""

    complaints: list[Complaint]
    must: set[str]
    may: set[str]


class Trial(NamedTuple):
    """The merged version; in a conflict one decided for a side, and the other one beside it."""

    base: Version
    ours: Version
    theirs: Version
    merged: Version
    other: Version | None
    chosen: Name

    @property
    def versions(self) -> list[Version]:
        """All there are."""
        return [self.base, self.ours, self.theirs, self.merged, *([self.other] if self.other else [])]

    def side(self, name: Name) -> Version:
        return self.ours if name == "ours" else self.theirs
