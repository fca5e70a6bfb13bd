"""Better or worse for the customer? Each field that can tell has its judge, and every judge its mirror."""

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from cjm.diff.amounts import amounts
from cjm.diff.change import Direction, Kind
from cjm.diff.fields import Difference
from cjm.diff.nodes import Node
from cjm.diff.references import References
from cjm.diff.rules import RULES
from cjm.figures import emotion
from cjm.figures.moments import counting, has
from cjm.model.journey import Journey, Scale
from cjm.model.moment import Moment, Stage, Step, Touchpoint
from cjm.model.opportunity import Pain
from cjm.model.time import duration

Base = Literal["before", "after"] | None

_TRUTH = 3  # how much a feeling counts at a moment of truth
_AUTOMATION = {"manual": 0, "assisted": 1, "automated": 2}
_OPPORTUNITY = {"idea": 0, "planned": 1, "in_progress": 2, "done": 3}
_PAIN = {"open": 0, "accepted": 0, "mitigated": 1, "resolved": 2}


class Maps(NamedTuple):
    """Both maps, and which of them is the one that the other names under ``compares_to``.

    ``solved`` are the ids of all pains that an opportunity of either answers.
    """

    before: Journey
    after: Journey
    base: Base
    references: References
    solved: frozenset[str]


class Verdict(NamedTuple):
    """How a change is judged. ``direction`` is the rule's own unless something speaks against it."""

    rule: str
    direction: Direction
    because: str = ""
    weight: int = 1


def by_rule(rule: str, because: str = "") -> Verdict:
    """The verdict as the rule has it."""
    return Verdict(rule, RULES[rule].direction, because)


def plainly(kind: Kind) -> Verdict:
    """The verdict on what is neither better nor worse in itself."""
    return by_rule("reworded" if kind is Kind.EDITORIAL else kind.value)


def judge(found: Difference, before: Node, after: Node, maps: Maps) -> Verdict | None:
    """The verdict on a field that differs; ``None`` where its kind says it all."""
    judging = _JUDGES.get((before.kind, found.field)) or _JUDGES.get(("", found.field))
    return judging(found, before, after, maps) if judging else None


def felt(feeling: object, scale: Scale) -> float | None:
    """A feeling as a number from -2 to 2, whatever the map's scale."""
    number = emotion.score(feeling, scale)  # type: ignore[arg-type] # whoever asks has a feeling or nothing
    return None if number is None else on_common_scale(number, scale)


def on_common_scale(number: float, scale: Scale) -> float:
    """A number of a map's own scale, mapped to -2..2."""
    return (number - scale.min) / (scale.max - scale.min) * 4 - 2 if scale.max > scale.min else 0.0


def _feels(found: Difference, before: Node, after: Node, maps: Maps) -> Verdict:
    one, other = felt(found.before, maps.before.scale), felt(found.after, maps.after.scale)
    weight = _TRUTH if any(_is_truth(node) for node in (before, after)) else 1
    if not (_counts(before, "feels") and _counts(after, "feels")):
        return plainly(found.kind)._replace(because="The feelings of its touchpoints count.")
    if one is None and other is None:
        return plainly(Kind.EDITORIAL)
    if one is None or other is None:
        told = (
            "The earlier map does not say how it felt." if one is None else "The later map does not say how it feels."
        )
        return by_rule("emotion-unknown", told)._replace(weight=weight)
    if abs(one - other) < 1e-9:  # what dividing loses
        return plainly(Kind.EDITORIAL)
    told = "A moment of truth counts three times." if weight > 1 else ""
    return by_rule("emotion-raised" if other > one else "emotion-lowered", told)._replace(weight=weight)


def _is_truth(node: Node) -> bool:
    moment = node.moment.record
    return isinstance(moment, Moment) and moment.moment_of_truth is not None


def _counts(node: Node, key: str) -> bool:
    """Whether what a moment says under a key counts: a stage's own only where its touchpoints have none."""
    record = node.moment.record
    return not isinstance(record, Stage) or not any(has(touchpoint, key) for touchpoint in record.touchpoints)


def _automation(found: Difference, before: Node, after: Node, maps: Maps) -> Verdict:
    one, other = _AUTOMATION.get(found.before or ""), _AUTOMATION.get(found.after or "")
    if one is None or other is None:
        return plainly(found.kind)
    rule = "step-automated" if other > one else "step-made-manual"
    machine = (after if other > one else before).record
    then, now = (_mood(node, journey) for node, journey in ((before, maps.before), (after, maps.after)))
    told = "feels worse now" if other > one else "feels better now"
    if then is not None and now is not None and (now < then if other > one else now > then):
        return Verdict(rule, Direction.UNKNOWN, f"The moment {told}.")
    is_alone = max(one, other) == _AUTOMATION["automated"]
    if is_alone and isinstance(machine, Step) and not machine.fallback:
        return Verdict(rule, Direction.UNKNOWN, "Nothing says what happens where the machine fails (fallback).")
    return by_rule(rule)


