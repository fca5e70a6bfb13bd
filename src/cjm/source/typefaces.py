"""The fonts that are installed on this machine."""

import os
import sys
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

import uharfbuzz

_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
_LARGEST = 100_000_000  # bytes: only fonts of coloured pictures are larger
_MOST = 3_000  # files: more would take longer than a second


def installed(folders: Sequence[Path] | None = None) -> Iterator[Any]:
    """The font files of a machine as ``uharfbuzz.Blob``, in the order of their names, those of the user first.

    Files are mapped rather than read. What cannot be opened, is no font by its name or is larger than 100 MB is left
    out; so is all that comes after 3,000 files.
    """
    places = _folders() if folders is None else folders
    for path in islice(chain.from_iterable(map(_fonts, places)), _MOST):
        try:
            if 0 < path.stat().st_size <= _LARGEST:
                yield uharfbuzz.Blob.from_file_path(str(path))
        except (OSError, uharfbuzz.HarfBuzzError):
            continue


def _fonts(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(place, name) for name in sorted(names) if name.lower().endswith(_SUFFIXES))


def _folders() -> list[Path]:
    """Where systems keep their fonts."""
    home = Path.home()
    if sys.platform == "darwin":
        return [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    if sys.platform == "win32":
        own = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"), "Microsoft/Windows/Fonts")
        return [own, Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts")]
    shared = (Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))
    return [home / ".local/share/fonts", home / ".fonts", *shared]
