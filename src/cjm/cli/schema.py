"""``cjm schema``: the forms of what cjm writes, for programs."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, assert_never

import typer

EXAMPLES = """
[bold]Examples[/bold]
  cjm schema map > map.schema.json   for editors: completion and checks
  cjm schema map -o map.schema.json  the same
  cjm schema findings                what cjm validate -f json prints
  cjm schema diff                    what cjm diff -f json prints
  cjm schema log                     what cjm log -f json prints
"""


class Subject(StrEnum):
    """What has a schema."""

    MAP = "map"
    LIBRARY = "library"
    FINDINGS = "findings"
    DIFF = "diff"
    LOG = "log"


def schema(
    subject: Annotated[
        Subject, typer.Argument(help="map and library: for editors; findings, diff and log: for programs.")
    ],
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.")] = None,
) -> None:
    """Print a JSON Schema (draft-07).

    An editor with a YAML language server completes and checks a map that begins with the line
    # yaml-language-server: $schema=map.schema.json
    """
    text = _text(subject)
    if output is None:
        typer.echo(text, nl=False)
    else:
        from cjm.source.write import replace  # noqa: PLC0415

        replace(output, text.encode("utf-8"))


def _text(subject: Subject) -> str:
    from cjm.model import schema as of_model  # noqa: PLC0415
    from cjm.report import json as of_report  # noqa: PLC0415

    match subject:
        case Subject.MAP:
            return of_report.dump(of_model.map_schema())
        case Subject.LIBRARY:
            return of_report.dump(of_model.library_schema())
        case Subject.FINDINGS:
            return of_report.schema()
        case Subject.DIFF:
            from cjm.report.changes.data import schema as of_changes  # noqa: PLC0415

            return of_changes()
        case Subject.LOG:
            from cjm.report.history import schema as of_history  # noqa: PLC0415

            return of_history()
        case _:
            assert_never(subject)