def _mood(node: Node, journey: Journey) -> float | None:
    moment = node.moment.record
    number = emotion.felt(moment, journey.scale) if isinstance(moment, Moment) else None
    return None if number is None else on_common_scale(number, journey.scale)


def _time(found: Difference, before: Node, after: Node, maps: Maps) -> Verdict:  # noqa: ARG001
    one, other = duration(found.before or ""), duration(found.after or "")
    if one is None or other is None:
        return by_rule("time-unknown", f"Only the {'later' if one is None else 'earlier'} map says how long.")
    if one.minutes == other.minutes:
        return plainly(Kind.EDITORIAL)
    return by_rule(f"{found.field}-{'shortened' if other.minutes < one.minutes else 'lengthened'}")


def _owner(found: Difference, before: Node, after: Node, maps: Maps) -> Verdict:  # noqa: ARG001
    one, other = _answering(before), _answering(after)
    if bool(one) == bool(other):
        return plainly(found.kind)
    return by_rule("owner-assigned" if other else "owner-dropped")


def _answering(node: Node) -> str:
    """Who answers for an element: of a moment whoever counts, be it named by its stage or its touchpoints."""
    record, above = node.record, node.above
    own = str(getattr(record, "owner", ""))
    if isinstance(record, Stage):
        return own or next((each.owner for each in record.touchpoints if each.owner), "")
    if isinstance(record, Touchpoint) and above and isinstance(above.record, Stage) and not own:
        return above.record.owner if any(each is above.record for each in counting(above.record, "owner")) else ""
    return own


def _evidence(found: Difference, before: Node, after: Node, maps: Maps) -> Verdict:  # noqa: ARG001
    one = set(maps.references.of_earlier("evidence", found.before or ()))
    other = set(maps.references.of_later("evidence", found.after or ()))
    if one != other and (one <= other or other <= one):
        return by_rule("evidence-added" if one < other else "evidence-removed")
    return plainly(found.kind)


def _validated(found: Difference, before: Node, after: Node, maps: Maps) -> Verdict:  # noqa: ARG001
    one, other = (value not in {None, "", "false"} for value in (found.before, found.after))
    return plainly(found.kind) if one == other else by_rule("assumption-validated" if other else "assumption-reopened")


def _pain(found: Difference, before: Node, after: Node, maps: Maps) -> Verdict:  # noqa: ARG001
    one, other = before.record, after.record
    if not isinstance(one, Pain) or not isinstance(other, Pain):
        return plainly(found.kind)
    if found.field == "status":
        ranks = [_PAIN[each.status or "open"] for each in (one, other)]
    else:  # a rating that only one side gives counts on both
        severity = [one.severity or other.severity or 1, other.severity or one.severity or 1]
        frequency = [one.frequency or other.frequency or 1, other.frequency or one.frequency or 1]
        ranks = [-severity[0] * frequency[0], -severity[1] * frequency[1]]
    return (
        plainly(found.kind)
        if ranks[0] == ranks[1]
        else by_rule("pain-eased" if ranks[1] > ranks[0] else "pain-aggravated")
    )


def _progress(found: Difference, before: Node, after: Node, maps: Maps) -> Verdict:  # noqa: ARG001
    one, other = _OPPORTUNITY.get(found.before or ""), _OPPORTUNITY.get(found.after or "")
    if one is None or other is None:
        return plainly(found.kind)
    return by_rule("opportunity-advanced" if other > one else "opportunity-slipped")


def _figure(found: Difference, before: Node, after: Node, maps: Maps) -> Verdict:
    aim = "target" if found.field == "target" else "value"
    one, other, better = amounts(before, after, aim, maps.before, maps.after)
    if one is None or other is None:
        return plainly(found.kind)
    if one == other:
        return plainly(Kind.EDITORIAL if found.field != "series" else found.kind)
    if not better:
        return by_rule("figure-unknown", "The maps do not say which side is better: give the metric ‘better’.")
    is_better = (other > one) == (better == "higher")
    if aim == "target":
        return by_rule("target-tightened" if is_better else "target-loosened")
    return by_rule("figure-better" if is_better else "figure-worse")


_Judge = Callable[[Difference, Node, Node, Maps], Verdict]

_JUDGES: Mapping[tuple[str, str], _Judge] = {
    ("", "feels"): _feels,
    ("", "wait"): _time,
    ("", "duration"): _time,
    ("", "owner"): _owner,
    ("", "evidence"): _evidence,
    ("touchpoint", "validated"): _validated,
    ("step", "automation"): _automation,
    ("pain", "severity"): _pain,
    ("pain", "frequency"): _pain,
    ("pain", "status"): _pain,
    ("opportunity", "status"): _progress,
    ("metric", "value"): _figure,
    ("metric", "series"): _figure,
    ("metric", "target"): _figure,
}
"""Who judges which field, of one type of element or (with an empty type) of all."""
