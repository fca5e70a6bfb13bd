"""The commands that git is told to run for maps, and the configuration of git that holds them.

Each command looks for cjm first and falls back to what git does by itself. Without that, a missing program would end
``git diff``, and a merge would leave one side's text as if it were merged. So would a program that breaks off: what git
does by itself is done whenever cjm gave no answer. A merge driver that failed without touching the file gave none; one
that wrote into it has set its markers.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

from cjm.errors import FileError
from cjm.source import git

Scope = Literal["--local", "--global"]

_FOUND = "command -v cjm >/dev/null 2>&1"
_ID = 'git hash-object --no-filters -- "$2"'

SETTINGS: Mapping[str, str] = {
    "diff.cjm.command": (
        f'f() {{ if {_FOUND} && cjm git diff -- "$@"; then :; '
        'elif [ "$#" -ge 7 ]; then git --no-pager diff --no-ext-diff --no-textconv --no-index -- "$2" "$5"; '
        "else printf '* Unmerged path %s\\n' \"$1\"; fi; true; }; f"
    ),
    "diff.cjm.textconv": f'f() {{ {_FOUND} && cjm git textconv -- "$1" || cat -- "$1"; }}; f',
    "diff.cjm.xfuncname": r"^ *-? *\{?name: +(.+)$",
    "merge.cjm.name": "customer journey maps, element by element",
    "merge.cjm.driver": (
        f"f() {{ before=$({_ID}); if {_FOUND}; then "
        'cjm merge --driver -- "$@" && return 0; '
        f'[ "$({_ID})" = "$before" ] || return 1; fi; '
        "printf 'cjm gave no answer: %s is merged as text.\\n' \"$5\" >&2; "
        'git merge-file --marker-size="$4" -L ours -L base -L theirs "$2" "$1" "$3" || return 1; }; '
        "f %O %A %B %L %P"
    ),
}
"""What git is told. It quotes %P itself, and appends the arguments of the first two as ``"$@"``.

There is no ``merge.cjm.recursive``: where branches crossed, their common versions are merged in the same way.
"""


def registered(folder: Path, scope: Scope | None = None) -> dict[str, str]:
    """What git's configuration holds of our settings: what is in force, or only what one file says."""
    words = ["config", *([scope] if scope else []), "-z", "--get-regexp", r"^(diff|merge)\.cjm\."]
    done = git.run(folder, *words)
    entries = (entry.partition("\n") for entry in done.stdout.decode("utf-8", "replace").split("\0") if entry)
    return {key: value for key, _, value in entries if key in SETTINGS}


def is_ours(key: str, value: str) -> bool:
    """Whether a value was written by us, by this version or an older one, and not by hand."""
    return value == SETTINGS[key] or value.startswith(
        ("f() { command -v cjm", "f() { if command -v cjm", "f() { before=")
    )


def register(folder: Path, scope: Scope, keys: Iterable[str]) -> None:
    """Write settings. Raises ``FileError``."""
    for key in keys:
        _config(folder, scope, "--replace-all", key, SETTINGS[key])


def unregister(folder: Path, scope: Scope, keys: Iterable[str]) -> None:
    """Take settings away. Raises ``FileError``."""
    for key in keys:
        _config(folder, scope, "--unset-all", key)


def _config(folder: Path, scope: Scope, *words: str) -> None:
    done = git.run(folder, "config", scope, *words)
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip()
        message = f"git cannot change its configuration: {reason}"
        raise FileError(message)
