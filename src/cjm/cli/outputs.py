"""What a command tells, to where it was asked for: ``-f FORMAT`` on the terminal, ``-f FORMAT:FILE`` into a file."""

import io
import os
import posixpath
import shutil
import sys
from collections.abc import Callable, Collection, Sequence
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal, NamedTuple, TypeVar, assert_never

from cjm.cli.formats import Format
from cjm.cli.reading import Found
from cjm.errors import UsageError
from cjm.finding import Finding
from cjm.report.entry import Splices, unfixed
from cjm.report.summary import Summary, summarise
from cjm.source import git
from cjm.source.project import Project

if TYPE_CHECKING:
    from cjm.lint.rule import Rule

Form = TypeVar("Form", bound=StrEnum)

Data = Literal[
    Format.JSON, Format.SARIF, Format.GITHUB, Format.GITLAB, Format.JUNIT, Format.RDJSON, Format.MARKDOWN
]  # fmt: skip
"""The formats that are the same on a terminal as in a file."""


_PIPE = 100


class Told(NamedTuple):
    """What a command has to tell: its name as it is typed, and all findings, those that are suppressed among them.

    ``files`` are those that were read, ``rules`` those that were asked beside reading.
    """

    command: str
    project: Project
    findings: Sequence[Finding]
    files: Collection[str]
    rules: "Sequence[Rule]" = ()

    def counting(self) -> list[Finding]:
        """The findings that are not suppressed."""
        return [finding for finding in self.findings if not finding.suppressed]


def parse(wishes: Sequence[str], formats: type[Form]) -> list[tuple[Form, Path | None]]:
    """``FORMAT`` or ``FORMAT:FILE``, at most one of them to the terminal; without any, the first format there.

    Raises ``UsageError``.
    """
    outputs: list[tuple[Form, Path | None]] = []
    known = {str(form): form for form in formats}
    for wish in wishes:
        name, colon, file = wish.partition(":")
        if name not in known:
            message = f"There is no format ‘{name}’. Possible: {', '.join(known)}, each also as FORMAT:FILE."
            raise UsageError(message)
        if colon and not file:
            message = f"‘{wish}’ names no file after the colon."
            raise UsageError(message)
        outputs.append((known[name], Path(file) if file else None))
    if sum(file is None for _, file in outputs) > 1:
        message = "Only one format can go to the terminal: name a file for the others, as in -f json:found.json."
        raise UsageError(message)
    return outputs or [(next(iter(formats)), None)]


def deliver(outputs: Sequence[tuple[Form, Path | None]], tell: Callable[[Form, IO[str], bool], None]) -> None:
    """Tell something in every form asked for: on the terminal, which may show colour, or into files, which never do."""
    for form, file in outputs:
        if file is None:
            tell(form, sys.stdout, is_colourful(sys.stdout))
        else:
            from cjm.source.write import replace  # noqa: PLC0415

            text = io.StringIO()
            tell(form, text, False)
            replace(file, text.getvalue().encode("utf-8"))


def write(outputs: Sequence[tuple[Format, Path | None]], told: Told) -> None:
    """Write findings in every form asked for."""
    deliver(outputs, lambda form, stream, colour: _write(form, told, stream, colour=colour))


def show_names(found: Found) -> None:
    """List files as seen from the working directory, one a line."""
    from cjm.report.terminal.paint import safe  # noqa: PLC0415

    spell = from_here(found.project.root)
    sys.stdout.write("".join(f"{safe(spell(name))}\n" for name in found.names))


def show_text(project: Project, findings: Sequence[Finding], stream: IO[str]) -> None:
    """Show findings to people."""
    summary = summarise(findings, len(project.documents))
    _write_text(project, findings, summary, stream, colour=is_colourful(stream))


def is_colourful(stream: IO[str]) -> bool:
    """Whether a stream shows colour: a terminal that is not dumb, or ``FORCE_COLOR``."""
    return bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and os.environ.get("TERM") != "dumb")


def terminal_width() -> int:
    """The width of the terminal; where there is none, one for files and pipes."""
    return shutil.get_terminal_size((_PIPE, 24)).columns


def _write(form: Format, told: Told, stream: IO[str], *, colour: bool) -> None:
    findings = told.counting()
    summary = summarise(findings, len(told.files))
    match form:
        case Format.CONCISE | Format.TEXT if not findings:
            stream.write(f"{summary.sentence()}\n")
        case Format.CONCISE:
            from cjm.report.terminal.findings import findings_concise  # noqa: PLC0415
            from cjm.report.terminal.paint import show  # noqa: PLC0415

            show(findings_concise(findings, summary, from_here(told.project.root)), stream, colour=colour)
        case Format.TEXT:
            _write_text(told.project, findings, summary, stream, colour=colour)
        case _:
            stream.write(_data(form, told, findings, summary))
            if form is Format.GITHUB and (page := os.environ.get("GITHUB_STEP_SUMMARY")):
                with Path(page).open("a", encoding="utf-8") as file:
                    file.write(_data(Format.MARKDOWN, told, findings, summary))


def _data(form: Data, told: Told, findings: Sequence[Finding], summary: Summary) -> str:  # noqa: PLR0911  (one a format)
    name = from_repository(told.project.root)
    match form:
        case Format.JSON:
            from cjm.report.json import findings_json  # noqa: PLC0415

            return findings_json(told.findings, summary)
        case Format.SARIF:
            from cjm import __version__  # noqa: PLC0415
            from cjm.report.sarif import sarif  # noqa: PLC0415

            return sarif(told.findings, told.rules, __version__, name, _splices(told))
        case Format.GITHUB:
            from cjm.report.github import annotations  # noqa: PLC0415

            return annotations(findings, name)
        case Format.GITLAB:
            from cjm.report.gitlab import gitlab  # noqa: PLC0415

            return gitlab(told.findings, name)
        case Format.JUNIT:
            from cjm.report.junit import junit  # noqa: PLC0415

            return junit(findings, told.files, told.command, name)
        case Format.RDJSON:
            from cjm.report.rdjson import rdjson  # noqa: PLC0415

            return rdjson(findings, told.project.line, name, _splices(told))
        case Format.MARKDOWN:
            from cjm.report.markdown import markdown  # noqa: PLC0415

            return markdown(findings, summary, told.command, name)
        case _:
            assert_never(form)


def _splices(told: Told) -> Splices:
    """What fixes would do, for formats that tell of it."""
    if not any(finding.fix for finding in told.findings):
        return unfixed
    from cjm.cli import fixing  # noqa: PLC0415  (dear, and most findings have no fix)

    return fixing.splices(told.project, told.findings)


def _write_text(
    project: Project, findings: Sequence[Finding], summary: Summary, stream: IO[str], *, colour: bool
) -> None:
    from cjm.report.terminal.findings import findings_text  # noqa: PLC0415
    from cjm.report.terminal.paint import show  # noqa: PLC0415

    show(findings_text(findings, summary, project.line, from_here(project.root)), stream, colour=colour)


def from_here(root: Path) -> Callable[[str], str]:
    """Spells a path of the project as seen from the working directory; one that is not below it, in full."""

    def spell(path: str) -> str:
        here = os.path.relpath(root / path)
        return os.path.abspath(here) if here.startswith("..") else here  # noqa: PTH100  (keeps links)

    return spell


def from_repository(root: Path) -> Callable[[str], str]:
    """Spells a path of the project as seen from the root of the git work tree around it, where there is one."""
    folder = Path(os.path.relpath(root, git.root_above(root) or root)).as_posix()
    return lambda path: posixpath.normpath(posixpath.join(folder, path))
