"""Several maps with their libraries."""

from collections.abc import Mapping
from typing import NamedTuple

from cjm.model.journey import Journey
from cjm.model.library import Library


class Atlas(NamedTuple):
    """The maps of a run in the order read; libraries and compared maps by path.

    A map with errors is here as far as it could be read.
    """

    maps: tuple[Journey, ...]
    libraries: Mapping[str, Library]
    compared: Mapping[str, Journey]
