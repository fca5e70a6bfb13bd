"""Two stages, or two touchpoints of a stage, go by the same name.

In a workshop everybody knows which of the two is meant; a month later nobody does. Often the two are one thing
written down twice, and then its pains are counted twice and solved half.

Bad:
    stages:
      - {id: ride, name: Hand-it over}

Good:
    stages:
      - {id: ride, name: Ride again}

Remedy: Join the two, or say in the name what sets them apart: when, with whom, for the second time.

Source: our own.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.words import folded, listed
from cjm.model.journey import Journey
from cjm.model.moment import Stage, Touchpoint
from cjm.model.problem import Parts

_WORD = re.compile(r"\w+")
_PLURAL = 4
"""Words of more letters than this may lose an s at the end."""


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Names that differ in articles, hyphens, accents, capitals or a plural s at most; ‘Call 1’ and ‘Call 2’ do differ."""
    fillers = frozenset(listed("near-duplicate-names", journey.lang, "articles"))
    stages = [(("stages", index), stage) for index, stage in enumerate(journey.stages)]
    yield from _twins("stages", stages, fillers)
    for at, stage in stages:
        inner = [((*at, "touchpoints", place), each) for place, each in enumerate(stage.touchpoints)]
        yield from _twins("touchpoints", inner, fillers)


def _twins(
    kind: str, elements: Iterable[tuple[Parts, Stage | Touchpoint]], fillers: Collection[str]
) -> Iterator[Problem]:
    seen: dict[str, Stage | Touchpoint] = {}
    for at, element in elements:
        key = _key(element.name, fillers)
        twin = seen.setdefault(key, element) if key else element
        if twin is element or _is_apart(twin, element):
            continue
        names = f"are called ‘{element.name}’"
        if twin.name != element.name:
            names = f"have nearly the same name: ‘{twin.name}’ and ‘{element.name}’"
        message = f"Two {kind} {names}."
        yield Problem((*at, "name"), message, "Join the two, or say in the name what sets them apart.")


def _key(name: str, fillers: Collection[str]) -> str:
    """A name without what makes no difference to the ear."""
    *first, last = _WORD.findall(folded(name)) or [""]
    words = [*(word for word in first if word not in fillers), last]
    return "".join(word.removesuffix("s") if len(word) > _PLURAL else word for word in words)


def _is_apart(one: Stage | Touchpoint, other: Stage | Touchpoint) -> bool:
    """Whether two moments are met by other personas or in other channels, so that the name may be the same."""
    return any(
        mine and theirs and set(mine).isdisjoint(theirs)
        for mine, theirs in ((one.personas, other.personas), (one.channel, other.channel))
    )
