"""What designers type that YAML cannot read: the parser's few words turned into a sentence with a remedy.

Each diagnosis is a small function that looks at the place where the parser gave up and either recognises its slip or
passes. With its message it proposes a *repair* of the same length, for reading on: so one file yields all its slips.
"""

from collections.abc import Callable
from typing import Any

from cjm.source import bullets, columns, conflicted, lines, prose
from cjm.source.place import Diagnosis, Place, undisguised

DIAGNOSES: tuple[Callable[[Place], Diagnosis | None], ...] = (
    conflicted.conflict,
    columns.tab,
    lambda place: columns.hard_space(place.text),
    lines.pasted_table,
    bullets.other_bullet,
    prose.strange_start,
    prose.star_start,
    prose.starred_key,
    prose.escape,
    prose.text_after_quote,
    prose.open_quote,
    prose.colon_in_text,
    lines.placeholder,
    lines.list_after_key,
    prose.brackets,
    prose.stray,
    lines.colon_without_space,
    bullets.glued_dash,
    bullets.words_without_key,
    columns.deeper_line,
    columns.misaligned,
    lines.no_colon,
    lines.anything,
)


def diagnose(text: str, error: Any, last: Any) -> Diagnosis:
    """The slip behind a parser's error, and a repair for reading on."""
    mark, context = error.problem_mark or error.context_mark, error.context_mark or error.problem_mark
    problem = f"{error.context or ''} {error.problem or ''}"
    place = Place(text, problem, min(mark.index, len(text)), context.index, last)
    return undisguised(next(found for check in DIAGNOSES if (found := check(place)) is not None))
