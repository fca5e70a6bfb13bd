"""What is to be changed so that git uses cjm, or no longer does: in ``.gitattributes``, and in git's configuration."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cjm.errors import FileError, UsageError
from cjm.report.terminal.changes import changes
from cjm.report.terminal.paint import Piece, safe
from cjm.source import attributes, commands
from cjm.source.attributes import NAME, PATTERN, Attributes
from cjm.source.commands import SETTINGS, Scope
from cjm.source.git import Repository
from cjm.source.write import replace

_WHERE: dict[Scope, str] = {"--local": "git's configuration of this clone", "--global": "your own git configuration"}


class Setup(NamedTuple):
    """How things stand. Without a ``root`` (``--global``) no repository is looked at.

    ``settings`` are those of ours that are in force, ``content`` is that of ``.gitattributes``, if it is there.
    """

    root: Path | None
    scope: Scope
    settings: dict[str, str]
    content: bytes | None = None
    said: Attributes = Attributes("", "")

    @property
    def unset(self) -> list[str]:
        """Settings that are missing, or of an older version."""
        return [key for key in SETTINGS if key not in self.settings or self._is_older(key)]

    @property
    def foreign(self) -> list[str]:
        """Settings in our place that somebody chose otherwise."""
        return [key for key, value in self.settings.items() if not commands.is_ours(key, value)]

    @property
    def others(self) -> list[str]:
        """The lines of ``.gitattributes`` on maps that somebody wrote otherwise, as ``line 3 (*.cjm.yaml merge=text)``."""
        return [f"line {line.number} ({line.text})" for line in attributes.deciding(self.content or b"")]

    @property
    def folder(self) -> Path:
        """Where git is called."""
        return self.root or Path()

    @property
    def is_declared(self) -> bool:
        """Whether git is to use cjm, at least to compare or to merge; the other may be switched off."""
        return "cjm" in self.said and self.said.merge in {"cjm", "text"}

    def _is_older(self, key: str) -> bool:
        value = self.settings[key]
        return value != SETTINGS[key] and commands.is_ours(key, value)


class Plan(NamedTuple):
    """What will be changed: settings written or taken away, and the new content of ``.gitattributes``, if it changes.

    ``notes`` are sentences on what is left to people.
    """

    setup: Setup
    write: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    content: bytes | None = None
    notes: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be done."""
        return not self.write and not self.remove and self.content is None


def look(*, is_global: bool) -> Setup:
    """How things stand in the repository around the working directory. Raises ``FileError`` or ``UsageError``."""
    if is_global:
        return Setup(None, "--global", commands.registered(Path(), "--global"))
    repository = Repository.around(Path.cwd())
    if repository.is_bare:
        message = "This repository is bare: nobody edits or merges maps in it. Run this in a clone of it."
        raise UsageError(message)
    root = repository.root
    settings = commands.registered(root)
    return Setup(root, "--local", settings, attributes.read(root), attributes.effective(root))


def to_install(setup: Setup) -> Plan:
    """What is missing for git to use cjm."""
    notes = [
        f"{key} was set by somebody else and stays: {setup.settings[key]}\n"
        f"  To have ours, first run: git config --unset-all {key}"
        for key in setup.foreign
    ]
    content = None
    if setup.root and not setup.is_declared:
        if setup.others:
            where = ", ".join(setup.others)
            notes.append(
                f"{NAME} already says of maps what to do, and stays: {where}.\n"
                f"  For git to use cjm, write there: {PATTERN} diff=cjm merge=cjm"
            )
        else:
            content = attributes.with_lines(attributes.without_lines(setup.content or b""))
    return Plan(setup, write=tuple(setup.unset), content=content, notes=tuple(notes))


