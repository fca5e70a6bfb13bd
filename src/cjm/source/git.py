"""What git knows: the root of a work tree, which files it does not ignore, and the commits of a repository."""

import os
import subprocess
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cjm.errors import FileError, UsageError

if TYPE_CHECKING:
    from cjm.source.objects import Objects

_FOR_SHALLOW = (
    " This clone is shallow, its older commits are not here: fetch them with git fetch --unshallow, "
    "or in GitHub Actions with fetch-depth: 0."
)


class Repository:
    """A git repository. ``root`` is the top of its work tree, links followed; of a bare one, the repository itself.

    ``is_shallow``: its older commits were never fetched.
    """

    def __init__(self, root: Path, *, is_bare: bool = False, is_shallow: bool = False) -> None:
        self.root = root
        self.is_bare = is_bare
        self.is_shallow = is_shallow

    @classmethod
    def around(cls, folder: Path) -> "Repository":
        """The repository that a folder lies in. Raises ``FileError`` where git is missing or knows none."""
        question = ("rev-parse", "--is-bare-repository", "--is-shallow-repository", "--show-toplevel")
        done = run(folder, *question)
        is_bare, is_shallow, root = (*done.stdout.decode("utf-8", "surrogateescape").split("\n", 2), "", "")[:3]
        if is_bare == "true":
            done = run(folder, "rev-parse", "--absolute-git-dir")
            root = done.stdout.decode("utf-8", "surrogateescape")
        if done.returncode:
            words = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
            if root_above(folder) is None and "not a git repository" in words:
                message = f"{folder} lies in no git repository."
                raise FileError(message)
            message = f"git cannot read the repository around {folder}: {words}"
            raise FileError(message)
        top = Path(os.path.realpath(root.removesuffix("\n")))
        return cls(top, is_bare=is_bare == "true", is_shallow=is_shallow == "true")

    @cached_property
    def objects(self) -> "Objects":
        """What stands in the commits."""
        from cjm.source.objects import Objects  # noqa: PLC0415

        return Objects(self.root)

    def find(self, ref: str) -> str | None:
        """The full hash of the commit that a branch, tag, hash or the like names; ``None`` where it names none."""
        if not ref or ref.startswith("-") or not ref.isprintable():  # no option, whatever a version of git makes of it
            return None
        done = run(self.root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
        return None if done.returncode else done.stdout.decode().strip()

    def commit(self, ref: str) -> str:
        """The full hash of the commit that a ref names. Raises ``UsageError``."""
        found = self.find(ref)
        if found is None:
            raise UsageError(self.unknown(ref))
        return found

    def unknown(self, ref: str) -> str:
        """Sentences that tell of a ref that names no commit, and what may have been meant."""
        names = self._names()
        if not names and self.find("HEAD") is None:
            return "This repository has no commit yet, so there is no older version to compare with."
        hint = _FOR_SHALLOW if self.is_shallow else ""
        if ".." in ref:
            first, last = (name or "HEAD" for name in ref.replace("...", "..").split("..", 1))
            return f"git knows no commit ‘{ref}’: a range is given as two operands, {first} {last}.{hint}"
        near = _near(ref, names)
        return f"git knows no commit, branch or tag ‘{ref}’.{f' Did you mean ‘{near}’?' if near else ''}{hint}"

    def _names(self) -> list[str]:
        """The names of all branches and tags."""
        done = run(self.root, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes")
        return done.stdout.decode("utf-8", "surrogateescape").splitlines()


def _near(ref: str, names: list[str]) -> str:
    """The name most like a ref: spelled alike, or the same on another machine (``origin/main`` for ``main``)."""
    from difflib import get_close_matches  # noqa: PLC0415  (only where something is wrong)

    name = ref.partition("~")[0].partition("^")[0]
    remote = [each for each in names if each.endswith(f"/{name}")]
    return next(iter([*remote, *get_close_matches(name, names, n=1)]), "")


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Call git in a folder; whether it could do what it was told stands in the result. Raises ``FileError`` without git."""
    command = ["git", "-C", str(folder), *words]
    try:
        return subprocess.run(command, capture_output=True, check=False, env=environment())  # noqa: S603  (no shell)
    except OSError as error:
        message = "The program git was not found: older versions of maps are read through it."
        raise FileError(message) from error


def environment() -> dict[str, str]:
    """The surroundings of a call of git: whatever the machine speaks, git's words are English."""
    return {**os.environ, "LC_ALL": "C"}


def root_above(folder: Path) -> Path | None:
    """The nearest folder, from this one upwards, that is the root of a git work tree."""
    return next((each for each in (folder, *folder.parents) if (each / ".git").exists()), None)


def files(root: Path) -> list[str] | None:
    """Paths below a folder that git tracks or would track, with ``/``; ``None`` where git cannot say."""
    try:
        done = run(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    except FileError:
        return None
    if done.returncode:
        return None
    return [name.decode("utf-8", "surrogateescape") for name in done.stdout.split(b"\0") if name]
