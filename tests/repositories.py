"""Git repositories for tests, whatever the machine has set for git."""

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ODD = ["a b", "it's", 'say "x"', "a\nb", "a\tb", "é😀", "-x", "$HOME", "a\\b", "\udcff", "a:b", "\\303", ":x"]
"""Names of files that a careless program stumbles over."""


@dataclass(frozen=True)
class Work:
    """A work tree."""

    root: Path

    def git(self, *words: str | Path) -> str:
        """Call git here; what it says, without the last line break."""
        done = subprocess.run(["git", "-C", self.root, *words], check=True, capture_output=True)
        return done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Put files there; ``None`` takes one away."""
        for name, data in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if data is None:
                path.unlink()
            else:
                path.write_bytes(data.encode() if isinstance(data, str) else data)

    def commit(self, files: Mapping[str, str | bytes | None], message: str = "a change") -> str:
        """Change files and commit everything. Returns the full hash."""
        self.write(files)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "--allow-empty-message", "-m", message)
        return self.git("rev-parse", "HEAD")

    def move(self, old: str, new: str) -> None:
        """Rename a file, without committing it."""
        (self.root / new).parent.mkdir(parents=True, exist_ok=True)
        (self.root / old).rename(self.root / new)


def begin(root: Path, monkeypatch: pytest.MonkeyPatch, *options: str) -> Work:
    """A new repository whose branch is main."""
    settings = {
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": "2026-03-01T10:00+02:00",
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    root.mkdir(parents=True, exist_ok=True)
    work = Work(root)
    work.git("init", "-q", "-b", "main", *options)
    work.git("config", "user.name", "Ana")
    work.git("config", "user.email", "ana@example.org")
    work.git("config", "protocol.file.allow", "always")
    return work
