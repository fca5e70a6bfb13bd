"""``cjm fmt``: maps in their canonical form, so that two people write the same map the same way."""

import sys
from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = """
[bold]Examples[/bold]
  cjm fmt                               all maps of the project
  cjm fmt maps/office.cjm.yaml --diff   shows what would change
  cjm fmt --check                       exit code 1 if anything would change
  cjm fmt --ids maps/                   writes down the ids that parts go by
  cjm fmt - < draft.yaml                from standard input to standard output
"""


def fmt(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Maps and folders of maps; - is standard input. Default: all maps of the project."),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing, list what would change, and exit with 1 if anything would.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Change nothing, and show what would change.")] = False,
    ids: Annotated[
        bool, typer.Option("--ids", help="Write derived ids down, so that they stay when the wording changes.")
    ] = False,
    stdin_filename: Annotated[
        Path | None, typer.Option(help="The file that standard input stands for, for paths and messages.")
    ] = None,
) -> None:
    """Format maps and libraries: keys in one order, one indentation, quotes only where they are needed.

    Comments stay with what they stand above or behind. What a map says never changes: each is read again before
    it is written. A file with errors of YAML is left alone. Exit codes: 0 fine, 1 errors, or changes with --check.
    """
    from cjm.cli import formatting, outputs  # noqa: PLC0415
    from cjm.cli.reading import find_paths, report_missing  # noqa: PLC0415
    from cjm.report.terminal.paint import safe  # noqa: PLC0415

    found = find_paths(paths or [], stdin_filename)
    project, spell = found.project, outputs.from_here(found.project.root)
    given = {project.name(stdin_filename or Path("stdin.cjm.yaml"))} if Path("-") in (paths or []) else set()
    results = {name: formatting.formatted(project, name, writes_ids=ids) for name in found.names}
    broken = [finding for name, result in results.items() if result is None for finding in project.findings(name, [])]
    made = [change for change in results.values() if change and change.is_changed]
    if diff:
        formatting.show_changes(project, made)
    elif check:
        sys.stdout.write("".join(f"{safe(spell(change.name))}\n" for change in made))
    else:
        for change in filter(None, results.values()):
            if change.name in given:
                sys.stdout.buffer.write(change.new.encode("utf-8"))
            elif change.is_changed:
                formatting.write(project, change)
    if broken:
        outputs.show_text(project, broken, sys.stderr)
    if results.keys() - given or check or diff:
        typer.echo(formatting.told(results, is_done=not check and not diff), err=diff or check or bool(given))
    report_missing(found.missing)
    if broken or (check and made):
        raise typer.Exit(1)
