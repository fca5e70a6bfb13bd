"""The pictures of the gallery are what its commands draw."""

from pathlib import Path

import pytest

from cjm.render.views import VIEWS
from tests.docs.gallery import GALLERY, PAGE, commands, draw
from tests.docs.generate import ROOT

TEXT = PAGE.read_text("utf-8")
COMMANDS = commands(TEXT)
LARGEST = 100_000  # bytes, some 10,000 as sent: what loads at once in a page with all of them


@pytest.mark.parametrize("name", COMMANDS)
def test_a_picture_is_what_its_command_draws(name: str, tmp_path: Path) -> None:
    assert draw(COMMANDS[name], tmp_path).read_bytes() == (GALLERY / name).read_bytes(), (
        "run: python -m tests.docs.gallery"
    )


def test_each_picture_is_shown_where_it_is_written() -> None:
    assert [words[-1] for words in COMMANDS.values()] == [f"examples/gallery/{name}" for name in COMMANDS]
    assert all(f"](gallery/{name})" in TEXT for name in COMMANDS)
    assert {path.name for path in GALLERY.iterdir()} == set(COMMANDS)


def test_pictures_are_small() -> None:
    assert {path.name: size for path in GALLERY.iterdir() if (size := path.stat().st_size) > LARGEST} == {}


def test_every_view_and_every_map_is_shown() -> None:
    shown = {words[words.index("--view") + 1] if "--view" in words else "swimlane" for words in COMMANDS.values()}
    assert shown == set(VIEWS)
    spelled = " ".join(word for words in COMMANDS.values() for word in words)
    maps = [path for path in (ROOT / "maps").glob("*.cjm.yaml") if "kind: library" not in path.read_text("utf-8")]
    assert [path.name for path in maps if path.name not in spelled] == []
