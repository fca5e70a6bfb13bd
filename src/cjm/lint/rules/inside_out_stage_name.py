"""A stage is named in the organisation's words.

No customer says ‘now I am in lead qualification’. A stage named after a funnel, a system or a department pulls the
whole map inside out: it fills with what the department does, and what the customer is about in that time is never
asked.

Bad:
    stages:
      - {id: ask, name: Lead qualification}

Good:
    stages:
      - {id: ask, name: Find someone who repairs it}

Remedy: Name the stage after what the customer is about there, a verb first.

Source: Smaply's list of mistakes in journey mapping: to map the company's process and call it the customer's journey.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import is_story
from cjm.lint.words import pattern, plain
from cjm.model.journey import Journey

_SLUG = "inside-out-stage-name"


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Stages called after a department or in words of the trade, unless the journey is about the thing itself."""
    anywhere, whole = (pattern(_SLUG, journey.lang, kind) for kind in ("anywhere", "whole"))
    if not (anywhere and whole) or not is_story(journey):
        return
    title = plain(journey.title)
    for index, stage in enumerate(journey.stages):
        name = plain(stage.name)
        found = anywhere.search(name) or whole.fullmatch(name)
        if found and found[0] not in title:
            message = f"‘{stage.name}’ is said inside the organisation; no customer would call a stage that."
            help = "Name the stage after what the customer is about there, a verb first."
            yield Problem(("stages", index, "name"), message, help)
