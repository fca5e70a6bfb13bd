"""Texts of a map in Markdown, with signs in place of what a terminal would obey."""

from cjm.convert.plain import plain as escaped
from cjm.report.terminal.paint import safe


def plain(text: str) -> str:
    """A text as Markdown shows it letter by letter: no markup, and nothing a forge takes for a link, issue or person."""
    return escaped(safe(text))
