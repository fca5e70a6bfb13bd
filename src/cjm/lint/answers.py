"""Pains, and the opportunities that answer them, wherever on a map they stand."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from cjm.lint.contacts import FEW
from cjm.lint.rule import Problem
from cjm.lint.told import start_of
from cjm.model.journey import Journey
from cjm.model.moment import Moment, Stage
from cjm.model.opportunity import Opportunity, Pain
from cjm.model.problem import Parts
from cjm.model.walk import moments


class Hurt(NamedTuple):
    """A pain with its route, its moment and its stage."""

    at: Parts
    pain: Pain
    moment: Moment
    stage: Stage


class Chance(NamedTuple):
    """An opportunity with its route, its moment and its stage."""

    at: Parts
    opportunity: Opportunity
    moment: Moment
    stage: Stage


def pains(journey: Journey) -> list[Hurt]:
    """Every pain of a map, in the order of time."""
    return [
        Hurt((*at, "pains", place), pain, moment, stage)
        for at, moment, stage in moments(journey)
        for place, pain in enumerate(moment.pains)
    ]


def opportunities(journey: Journey) -> list[Chance]:
    """Every opportunity of a map, in the order of time."""
    return [
        Chance((*at, "opportunities", place), opportunity, moment, stage)
        for at, moment, stage in moments(journey)
        for place, opportunity in enumerate(moment.opportunities)
    ]


def is_open(pain: Pain) -> bool:
    """Whether a pain still hurts, and nobody has decided to live with it."""
    return pain.status in {None, "open"}


def unsaid(asked: Sequence[Hurt], is_said: Callable[[Pain], bool], what: str, help: str) -> Iterator[Problem]:
    """The pains that do not say something, of those that should; once where no pain of the map does."""
    found = [hurt for hurt in asked if not is_said(hurt.pain)]
    if len(found) == len(asked) > FEW:
        yield Problem(("stages",), f"None of the {len(found)} pains of this map says {what}.", help, at_key=True)
        return
    for hurt in found:
        yield Problem(hurt.at, f"‘{start_of(hurt.pain.text)}’ does not say {what}.", help)


def answers(chance: Chance, hurt: Hurt) -> bool:
    """Whether an opportunity is for a pain: it names it, or it names none and stands beside it."""
    solves = chance.opportunity.solves
    if solves:
        return hurt.pain.id in solves
    if chance.stage is not hurt.stage:
        return False
    return chance.moment is hurt.moment or chance.moment is chance.stage or hurt.moment is hurt.stage
