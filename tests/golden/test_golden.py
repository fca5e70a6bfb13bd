"""Pictures that must not change unseen: each folder holds a map, its scene and its SVG.

A changed scene says that the layout moved, a changed SVG alone that the drawing did.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

import cjm
from cjm.render import lay_out, style, svg
from tests import expected

HERE = Path(__file__).parent
CASES = sorted(path.parent.name for path in HERE.glob("*/map.cjm.yaml"))


def rounded(value: Any) -> Any:
    """Data with its lengths to a hundredth of a point, as the picture has them."""
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(item) for item in value]
    return round(value, 2) if isinstance(value, float) else value


@pytest.mark.parametrize("case", CASES)
def test_a_picture_is_as_it_was(case: str) -> None:
    (journey,) = cjm.load(HERE / case / "map.cjm.yaml", root=HERE).maps
    look = style("light")
    scenes = lay_out((journey,), look)
    told = [{"shape": type(shape).__name__, **asdict(shape)} for scene in scenes for shape in scene.children]
    lines = ",\n".join(json.dumps(rounded(shape), ensure_ascii=False) for shape in told)
    expected.check(HERE / case / "scene.json", f"[\n{lines}\n]\n")
    expected.check(HERE / case / "picture.svg", svg(scenes, look, fonts="system"))
