"""The app: its name, its commands, its version."""

from typing import Annotated

import typer

from cjm.cli import diff, export, fmt, git, lint, log, merge, new, render, rule, schema, show, validate

app = typer.Typer(
    name="cjm",
    help="Customer journey maps as code: validate and draw maps written in YAML.",
    epilog="Begin with:  cjm new,  then  cjm validate  and  cjm render NAME.cjm.yaml",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from cjm import __version__  # noqa: PLC0415

        typer.echo(f"cjm {__version__}")
        raise typer.Exit


@app.callback()
def head(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Customer journey maps as code: validate and draw maps written in YAML."""


app.command("new", epilog=new.EXAMPLES)(new.new)
app.command("validate", epilog=validate.EXAMPLES)(validate.validate)
app.command("fmt", epilog=fmt.EXAMPLES)(fmt.fmt)
app.command("lint", epilog=lint.EXAMPLES)(lint.lint)
app.command("rule", epilog=rule.EXAMPLES)(rule.rule)
app.command("diff", epilog=diff.EXAMPLES, cls=diff.Command)(diff.diff)
app.command("log", epilog=log.EXAMPLES)(log.log)
app.command("merge", epilog=merge.EXAMPLES)(merge.merge)
app.add_typer(git.app, name="git")
app.command("render", epilog=render.EXAMPLES)(render.render)
app.command("show", epilog=show.EXAMPLES)(show.show)
app.command("export", epilog=export.EXAMPLES)(export.export)
app.command("schema", epilog=schema.EXAMPLES)(schema.schema)
