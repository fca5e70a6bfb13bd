"""An element has another id than before, and does not say which one it had.

Comparison, history, comments and deep links find an element by its id. Without the old one they see something removed and
something new, or can only guess by likeness.

Bad:
    stages:
      - id: ask
        touchpoints:
          - id: call
            pains: {id: late-answer, text: Nobody answers before nine}

Good:
    stages:
      - id: ask
        touchpoints:
          - id: call
            pains: {id: late-answer, formerly: early-calls, text: Nobody answers before nine}

Remedy: Write the old id under ‘formerly:’; ‘cjm lint --fix --unsafe-fixes’ does it.

Source: our own; ids are how a map is followed over time.
"""

from collections.abc import Iterator

from cjm.diff.change import Comparison
from cjm.finding import Edit, Fix, Severity
from cjm.lint.pairs import told
from cjm.lint.rule import Problem, rule
from cjm.model.record import Element
from cjm.model.walk import found_at


@rule(Severity.WARNING)
def check(pair: Comparison) -> Iterator[Problem]:
    """Elements that both maps have under different written ids, where the later one does not name the earlier."""
    for change in told(pair, editorial=True):
        if change.field != "id" or not change.before or not change.after:
            continue
        old, at = change.before.value, change.after.parts[:-1]
        element = found_at(pair.after, at)
        if not isinstance(element, Element) or old in element.formerly:
            continue
        fix = None if element.formerly else Fix((Edit((*at, "formerly"), old),), is_safe=False)
        message = f"‘{change.element.name}’ had the id ‘{old}’ before, and does not say so."
        yield Problem(change.after.parts, message, f"Add ‘formerly: {old}’.", fix=fix)
