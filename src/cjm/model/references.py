"""What refers must lead somewhere: evidence, solved pains, needed steps, metrics moved, the next moment."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cjm.model.journey import Journey
from cjm.model.library import Catalogues, System
from cjm.model.lookup import actors, given, near_miss
from cjm.model.moment import Moment, Stage, Step, Touchpoint
from cjm.model.opportunity import Opportunity
from cjm.model.problem import CLOSE, MOST, Parts, Problem, nearest
from cjm.model.record import Named, Record
from cjm.model.walk import Walked, moments

END = "end"
"""Reserved: where the customer leaves."""


@dataclass(slots=True)
class Index:
    """The ids of a map that can be referred to. Numbers given in place of a name are none."""

    stages: set[str] = field(default_factory=set)
    touchpoints: dict[str, int] = field(default_factory=dict)
    pains: set[str] = field(default_factory=set)
    steps: set[str] = field(default_factory=set)
    research: set[str] = field(default_factory=set)

    def add(self, journey: Journey) -> None:
        """Take in the ids of a map."""
        self.research |= {study.id for study in journey.research}
        for _, moment, stage in moments(journey):
            if isinstance(moment, Touchpoint):
                for name in () if moment.numbered else (moment.id, f"{stage.id}/{moment.id}"):
                    self.touchpoints[name] = self.touchpoints.get(name, 0) + 1
            elif not moment.numbered:
                self.stages.add(moment.id)
            self.pains |= {pain.id for pain in moment.pains if not pain.numbered}
            steps = (*moment.onstage, *moment.backstage, *moment.support)
            self.steps |= {step.id for step in steps if not step.numbered}


def check_references(journey: Journey, records: Walked, compared: Journey | None) -> Iterator[Problem]:
    """Every reference of a map that leads nowhere; what a map lacks is looked up in the one it is compared with.

    ``records`` are those of its own file: what its libraries say is judged there.
    """
    index = Index()
    index.add(journey)
    wider = Index()
    for side in (journey, compared):
        if side:
            wider.add(side)
    people, systems = given(actors(journey)), given(journey.systems)
    for at, record in records:
        yield from _evidence(record, wider.research, at)
        if isinstance(record, Opportunity):
            for place, id in enumerate(record.solves):
                yield from _resolve(id, wider.pains, "pain", (*at, "solves", place))
        if isinstance(record, Step):
            for place, id in enumerate(record.needs):
                if id not in index.steps:
                    yield from _touchpoint(id, index, index.steps, "step or touchpoint", (*at, "needs", place))
            yield from _named(people, systems, record, at)
    for at, moment, stage in moments(journey):
        yield from _moves(journey, compared, moment, stage, at)
        yield from _next(moment, index, at)
        yield from _people(journey, people, systems, moment, at)


def check_evidence(library: Catalogues, records: Walked) -> Iterator[Problem]:
    """Within a library: evidence must be among its own research, where it has any."""
    known = {study.id for study in library.research}
    if known:
        for at, record in records:
            yield from _evidence(record, known, at)


def _resolve(id: str, known: Iterable[str], kind: str, at: Parts, *, at_key: bool = False) -> Iterator[Problem]:
    if not id or id in known:  # a blank stands where something worse was written
        return
    known = list(known)
    known = sorted(known) if len(known) <= MOST else []
    meant = nearest(id, known, 0.6)
    parts = [part.strip() for part in id.split(",")]
    if len(parts) > 1 and any(nearest(part, known, CLOSE) for part in parts):
        from cjm.model.misread import in_braces  # noqa: PLC0415  (only where something is wrong)

        meant, help = "", f"Write {in_braces(parts)}: several stand between brackets."
    elif meant:
        help = f"Did you mean ‘{meant}’?"
    else:
        from cjm.model.misread import in_braces  # noqa: PLC0415  (only where something is wrong)

        how = (
            f"List it in the head: research: [{{id: {in_braces(id)}, method: interview}}]" if kind == "research" else ""
        )
        how = how or f"Give the {kind} an id, and write that id here."
        help = f"Known here: {', '.join(known[:12])}." if known else how
    problem = Problem("unknown-reference", at, f"There is no {kind} with the id ‘{id}’.", help, at_key=at_key)
    yield problem.meaning(meant, is_safe=False) if meant else problem


def _evidence(record: Record, known: set[str], at: Parts) -> Iterator[Problem]:
    wrong = [(place, id) for place, id in enumerate(getattr(record, "evidence", ())) if id not in known]
    for place, id in wrong:
        for problem in _resolve(id, known, "research", (*at, "evidence", place)):
            if isinstance(record, Moment):
                joint = " W" if problem.help.endswith(("?", ".")) else " — w"
                hint = f"{joint}hat the customer sees or holds goes under ‘physical_evidence’."
                yield problem._replace(help=problem.help + hint)
            else:
                yield problem


def _named(people: list[Named], systems: list[System], step: Step, at: Parts) -> Iterator[Problem]:
    yield from _near(near_miss(step.actor, people, "actor", (*at, "actor")))
    yield from _near(near_miss(step.system, systems, "system", (*at, "system")))


def _near(problem: Problem | None) -> Iterator[Problem]:
    if problem:
        yield problem


def _people(
    journey: Journey, people: list[Named], systems: list[System], moment: Moment, at: Parts
) -> Iterator[Problem]:
    known = {name for persona in journey.personas for name in (persona.id, persona.name)}
    for key in moment.for_:
        yield from _resolve(key, known, "persona", (*at, "for", key), at_key=True)
    for place, id in enumerate(moment.personas):
        yield from _resolve(id, known, "persona", (*at, "personas", place))
    for place, word in enumerate(moment.systems):
        yield from _near(near_miss(word, systems, "system", (*at, "systems", place)))
    if isinstance(moment, Touchpoint):
        for key, word in (("initiator", moment.initiator), ("receiver", moment.receiver)):
            yield from _near(near_miss(word, people, "actor", (*at, key)))


def _next(moment: Moment, index: Index, at: Parts) -> Iterator[Problem]:
    for place, branch in enumerate(moment.next):
        yield from _touchpoint(
            branch.to, index, {*index.stages, END}, "touchpoint or stage", (*at, "next", place, "to")
        )


def _touchpoint(id: str, index: Index, others: set[str], kind: str, at: Parts) -> Iterator[Problem]:
    """An id of a touchpoint, or of one of the others."""
    count = index.touchpoints.get(id, 0)
    if count > 1:
        message = f"‘{id}’ is the id of {count} touchpoints."
        yield Problem("unknown-reference", at, message, f"Write the stage in front: stage/{id}.")
    elif not count and id not in others:
        yield from _resolve(id, {*others, *index.touchpoints}, kind, at)


def _moves(journey: Journey, compared: Journey | None, moment: Moment, stage: Stage, at: Parts) -> Iterator[Problem]:
    for place, opportunity in enumerate(moment.opportunities):
        if not opportunity.moves:
            continue
        known = {metric.id for side in (journey, compared) if side for metric in side.metrics} | set(moment.metrics)
        known |= set(stage.metrics)
        if opportunity.moves in known:
            continue
        sides = [side for side in (journey, compared) if side]
        found = [sum(opportunity.moves in other.metrics for _, other, _ in moments(side)) for side in sides]
        if 1 not in found:
            everywhere = {*known, *(key for side in sides for _, other, _ in moments(side) for key in other.metrics)}
            here = (*at, "opportunities", place, "moves")
            if max(found) > 1:
                message = f"Several moments have the metric ‘{opportunity.moves}’, and this one has not."
                yield Problem("unknown-reference", here, message, "Give the metric to this moment, or to its stage.")
            else:
                yield from _resolve(opportunity.moves, everywhere, "metric", here)
