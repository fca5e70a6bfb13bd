"""Fonts of a machine are found in an order that does not depend on its disk, and what is broken is passed over."""

import sys
from pathlib import Path

import pytest

from cjm.render.faces import gather
from cjm.render.typefaces import read
from cjm.source import typefaces
from cjm.source.typefaces import installed
from tests.letters import font


def test_the_order(tmp_path: Path) -> None:
    for name in ("z/a.ttf", "z/B.OTF", "b/late.ttf", "a.ttc", "b/early.ttf"):
        place = tmp_path / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(font(f"Own {name[:-4]}", "\u0780"))
    found = read(installed([tmp_path / "none", tmp_path]))
    assert [each.family for each in found] == ["Own a", "Own b/early", "Own b/late", "Own z/B", "Own z/a"]


def test_what_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty.ttf").touch()
    (tmp_path / "broken.ttf").write_bytes(b"\x00\x01\x00\x00 and no more")
    (tmp_path / "text.txt").write_bytes(font("Text", "\u0780"))
    (tmp_path / "large.ttf").write_bytes(font("Large", "\u0780" * 1))
    (tmp_path / "folder.ttf").mkdir()
    (tmp_path / "nowhere.ttf").symlink_to(tmp_path / "gone")
    assert [each.family for each in read(installed([tmp_path]))] == ["Large"]
    monkeypatch.setattr(typefaces, "_LARGEST", 100)
    assert read(installed([tmp_path])) == ()
    monkeypatch.setattr(typefaces, "_LARGEST", 10_000)
    monkeypatch.setattr(typefaces, "_MOST", 0)
    assert read(installed([tmp_path])) == ()


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_the_fonts_of_a_user(platform: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = {"linux": ".local/share/fonts", "darwin": "Library/Fonts", "win32": "AppData/Local/Microsoft/Windows/Fonts"}
    place = tmp_path / own[platform] / "own.ttf"
    place.parent.mkdir(parents=True)
    place.write_bytes(font("Own", "\u0780"))
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    typeface = gather(packages=(), system=installed).pick("\u0780")
    assert typeface
    assert typeface.family == "Own"
