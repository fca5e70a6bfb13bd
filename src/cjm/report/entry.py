"""What every report for other programs tells of a finding: one text, a path, the changes that would put it right."""

from collections.abc import Callable, Sequence

from cjm.finding import Finding, Span
from cjm.report.terminal.paint import safe

Name = Callable[[str], str]
"""Spells the path of a file as the reader of a report knows it."""
Splices = Callable[[Finding], Sequence[tuple[Span, str]]]
"""What the fix of a finding would do to the text of its file: which stretches become what. None where it has no fix."""


def said(finding: Finding) -> str:
    """What is wrong and what to do about it, in one line without characters that a reader would not see."""
    return safe(f"{finding.message} {finding.help}".rstrip())


def unfixed(_: Finding) -> Sequence[tuple[Span, str]]:
    """The splices of whoever knows none."""
    return ()
