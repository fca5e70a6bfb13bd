"""Findings to where they were asked for: ``-f FORMAT`` on the terminal, ``-f FORMAT:FILE`` into a file."""

import io
import os
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import IO, assert_never

from cjm.cli.reading import Found
from cjm.errors import UsageError
from cjm.finding import Finding
from cjm.report.summary import Summary, summarise
from cjm.source.project import Project


class Format(StrEnum):
    """A form of findings."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"


def parse(wishes: Sequence[str]) -> list[tuple[Format, Path | None]]:
    """``FORMAT`` or ``FORMAT:FILE``, each at most once on the terminal. Raises ``UsageError``."""
    outputs: list[tuple[Format, Path | None]] = []
    for wish in wishes:
        name, colon, file = wish.partition(":")
        if name not in set(Format):
            message = f"There is no format ‘{name}’. Possible: {', '.join(Format)}, each also as FORMAT:FILE."
            raise UsageError(message)
        if colon and not file:
            message = f"‘{wish}’ names no file after the colon."
            raise UsageError(message)
        outputs.append((Format(name), Path(file) if file else None))
    if sum(file is None for _, file in outputs) > 1:
        message = "Only one format can go to the terminal: name a file for the others, as in -f json:findings.json."
        raise UsageError(message)
    return outputs or [(Format.TEXT, None)]


def write(
    outputs: Sequence[tuple[Format, Path | None]], project: Project, findings: Sequence[Finding], files: int
) -> None:
    """Write findings in every form asked for."""
    summary = summarise(findings, files)
    for form, file in outputs:
        if file is None:
            _write(form, project, findings, summary, sys.stdout, colour=is_colourful(sys.stdout))
        else:
            from cjm.source.write import replace  # noqa: PLC0415

            text = io.StringIO()
            _write(form, project, findings, summary, text, colour=False)
            replace(file, text.getvalue().encode("utf-8"))


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


def _write(
    form: Format, project: Project, findings: Sequence[Finding], summary: Summary, stream: IO[str], *, colour: bool
) -> None:
    match form:
        case Format.JSON:
            from cjm.report.json import findings_json  # noqa: PLC0415

            stream.write(findings_json(findings, summary))
        case Format.GITHUB:
            from cjm.report.github import annotations, step_summary  # noqa: PLC0415

            stream.write(annotations(findings))
            if page := os.environ.get("GITHUB_STEP_SUMMARY"):
                with Path(page).open("a", encoding="utf-8") as file:
                    file.write(step_summary(findings, summary))
        case Format.CONCISE | Format.TEXT if not findings:
            stream.write(f"{summary.sentence()}\n")
        case Format.CONCISE:
            from cjm.report.terminal.findings import findings_concise  # noqa: PLC0415
            from cjm.report.terminal.paint import show  # noqa: PLC0415

            show(findings_concise(findings, summary, from_here(project.root)), stream, colour=colour)
        case Format.TEXT:
            _write_text(project, findings, summary, stream, colour=colour)
        case _:
            assert_never(form)


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
