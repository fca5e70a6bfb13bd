"""``cjm lint``: whether a map is a good one, judged by the method of the field."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.completing import rules
from cjm.cli.formats import Format, Formats
from cjm.cli.validate import LIMITS, FailOn

EXAMPLES = """
[bold]Examples[/bold]
  cjm lint                                     all maps of the project
  cjm lint maps/office.cjm.yaml --profile publish
  cjm lint --select unexplained-drop,bad-ending
  cjm lint -f text -f sarif:cjm.sarif          for people and for a dashboard
  cjm lint --write-baseline baseline.json      begin today, mend the rest later
  cjm lint --diff                              what could be put right by itself
  cjm lint --fix                               put it right
  cjm rule unexplained-drop                    why a rule exists, and what to do
"""


class Profile(StrEnum):
    """How strictly maps are judged."""

    AUTO = "auto"
    DRAFT = "draft"
    REVIEW = "review"
    PUBLISH = "publish"


class Least(StrEnum):
    """The least severity that is shown."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


def lint(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Maps and folders of maps; - is standard input. Default: all maps of the project."),
    ] = None,
    format: Formats = None,
    select: Annotated[str, typer.Option(metavar="RULE,…", help="Only these rules.", autocompletion=rules)] = "",
    extend_select: Annotated[
        str, typer.Option(metavar="RULE,…", help="These rules, too: some are off by default.", autocompletion=rules)
    ] = "",
    ignore: Annotated[str, typer.Option(metavar="RULE,…", help="Not these rules.", autocompletion=rules)] = "",
    profile: Annotated[
        Profile | None, typer.Option(help="How strictly to judge. auto: by the status of each map.")
    ] = None,
    min_severity: Annotated[Least, typer.Option(help="Show nothing less than this.")] = Least.INFO,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="Exit with 1 if there are findings as bad as this. Default: error.")
    ] = None,
    as_of: Annotated[
        str, typer.Option(metavar="DATE", help="Judge as if today were this day, for reviews that are due.")
    ] = "",
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Do not tell again what this file knows.")
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what is found now as a baseline, and exit with 0.")
    ] = None,
    prune_baseline: Annotated[
        bool, typer.Option("--prune-baseline", help="Take from the baseline what is no longer found.")
    ] = False,
    since: Annotated[
        str, typer.Option(metavar="REF", help="Only what is new since this commit, branch or tag of git.")
    ] = "",
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule.")] = False,
    ignores: Annotated[
        bool, typer.Option("--ignores/--no-ignores", help="Heed what maps and the configuration ignore.")
    ] = True,
    stdin_filename: Annotated[
        Path | None, typer.Option(help="The file that standard input stands for, for paths and messages.")
    ] = None,
    show_files: Annotated[bool, typer.Option("--show-files", help="Only list the files that would be read.")] = False,
    cache: Annotated[
        bool, typer.Option("--cache/--no-cache", help="Remember what was found in files that have not changed.")
    ] = True,
    fix: Annotated[bool, typer.Option("--fix", help="Put right what can be, and tell of the rest.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix: also where the map may then say something else.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would do, and change nothing.")] = False,
) -> None:
    """Judge maps by the method of the field: what is missing, unexplained, unproven or out of date.

    Includes everything that validate says. A map's status decides how strict it is: a draft is advised, a live map is
    held to account. Exit codes: 0 fine, 1 findings as bad as --fail-on, 2 could not run.
    """
    from cjm.cli import fixing, linting, outputs  # noqa: PLC0415
    from cjm.cli.reading import find_paths, report_missing  # noqa: PLC0415
    from cjm.config import Lint  # noqa: PLC0415
    from cjm.finding import Severity  # noqa: PLC0415
    from cjm.report.summary import RANK, statistics_of  # noqa: PLC0415

    wanted = outputs.parse(format or [], Format)
    found = find_paths(paths or [], stdin_filename)
    if show_files:
        outputs.show_names(found)
        report_missing(found.missing)
        return
    asked = Lint(_split(select), _split(extend_select), _split(ignore), profile.value if profile else "")
    plan = linting.prepare(found.project, asked, as_of, ignores, since)
    if fix or diff:
        fixing.fix_files(found, plan, baseline, takes_unsafe=unsafe_fixes, shows=diff, use_cache=cache)
    if diff:
        report_missing(found.missing)
        return
    checked = linting.lint(found, plan, use_cache=cache)
    findings = linting.measured(found.project, checked.findings, baseline, write_baseline, prune=prune_baseline)
    findings = [each for each in findings if RANK[each.severity] >= RANK[Severity(min_severity)]]
    told = outputs.Told("cjm lint", found.project, findings, checked.verdicts, plan.settings.rules)
    if found.names:
        outputs.write(wanted, told)
    if told.counting() and (sentence := fixing.hint(told.counting())):
        typer.echo(sentence, err=True)
    if statistics:
        typer.echo(statistics_of(told.counting()), err=True)
    report_missing(found.missing)
    limit = FailOn(found.project.config.lint.fail_on or "error") if fail_on is None else fail_on
    if any(RANK[finding.severity] >= LIMITS[limit] for finding in told.counting()):
        raise typer.Exit(1)


def _split(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in text.split(","))))
