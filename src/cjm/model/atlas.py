"""Several maps with their libraries."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cjm.model.journey import Journey
from cjm.model.library import Library


@dataclass(frozen=True, slots=True)
class Atlas:
    """The maps of a run in the order read; libraries and compared maps by path.

    A map with errors is here as far as it could be read.
    """

    maps: tuple[Journey, ...] = ()
    libraries: Mapping[str, Library] = field(default_factory=dict)
    compared: Mapping[str, Journey] = field(default_factory=dict)
