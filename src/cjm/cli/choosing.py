"""What ``cjm diff`` shall show, and what fails it: from words on the command line to values."""

import re
from typing import assert_never

from cjm.cli.diff import FailOn
from cjm.diff.change import Direction
from cjm.diff.choose import Wish
from cjm.errors import ConfigError, UsageError
from cjm.model.problem import nearest
from cjm.render.lanes import LANES, check


def wish(only: str, stages: str, personas: str, lanes: str, *, editorial: bool) -> Wish:
    """What to show. Raises ``UsageError`` for a direction or lane that does not exist."""
    directions = _split(only)
    for word in directions:
        if word not in set(Direction):
            meant = nearest(word, Direction)
            hint = f"Did you mean ‘{meant}’?" if meant else f"Possible: {', '.join(Direction)}."
            raise UsageError(f"There is no direction ‘{word}’. {hint}")
    check(_split(lanes))
    known = tuple(map(Direction, directions))
    return Wish(known, _split(stages), _split(personas), _split(lanes), LANES, editorial)


def share(text: str) -> float:
    """``60%`` or ``0.6`` as a number from 0 to 1. Raises ``UsageError``."""
    found = re.fullmatch(r"([0-9]+(?:\.[0-9]+)?) ?(%?)", text.strip())
    value = float(found[1]) / (100 if found[2] or float(found[1]) > 1 else 1) if found else -1
    if not 0 <= value <= 1:
        message = f"‘{text}’ is no share for --find-renames: write 60%."
        raise UsageError(message)
    return value


def limit(word: str) -> FailOn:
    """What fails a run. Raises ``ConfigError`` for a word of the configuration that is none of its possible ones."""
    if word and word not in set(FailOn):
        message = f"diff.fail-on is one of {', '.join(FailOn)}, not ‘{word}’."
        raise ConfigError(message)
    return FailOn(word or FailOn.NEVER)


def is_failed(directions: frozenset[Direction], limit: FailOn) -> bool:
    """Whether the changes, or what follows from them, are as bad as the limit."""
    match limit:
        case FailOn.NEVER:
            return False
        case FailOn.WORSENED:
            return Direction.WORSENED in directions
        case FailOn.UNKNOWN:
            return not directions.isdisjoint({Direction.WORSENED, Direction.UNKNOWN})
        case FailOn.ANY:
            return bool(directions)
        case _:
            assert_never(limit)


def _split(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, text.split(","))))
