"""Files are replaced as a whole or not at all."""

import os
import stat
from pathlib import Path
from typing import NoReturn

import pytest

from cjm.errors import FileError
from cjm.source.write import replace


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_holds_what_was_written(tmp_path: Path) -> None:
    replace(tmp_path / "new.cjm.yaml", b"cjm: 1\n")
    assert (tmp_path / "new.cjm.yaml").read_bytes() == b"cjm: 1\n"
    assert names(tmp_path) == ["new.cjm.yaml"]


@pytest.mark.parametrize("umask", [0o022, 0o077])
def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        replace(tmp_path / "map", b"")
        assert stat.S_IMODE((tmp_path / "map").stat().st_mode) == 0o666 & ~umask
        assert os.umask(umask) == umask
    finally:
        os.umask(before)


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o444])
def test_an_old_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "map"
    path.write_bytes(b"old")
    path.chmod(mode)
    replace(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_what_fails_leaves_nothing_behind_and_the_old_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    path = tmp_path / "map"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, step, fail)
    with pytest.raises(FileError, match=r"map cannot be written: No space left on device\."):
        replace(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["map"]


@pytest.mark.parametrize("name", ["absent/map", "file/map", "folder"])
def test_a_place_that_cannot_hold_a_file_is_a_file_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(FileError, match="cannot be written"):
        replace(tmp_path / name, b"new")
    assert names(tmp_path) == ["file", "folder"]


def test_the_old_file_is_never_half_written(tmp_path: Path) -> None:
    path = tmp_path / "map"
    path.write_bytes(b"old")
    with path.open("rb") as reader:
        replace(path, b"new")
        assert reader.read() == b"old"


def test_what_is_no_file_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        replace(pipe, b"new")
        assert os.read(reader, 9) == b"new"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert names(tmp_path) == ["pipe"]