def to_uninstall(setup: Setup) -> Plan:
    """What ``install`` put there, and is there still."""
    own = commands.registered(setup.folder, setup.scope)
    remove = [key for key, value in own.items() if commands.is_ours(key, value)]
    notes = [f"{key} was set by somebody else and stays: {own[key]}" for key in own if key not in remove]
    content = None
    if setup.content is not None:
        left = attributes.without_lines(setup.content)
        content = left if left != setup.content else None
        notes += [f"{NAME} speaks of maps in a line of its own, which stays: {line}." for line in setup.others]
    return Plan(setup, remove=tuple(remove), content=content, notes=tuple(notes))


def shown(plan: Plan) -> Iterator[Piece]:
    """What a plan changes, for people."""
    if plan.content is not None:
        old, new = ((data or b"").decode("utf-8", "replace") for data in (plan.setup.content, plan.content))
        yield from changes(NAME, old, new)
    if plan.write or plan.remove:
        yield f"{_WHERE[plan.setup.scope]}\n", "bold"
    for key in sorted((*plan.write, *plan.remove)):
        if key in plan.setup.settings:
            yield f"-{key} = {safe(plan.setup.settings[key])}\n", "red"
        if key in plan.write:
            yield f"+{key} = {SETTINGS[key]}\n", "green"


def carry_out(plan: Plan) -> None:
    """Make the changes of a plan. Raises ``FileError``."""
    setup = plan.setup
    commands.register(setup.folder, setup.scope, plan.write)
    commands.unregister(setup.folder, setup.scope, plan.remove)
    if plan.content is None or setup.root is None:
        return
    path = setup.root / NAME
    if plan.content:
        replace(path, plan.content)
    else:
        _remove(path)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        message = f"{path} cannot be deleted: {error.strerror}."
        raise FileError(message) from error


def told(setup: Setup) -> tuple[list[str], list[str]]:
    """How things stand, in lines; and what is to be done about it, in sentences, if anything is."""
    said = setup.said
    lines = [
        f"declared    {_declared(said)}",
        f"registered  {_registered(setup)}",
        f"program     {shutil.which('cjm') or 'not found'}",
    ]
    todo = []
    if setup.unset:
        what = (
            "is declared here, but git does not know it in this clone yet" if "cjm" in said else "is not installed here"
        )
        what = what if not setup.settings else "is registered in this clone in part, or as an older version did it"
        todo.append(f"cjm {what}: git compares and merges maps as text. Run: cjm git install")
    if "cjm" not in said and not setup.unset:
        todo.append(
            f"No {NAME} says that maps are cjm's affair: git compares and merges them as text. Run: cjm git install"
        )
    todo += _odd(setup)
    if shutil.which("cjm") is None:
        todo.append(
            "There is no program cjm on the PATH: git compares and merges maps as text. "
            "Install it for all shells (uv tool install cjm-toolkit, or pipx), or activate its environment."
        )
    return lines, todo


def _declared(said: Attributes) -> str:
    words = [f"{name}={value}" for name, value in said._asdict().items() if value != "unspecified"]
    return " ".join(words) or "nothing"


def _odd(setup: Setup) -> Iterator[str]:
    """Sentences on what is declared otherwise than install does it."""
    said = setup.said
    where = f" ({', '.join(setup.others)})" if setup.others else ""
    if said.merge == "unset":
        yield (
            f"Maps are declared binary for merging{where}: git then keeps our version and sets no markers. "
            "Write merge=cjm; or merge=text, to have lines merged."
        )
    elif "cjm" in said and said.merge not in {"cjm", "text"}:
        yield f"Maps are compared by cjm, and merged otherwise (merge={said.merge}){where}: write merge=cjm, or merge=text."


def _registered(setup: Setup) -> str:
    missing = [key for key in SETTINGS if key not in setup.settings]
    if len(missing) == len(SETTINGS):
        return "nothing"
    older = [key for key in setup.unset if key not in missing]
    parts = [
        f"{what}: {', '.join(keys)}"
        for what, keys in (
            ("missing", missing),
            ("of an older version", older),
            ("set by somebody else", setup.foreign),
        )
        if keys
    ]
    return "; ".join(parts) or "diff, textconv, merge"
