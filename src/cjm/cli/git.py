"""``cjm git``: git compares and merges maps by what they say."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from cjm.cli.registering import Plan

EXAMPLES = """
[bold]Examples[/bold]
  cjm git install     git diff and git merge use cjm, from now on
  cjm git status      whether they do; after a clone they do not yet
  cjm git uninstall   all as it was before
"""
_INSTALL = """
[bold]Examples[/bold]
  cjm git install           once for the team, and once in each clone
  cjm git install --check   shows what would change; exit code 1 if anything would
  cjm git install --global  registers it in all your clones
"""
_STATUS = """
[bold]Examples[/bold]
  cjm git status            exit code 1 if something is to be done
"""
_UNINSTALL = """
[bold]Examples[/bold]
  cjm git uninstall
  cjm git uninstall --check   shows what would change
"""

app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode="rich")

Check = Annotated[
    bool, typer.Option("--check", help="Change nothing, show what would change, and exit with 1 if anything would.")
]


@app.callback(epilog=EXAMPLES)
def git() -> None:
    """Make git compare and merge maps by what they say: git diff, git log -p, git merge, git rebase and all others.

    It takes two steps, and install does both: .gitattributes declares it, which the team commits; and git's configuration
    holds the commands, which each clone has to itself. Where cjm is missing, git works on lines as it always did.
    To have maps compared or merged as text again, write ‘diff’ or ‘merge=text’ there; never ‘-merge’.
    """


@app.command(epilog=_INSTALL)
def install(
    check: Check = False,
    is_global: Annotated[
        bool, typer.Option("--global", help="Only register the commands, for all repositories of this user.")
    ] = False,
) -> None:
    """Make git use cjm for maps in this repository: git diff, git log -p, git merge and all that merges.

    What changes is shown. All other lines and settings stay as they are; run again, it changes nothing. Exit codes: 0 done,
    1 something is left to do, or would change with --check.
    """
    from cjm.cli import registering  # noqa: PLC0415

    plan = registering.to_install(registering.look(is_global=is_global))
    _do(plan, check=check, nothing="Nothing to do: git uses cjm here." if not is_global else "Nothing to do.")
    if check:
        return
    if plan.content is not None:
        typer.echo("Commit .gitattributes, for the team. Everybody runs once in each clone: cjm git install")
    elif is_global and plan.write:
        typer.echo("Repositories declare in their .gitattributes that they use it; in each, run once: cjm git install")
    if plan.notes:
        raise typer.Exit(1)


@app.command(epilog=_STATUS)
def status() -> None:
    """Tell whether git uses cjm here: declared in .gitattributes, registered in this clone, and found as a program.

    After a clone it is declared, and not registered: a clone brings no commands along. Exit codes: 0 git uses cjm,
    1 something is to be done, which is said.
    """
    from cjm.cli import registering  # noqa: PLC0415
    from cjm.report.terminal.paint import safe  # noqa: PLC0415

    lines, todo = registering.told(registering.look(is_global=False))
    for line in (*lines, *([""] if todo else []), *todo):
        typer.echo(safe(line))
    if todo:
        raise typer.Exit(1)


@app.command(epilog=_UNINSTALL)
def uninstall(
    check: Check = False,
    is_global: Annotated[
        bool, typer.Option("--global", help="Only take away the commands registered for all repositories.")
    ] = False,
) -> None:
    """Take away what install put there, and nothing else: git works on the lines of maps again.

    .gitattributes is the team's: without its line, git does so in every clone once that is committed.
    """
    from cjm.cli import registering  # noqa: PLC0415

    plan = registering.to_uninstall(registering.look(is_global=is_global))
    _do(plan, check=check, nothing="Nothing to do: nothing is installed here.")


@app.command("diff", hidden=True)
def diff(
    words: Annotated[list[str], typer.Argument(metavar="PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE …")],
) -> None:
    """For git: what became of one map, as cjm diff tells it, or as lines where it is no map."""
    from cjm.cli.external import show_change  # noqa: PLC0415

    show_change(words)


@app.command("textconv", hidden=True)
def textconv(file: Path) -> None:
    """For git: a map as lines that compare well, one value on each, whatever its layout."""
    from cjm.cli.converting import convert  # noqa: PLC0415

    convert(file)


def _do(plan: "Plan", *, check: bool, nothing: str) -> None:
    """Show what a plan changes, and change it, unless it is only asked for."""
    from cjm.cli import registering  # noqa: PLC0415
    from cjm.cli.outputs import is_colourful  # noqa: PLC0415
    from cjm.report.terminal.paint import safe, show  # noqa: PLC0415

    show(registering.shown(plan), sys.stdout, colour=is_colourful(sys.stdout))
    if plan.is_empty and not plan.notes:
        typer.echo(nothing)
    for note in plan.notes:
        typer.echo("\n".join(map(safe, note.splitlines())))
    if not check:
        registering.carry_out(plan)
    elif not plan.is_empty:
        raise typer.Exit(1)
