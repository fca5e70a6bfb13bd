"""The formats of findings, and the option that asks for those of any command."""

from enum import StrEnum
from typing import Annotated, Any

import typer


class Format(StrEnum):
    """A form of findings: the first two are for people, ``markdown`` for their wikis, the others for programs."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    RDJSON = "rdjson"
    MARKDOWN = "markdown"


def option(formats: type[StrEnum]) -> Any:
    """The option that asks for formats: one of them on the terminal, the others each in a file of its own."""
    names = [str(form) for form in formats]

    def complete(incomplete: str) -> list[str]:
        return [name for name in names if name.startswith(incomplete)]

    help = f"{', '.join(names[:-1])} or {names[-1]}; repeatable, into a file with :FILE."
    return typer.Option("--format", "-f", metavar="FORMAT[:FILE]", help=help, autocompletion=complete)


Formats = Annotated[list[str] | None, option(Format)]
"""Where the findings of a command go, in which format."""
