"""Comparisons for the tests of reports: a pair of files, and any two maps."""

from pathlib import Path

import cjm
from cjm.diff.change import Comparison
from cjm.diff.choose import Wish, choose
from cjm.diff.compare import compare
from cjm.diff.untouched import untouched
from cjm.model.journey import Journey
from cjm.report.changes.told import Origin, Told, tell
from tests.texts import read

HERE = Path(__file__).parent / "changes"
EVERYTHING = Wish(editorial=True)
USUAL = Wish()


def pair() -> Comparison:
    """The pair of maps beside this file."""
    loaded = [cjm.load(HERE / f"{side}.cjm.yaml", root=HERE) for side in ("before", "after")]
    assert not any(side.findings for side in loaded)
    return compare(*(side.maps[0] for side in loaded))


def written(before: str, after: str) -> Comparison:
    """Two maps as YAML text."""
    return compare(*(read(text).journey for text in (before, after)))


def told(comparison: Comparison, wish: Wish = USUAL, *, coverage: bool = False) -> Told:
    """A comparison in words."""
    left = untouched(comparison) if coverage else None
    return tell(choose(comparison, wish), origin(comparison.before), origin(comparison.after), left)


def origin(journey: Journey) -> Origin:
    """A map on disk."""
    return Origin(Path(journey.path).name, "", journey.title)
