"""Rules explained to people at a terminal."""

import textwrap
from collections.abc import Iterable, Iterator

from cjm.lint.page import page
from cjm.lint.rule import Rule
from cjm.report.rules import settings
from cjm.report.terminal.paint import Piece

_STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}


def rule_text(rule: Rule, width: int = 80) -> Iterator[Piece]:
    """The page of one rule, its sentences filled to a width."""
    told = page(rule.docstring)
    yield f"{rule.slug}\n", "bold"
    yield f"{settings(rule)}\n\n", _STYLES[rule.severity.value]
    yield f"{textwrap.fill(told.summary, width)}\n\n{textwrap.fill(told.why, width)}\n\n", ""
    for name, snippet in (("A map that breaks it", told.bad), ("One that does not", told.good)):
        yield f"{name}\n", "bold"
        yield f"{textwrap.indent(snippet, '    ')}\n", ""
    for name, text in (("Remedy", told.remedy), ("Off by default", told.noise), ("Source", told.source)):
        if text:
            yield f"{name}\n", "bold"
            yield f"{textwrap.fill(text, width, initial_indent='    ', subsequent_indent='    ')}\n", ""


def rule_list(rules: Iterable[Rule]) -> Iterator[Piece]:
    """Every rule in a line, with what it finds; those that are off by default are marked."""
    rules = list(rules)
    width = max((len(rule.slug) for rule in rules), default=0)
    for rule in rules:
        yield f"{rule.slug:{width}}", "bold"
        yield f"  {rule.severity.value:7}", _STYLES[rule.severity.value]
        yield f"  {page(rule.docstring).summary}{'' if rule.is_on else ' (off by default)'}\n", ""
