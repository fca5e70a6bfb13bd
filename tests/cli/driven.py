"""Repositories whose git calls cjm, or what stands in its place."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

import pytest

from tests.repositories import Work, begin

REAL = f'exec {quote(sys.executable)} -m cjm "$@"'
"""What the program on the PATH does."""


@dataclass(frozen=True)
class Ended:
    """How a program ended: its exit code, what it printed, what it said beside that."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Clone(Work):
    """A work tree."""

    def run(self, *words: str | Path, at: str = "", env: Mapping[str, str] | None = None) -> Ended:
        """Call a program here, or in a folder of it."""
        whole = {**os.environ, **(env or {})}
        done = subprocess.run(words, cwd=self.root / at, check=False, capture_output=True, env=whole)
        return Ended(done.returncode, done.stdout.decode("utf-8", "surrogateescape"), done.stderr.decode())

    def cjm(self, *words: str, at: str = "") -> Ended:
        """Call ``cjm git`` here."""
        return self.run("cjm", "git", *words, at=at)

    def read(self, name: str) -> str:
        """What stands in a file, with its line ends as they are."""
        return (self.root / name).read_bytes().decode()


def clone_of(origin: Work, root: Path) -> Clone:
    """A clone, in which nothing is registered."""
    origin.git("clone", "-q", str(origin.root), str(root))
    made = Clone(root)
    made.git("config", "user.name", "Ben")
    made.git("config", "user.email", "ben@example.org")
    return made


def bare_of_cjm(root: Path, monkeypatch: pytest.MonkeyPatch, *options: str) -> Clone:
    """A new repository whose git knows nothing of cjm, and where no program cjm is found."""
    begun = begin(root, monkeypatch, *options)
    folders = os.environ["PATH"].split(os.pathsep)
    monkeypatch.setenv("PATH", os.pathsep.join(each for each in folders if not Path(each, "cjm").exists()))
    assert shutil.which("git")
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return Clone(begun.root)


INTERRUPTED = "exec python3 -c 'import os, signal; signal.signal(2, signal.SIG_DFL); os.kill(os.getpid(), 2)'"
"""A program that ends by an interrupt, even where whoever started the tests ignores those."""


def program(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str = REAL) -> None:
    """Put a program cjm on the PATH, or another one in its place."""
    folder.mkdir(exist_ok=True)
    path = folder / "cjm"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    if str(folder) not in os.environ["PATH"].split(os.pathsep):
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    """A repository where git uses cjm, with its attributes committed."""
    clone = bare_of_cjm(tmp_path / "work", monkeypatch)
    program(tmp_path / "bin", monkeypatch)
    done = clone.cjm("install")
    assert (done.code, done.err) == (0, "")
    clone.commit({}, "install")
    return clone
