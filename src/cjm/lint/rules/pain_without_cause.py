"""A pain has no cause.

Who treats the symptom meets it again. ‘Nobody can name a price’ calls for a price list; why nobody can, asked three times,
leads to a stand that is in use all day, and to quite another remedy.

Bad:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            pains: [{id: no-price, causes: }]

Good:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            pains: [{id: no-price, causes: [The fault is found only on the stand, The stand is in use all day]}]

Remedy: Ask why it happens, and why that happens, until you reach something that can be changed; write it under ‘causes:’.

Source: the ‘five whys’ of the Toyota production system: root causes, not symptoms; the bound is our own.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.answers import is_open, pains, unsaid
from cjm.lint.contacts import has_contacts
from cjm.lint.rule import Problem, rule
from cjm.model.journey import Journey


@rule(Severity.WARNING)
def check(journey: Journey, severity: int = 3) -> Iterator[Problem]:
    """Open pains of ``severity`` or more, or of unknown one, without a cause; once where no pain of the map has one."""
    if not has_contacts(journey):
        return
    asked = [hurt for hurt in pains(journey) if is_open(hurt.pain) and (hurt.pain.severity or severity) >= severity]
    help = "Add ‘causes:’ and why it happens, then why that happens, down to what can be changed."
    yield from unsaid(asked, lambda pain: bool(pain.causes), "why it happens", help)
