"""Values of pictures: dataclasses that never change, and are made by the thousand.

What guards the fields of a frozen dataclass at run time makes each value four times as slow to make. Nothing here
changes a value: mypy sees to it, and the guards are left out. What dataclasses would write out and compile for each
class besides, to tell and compare its values, stands here once.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool = False, slots: bool = False, eq: bool = True) -> Callable[[type], type]:
        """Declare a dataclass: compared by its fields, and a frozen one hashed by them, or with ``eq=False`` by what it is."""

        def declare(cls: type) -> type:
            made = dataclasses.dataclass(slots=slots, eq=False, repr=False)(cls)
            made.__repr__ = _told
            if eq:
                taken = attrgetter(*(each.name for each in dataclasses.fields(made)))
                made.__eq__ = lambda one, other: (
                    taken(one) == taken(other) if type(one) is type(other) else NotImplemented
                )
                made.__hash__ = (lambda value: hash(taken(value))) if frozen else None
            return made

        return declare


def _told(value: Any) -> str:
    said = (f"{each.name}={getattr(value, each.name)!r}" for each in dataclasses.fields(value))
    return f"{type(value).__name__}({', '.join(said)})"
