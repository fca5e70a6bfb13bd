"""A map is of another kind than it says.

A journey is what a person does, thinks and feels. Without the thoughts and feelings it is an inventory of contacts;
told in the organisation's aims it is a lifecycle; and a blueprint without a backstage is a journey. All four are
useful, each for another question, and whoever opens the wrong one looks for what cannot be there.

Bad:
    stages:
      - {id: notice, touchpoints: [{id: chain, thinks: , feels: }]}
      - {id: ask, touchpoints: [{id: call, thinks: , feels: }]}
      - {id: hand-over, touchpoints: [{id: counter-talk, thinks: , says: , feels: }]}
      - {id: collect, touchpoints: [{id: handing-back, thinks: , feels: }]}
      - {id: ride, touchpoints: [{id: long-ride, thinks: , feels: }]}

Good:
    kind: journey

Remedy: Ask customers for what is missing, or give the map the kind that it is under ‘kind:’.

Source: the common distinction of journey maps, touchpoint maps, lifecycle maps and service blueprints.
"""

from collections.abc import Iterator

from cjm.figures.moments import is_said
from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import is_empty
from cjm.lint.words import pattern, plain
from cjm.model.journey import Journey

_INNER_LIFE = ("thinks", "feels", "says", "intent")
_BEHIND = ("backstage", "support")
_AIMS = ("anywhere", "whole", "lifecycle")


@rule(
    Severity.WARNING,
    silences=("missing-thinks", "missing-feels", "inside-out-stage-name", "onstage-without-backstage"),
)
def check(journey: Journey, least: int = 3) -> Iterator[Problem]:
    """Journeys without an inner life or in the words of the organisation, ``least`` stages or more; bare blueprints."""
    if journey.state == "actual" or all(is_empty(stage) for stage in journey.stages):
        return
    if journey.kind == "blueprint" and not any(is_said(journey, key) for key in _BEHIND):
        message = "This blueprint shows nothing that happens behind the scenes: that is a journey."
        help = "Add ‘backstage:’ and ‘support:’ to its moments, or write ‘kind: journey’."
        yield Problem(("kind",), message, help)
    elif journey.kind != "journey":
        return
    elif not any(is_said(journey, key) for key in _INNER_LIFE):
        message = "Nowhere does this journey say what the customer thinks or feels: that is a touchpoint map."
        help = "Add ‘thinks:’ and ‘feels:’ to its moments, or write ‘kind: touchpoints’."
        yield Problem(("kind",), message, help)
    elif len(aims := _aims(journey)) >= least and 2 * len(aims) > len(journey.stages):
        named = ", ".join(f"‘{name}’" for name in aims[:least])
        message = f"The stages ({named} …) are named after what the organisation wants: that is a lifecycle map."
        help = "Name them after what the customer is about, or write ‘kind: lifecycle’."
        yield Problem(("kind",), message, help)


def _aims(journey: Journey) -> list[str]:
    """The names of stages that are aims of an organisation."""
    lists = [pattern("inside-out-stage-name", journey.lang, name) for name in _AIMS]
    names = [stage.name for stage in journey.stages]
    return [name for name in names if any(words and words.fullmatch(plain(name)) for words in lists)]
