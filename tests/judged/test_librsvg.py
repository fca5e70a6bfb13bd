"""librsvg, a strict reader that is no browser, draws what we make, whole and without complaint."""

import math
import struct
import subprocess
from pathlib import Path

import pytest

import cjm
from tests.judges import program

ROOT = Path(__file__).parents[2]


@pytest.mark.judge("rsvg-convert")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", ["current", "future"])
def test_a_map_is_drawn_as_large_as_it_says(state: str, theme: str, tmp_path: Path) -> None:
    (journey,) = cjm.load(ROOT / "maps" / f"office-phone.{state}.cjm.yaml", root=ROOT).maps
    picture = tmp_path / "map.svg"
    picture.write_text(cjm.draw(journey, theme=theme, fonts="system"), "utf-8")
    command = [program("rsvg-convert"), "--dpi-x=72", "--dpi-y=72", "-o", str(tmp_path / "map.png"), str(picture)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    width, height = struct.unpack(">II", (tmp_path / "map.png").read_bytes()[16:24])
    head = picture.read_text("utf-8").split("viewBox=", 1)[1].split('"')[1].split()
    assert [width, height] == [math.ceil(float(length)) for length in head[2:]]


@pytest.mark.judge("rsvg-convert")
def test_it_refuses_what_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "bad.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'><text>&nope;</text></svg>")
    command = [program("rsvg-convert"), "-o", str(tmp_path / "bad.png"), str(tmp_path / "bad.svg")]
    assert subprocess.run(command, capture_output=True, check=False).returncode != 0
