"""``cjm rule``: what a rule of the linter finds, why, and what to do."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

EXAMPLES = """
[bold]Examples[/bold]
  cjm rule                                 all rules, a line each
  cjm rule unexplained-drop                one rule explained
  cjm rule --all -f markdown > rules.md    the whole reference
"""


class Form(StrEnum):
    """How rules are told."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def _rules(incomplete: str) -> list[str]:
    from cjm.lint.rules import RULES  # noqa: PLC0415

    return [rule.slug for rule in RULES if rule.slug.startswith(incomplete)]


def rule(
    slug: Annotated[
        str, typer.Argument(metavar="[RULE]", help="The rule, as in the brackets of a finding.", autocompletion=_rules)
    ] = "",
    every: Annotated[bool, typer.Option("--all", help="All rules, each with its page.")] = False,
    format: Annotated[Form, typer.Option("--format", "-f", help="text, markdown or json.")] = Form.TEXT,
) -> None:
    """Explain a rule of the linter: what it finds, why that matters, a bad and a good map, the remedy, the source.

    Without a rule, all are listed.
    """
    from cjm.cli.outputs import is_colourful  # noqa: PLC0415
    from cjm.errors import UsageError  # noqa: PLC0415
    from cjm.lint.ignores import ON_UNUSED, UNUSED  # noqa: PLC0415
    from cjm.lint.reading import READING  # noqa: PLC0415
    from cjm.lint.rules import RULES  # noqa: PLC0415
    from cjm.lint.settings import offered  # noqa: PLC0415
    from cjm.model.problem import nearest  # noqa: PLC0415
    from cjm.report import rules as pages  # noqa: PLC0415
    from cjm.report.terminal.paint import show  # noqa: PLC0415
    from cjm.report.terminal.rules import rule_list, rule_text  # noqa: PLC0415

    rules = (*RULES, *offered())
    if slug in READING:
        typer.echo(f"{slug}\n\n{READING[slug]}\n\nReading a map finds it; docs/errors.md shows examples.")
        return
    if slug == UNUSED:
        typer.echo(f"{slug}\n\n{ON_UNUSED}\n\nDelete the ignore, or say in it what it is for.")
        return
    chosen = [each for each in rules if slug in {"", each.slug}]
    if not chosen:
        meant = nearest(slug, [*(each.slug for each in rules), *READING])
        message = f"There is no rule ‘{slug}’. {f'Did you mean ‘{meant}’?' if meant else '‘cjm rule’ lists them.'}"
        raise UsageError(message)
    match format:
        case Form.JSON:
            sys.stdout.write(pages.data(chosen))
        case Form.MARKDOWN:
            sys.stdout.write(pages.one(chosen[0]) if slug else pages.markdown(chosen, READING))
        case Form.TEXT if slug or every:
            for each in chosen:
                show([*rule_text(each), ("\n", "")], sys.stdout, colour=is_colourful(sys.stdout))
        case Form.TEXT:
            show(rule_list(chosen), sys.stdout, colour=is_colourful(sys.stdout))
