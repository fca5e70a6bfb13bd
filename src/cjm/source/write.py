"""Writing files so that nothing is lost: a new file takes the old one's place in one step, or nothing changes."""

import os
import tempfile
from pathlib import Path

from cjm.errors import FileError


def replace(path: Path, data: bytes) -> None:
    """Write a file atomically, keeping its mode. Raises ``FileError``; the old file is then untouched.

    What is no file (``/dev/null``, a pipe) is written to, and stays what it is.
    """
    temporary = None
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        path = path.resolve()  # a link stays one, and leads to the new file
        mode = path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask()
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            temporary = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        message = f"{path} cannot be written: {error.strerror}."
        raise FileError(message) from error


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, where they are missing. Raises ``FileError``."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"The folder {folder} cannot be made: {error.strerror}."
        raise FileError(message) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
