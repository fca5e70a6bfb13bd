"""The formats of findings, and the option that asks for them."""

from enum import StrEnum
from typing import Annotated

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


def _complete(incomplete: str) -> list[str]:
    return [name for name in Format if name.startswith(incomplete)]


Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT[:FILE]",
        help=f"{', '.join([*Format][:-1])} or {[*Format][-1]}; repeatable, into a file with :FILE.",
        autocompletion=_complete,
    ),
]
"""Where the findings of a command go, in which format."""
