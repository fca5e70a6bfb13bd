"""What git knows of a project: its root, and which files it does not ignore."""

import subprocess
from pathlib import Path


def root_above(folder: Path) -> Path | None:
    """The nearest folder, from this one upwards, that is the root of a git work tree."""
    return next((each for each in (folder, *folder.parents) if (each / ".git").exists()), None)


def files(root: Path) -> list[str] | None:
    """Paths below a folder that git tracks or would track, with ``/``; ``None`` where git cannot say."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  (a fixed command, no shell)
    except OSError:
        return None
    if done.returncode:
        return None
    return [name.decode("utf-8", "surrogateescape") for name in done.stdout.split(b"\0") if name]
