"""What the maps of a project share: its libraries, and the words by which the maps name what is in them."""

from collections.abc import Mapping
from typing import NamedTuple

from cjm.model.library import Library


class Shared(NamedTuple):
    """The libraries of a project by path, and for each the words by which the maps that use it name things.

    A word stands behind its kind: ``actor/clerk``, ``research/interviews-spring``; it is an id or a name.
    """

    libraries: Mapping[str, Library]
    named: Mapping[str, frozenset[str]]
