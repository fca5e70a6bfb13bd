"""``cjm merge``: two versions of a map, made from a common one, into one."""

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = """
[bold]Examples[/bold]
  cjm merge base.cjm.yaml ours.cjm.yaml theirs.cjm.yaml -o merged.cjm.yaml
  cjm merge base.cjm.yaml ours.cjm.yaml theirs.cjm.yaml --report merge.json > merged.cjm.yaml
  cjm merge --verify HEAD                  was anything lost in the last merge?
"""


def merge(
    versions: Annotated[
        list[str] | None,
        typer.Argument(metavar="BASE OURS THEIRS", help="Three files: the common version, ours, theirs."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file; default: standard output.")
    ] = None,
    marker_size: Annotated[int, typer.Option(metavar="N", min=7, max=99, help="How many signs a marker has.")] = 7,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write as JSON what clashed, and what could not be proven.")
    ] = None,
    driver: Annotated[
        bool,
        typer.Option("--driver", help="As git's merge driver: BASE OURS THEIRS SIZE PATH; OURS is written."),
    ] = False,
    verify: Annotated[
        str, typer.Option(metavar="COMMIT", help="Check the maps of a merge made elsewhere: was anything lost?")
    ] = "",
) -> None:
    """Merge two versions of a map, element by element: nothing is lost, and nothing is made up.

    What one side changed is taken; what moved here and changed there is moved and changed; comments of both stay. What
    both changed differently stands between markers, and the exit code is 1. The result is read again and proven before
    the exit code is 0; 2 means that a version is no readable map, and lines were merged as git does it.
    """
    from cjm.cli import drivers  # noqa: PLC0415

    if verify:
        drivers.verify(verify, versions or [])
    elif driver:
        drivers.drive(versions or [], report)
    else:
        drivers.merge_files(versions or [], output, report, marker_size)
