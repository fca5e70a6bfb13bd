"""Verdicts remembered by content: a file that has not changed, nor any that its check has read, is not read again.

The cache is a convenience and never an authority: whatever is wrong with it, it counts as empty, and where it cannot be
written, nothing is.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from cjm.errors import FileError
from cjm.finding import Edit, Finding, Fix, Route, Severity, Span, Suppression
from cjm.source.write import replace

FOLDER = ".cjm_cache"
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# A cache of cjm; it can be deleted at any time.\n"
_LARGEST = 64 * 1024 * 1024

Digest = Callable[[str], str]
"""The digest of a file's content, by its name in the project; of a file that cannot be read, why not."""


class Verdict(NamedTuple):
    """What was found in one file: its findings, what it is known by (maps only), the libraries it uses.

    ``named`` are the words by which a map names what its libraries hold, where somebody wanted to know.
    """

    findings: tuple[Finding, ...]
    identity: str
    libraries: tuple[str, ...]
    reads: Mapping[str, str]
    """The digests of every file its check has read, its own among them."""
    named: tuple[str, ...] = ()


class Cache:
    """The verdicts of a project; ``work`` says what was looked for, ``key`` names the version and configuration."""

    def __init__(self, root: Path, work: str, key: str) -> None:
        self.work = work
        self.path = root / FOLDER / f"{work}-{key}.json"
        self.verdicts: dict[str, Verdict] = {}
        self.is_changed = False

    def load(self) -> None:
        """Read the verdicts of earlier runs, as far as they can be read."""
        try:
            if self.path.stat().st_size <= _LARGEST:
                data = json.loads(self.path.read_bytes())
                self.verdicts = {name: _verdict(name, told) for name, told in data.items()}
        except (OSError, ValueError, TypeError, KeyError, AttributeError, IndexError):
            self.verdicts = {}

    def get(self, name: str, digest: Digest) -> Verdict | None:
        """The verdict on a file, if neither it nor anything its check has read has changed."""
        verdict = self.verdicts.get(name)
        if verdict and name in verdict.reads and all(digest(other) == known for other, known in verdict.reads.items()):
            return verdict
        return None

    def put(self, name: str, verdict: Verdict) -> None:
        """Remember a verdict."""
        self.verdicts[name] = verdict
        self.is_changed = True

    def save(self, *, only: set[str] | None = None) -> None:
        """Write the verdicts for later runs; ``only`` those of these files, where they are all there are."""
        if only is not None and not self.verdicts.keys() <= only:
            self.verdicts = {name: verdict for name, verdict in self.verdicts.items() if name in only}
            self.is_changed = True
        if not self.is_changed:
            return
        data = {name: _told(verdict) for name, verdict in self.verdicts.items()}
        try:
            self._make_folder()
            replace(self.path, json.dumps(data, separators=(",", ":")).encode("utf-8"))
        except (OSError, FileError):
            return

    def _make_folder(self) -> None:
        folder = self.path.parent
        if not folder.exists():
            folder.mkdir()
            replace(folder / "CACHEDIR.TAG", _TAG.encode())
            replace(folder / ".gitignore", b"*\n")
        for old in folder.glob(f"{self.work}-*.json"):
            if old != self.path:
                old.unlink(missing_ok=True)


def _told(verdict: Verdict) -> list[object]:
    findings = [(*finding[:3], *finding.route[1:], *finding[4:]) for finding in verdict.findings]
    return [findings, verdict.identity, verdict.libraries, dict(verdict.reads), verdict.named]


def _verdict(name: str, told: list[list[list[object]]]) -> Verdict:
    findings, identity, libraries, reads, named = told
    return Verdict(
        tuple(_finding(name, *each) for each in findings),
        _text(identity),
        tuple(map(_text, libraries)),
        _texts(reads),
        tuple(map(_text, named)),
    )


def _finding(  # noqa: PLR0913, PLR0917  (a finding has as many fields)
    name: str,
    rule: object,
    severity: object,
    message: object,
    parts: object,
    at_key: object,
    help: object,
    element: object,
    map: object,
    span: object,
    fix: object,
    suppressed: object,
) -> Finding:
    if not isinstance(parts, list) or not isinstance(at_key, bool) or not isinstance(span, list | None):
        raise TypeError
    return Finding(
        rule=_text(rule),
        severity=Severity(_text(severity)),
        message=_text(message),
        route=Route(name, tuple(parts), at_key),
        help=_text(help),
        element=_text(element),
        map=_text(map),
        span=None if span is None else Span(*span),
        fix=None if fix is None else _fix(fix),
        suppressed=None if suppressed is None else _suppression(suppressed),
    )


def _fix(told: object) -> Fix:
    if not isinstance(told, list):
        raise TypeError
    edits, is_safe = told
    return Fix(tuple(Edit(tuple(parts), _text(value), bool(at_key)) for parts, value, at_key in edits), bool(is_safe))


def _suppression(told: object) -> Suppression:
    if not isinstance(told, list):
        raise TypeError
    reason, is_in_map = told
    return Suppression(_text(reason), bool(is_in_map))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _texts(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise TypeError
    return {_text(key): _text(text) for key, text in value.items()}
