"""The maps that the project keeps, for laws that hold for all of them."""

from pathlib import Path

import cjm
from cjm.model.journey import Journey

ROOT = Path(__file__).parents[1]

MAPS = [
    path
    for path in sorted([*(ROOT / "maps").glob("*.cjm.yaml"), *(ROOT / "examples").glob("*.cjm.yaml")])
    if "kind: library" not in path.read_text("utf-8")
]
"""Their files, libraries left out."""


def journey(path: Path) -> Journey:
    """The map in a file."""
    (found,) = cjm.load(path, root=ROOT).maps
    return found
