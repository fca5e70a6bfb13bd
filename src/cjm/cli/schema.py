"""``cjm schema``: the forms of what cjm writes, for programs."""

from enum import StrEnum
from typing import Annotated

import typer

EXAMPLES = """
[bold]Example[/bold]
  cjm schema findings > findings.schema.json
"""


class Subject(StrEnum):
    """What has a schema."""

    FINDINGS = "findings"


def schema(
    subject: Annotated[Subject, typer.Argument(help="findings: what cjm validate -f json prints.")] = Subject.FINDINGS,
) -> None:
    """Print a JSON Schema (draft-07)."""
    from cjm.report.json import schema as findings_schema  # noqa: PLC0415

    match subject:
        case Subject.FINDINGS:
            typer.echo(findings_schema(), nl=False)
