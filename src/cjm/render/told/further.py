"""What a map says beyond its lanes: research with its details, branches, whom a contact joins, who the personas are."""

from collections.abc import Iterator

from cjm.figures.coverage import is_validated
from cjm.model.moment import Branch, Touchpoint
from cjm.model.persona import Persona
from cjm.model.references import END
from cjm.render.amounts import number, percent
from cjm.render.naming import name_of
from cjm.render.told.places import Place
from cjm.render.told.styles import SMALL, STRONG
from cjm.render.told.telling import Entry, Line, Told
from cjm.render.typography import quoted


def course(told: Told, place: Place) -> Iterator[Entry]:
    """How a contact goes: who begins, in whose hands it is, what success and failure look like, where it leads."""
    moment, naming = place.moment, told.naming
    if isinstance(moment, Touchpoint):
        parties = [naming.actor(each) if each else "" for each in (moment.initiator, moment.receiver)]
        direction = " → ".join(parties).strip() if any(parties) else ""
        seen = " ".join(filter(None, (told.word("statuses", "validated"), _date(moment.validated))))
        yield told.facts(direction, told.word("control", moment.control), seen if is_validated(moment) else "")
    if truth := moment.moment_of_truth:
        outcomes = [(key, text) for key in ("succeeds", "fails") for text in getattr(truth, key)]
        yield from ((Line(told.mark(key, told.text(text)), "", "fact"),) for key, text in outcomes)
    yield from (_branch(told, branch) for branch in moment.next)


def research(told: Told, place: Place) -> Iterator[Entry]:
    """Each study that a moment, or something said there, rests on: how, with whom, when, and where it can be read."""
    moment = place.moment
    said = [("", moment.evidence)]
    said += [(pain.text, pain.evidence) for pain in (*moment.pains, *moment.gains)]
    said += [(quoted(quote.text, told.naming.words), quote.evidence) for quote in moment.says]
    said += [(told.naming.metric(key, metric).name, metric.evidence) for key, metric in moment.metrics.items()]
    studies: dict[str, list[str]] = {}
    for text, evidence in said:
        for study in evidence:
            studies.setdefault(study, []).extend(filter(None, (text,)))
    for study, texts in studies.items():
        yield (*_study(told, study), *(Line(told.text(text), SMALL, "because", SMALL, 1) for text in texts))


def persona(told: Told, each: Persona) -> Iterator[Entry]:
    """What is known of a persona."""
    words = told.naming.words
    share = percent(round(each.share * 100, 1), words) if each.share is not None else ""
    facts = (each.age, *each.occupation, *each.family, each.segment, share)
    yield from ((Line(told.text(fact)),) for fact in facts if fact)
    yield from ((Line(quoted(told.text(text), words), "italic"),) for text in each.quote)
    for key in ("goals", "needs", "frustrations"):
        if texts := getattr(each, key):
            yield (Line(told.word("head", key), STRONG), *(Line(told.text(text), depth=1) for text in texts))
    yield from (
        (Line(told.text(text)),) for key in ("jobs", "ambitions", "habits", "interests") for text in getattr(each, key)
    )
    if each.tech_familiarity is not None:
        yield (Line(f"{told.word('head', 'tech_familiarity')}: {each.tech_familiarity}/5"),)
    yield from (_study(told, study) for study in each.evidence)


def _study(told: Told, id: str) -> Entry:
    """A study by its id, with what the map's list of research says of it."""
    lead = Line(id, STRONG, "shown")
    found = next((each for each in told.journey.research if each.id == id), None)
    if found is None:
        return (lead,)
    count = told.mark("count", "" if found.n is None else number(found.n, told.naming.words))
    facts = told.facts((found.method or "").replace("_", " "), found.with_, count, found.date)
    return (lead, *facts, *(Line(told.text(source), depth=1) for source in found.source))


def _branch(told: Told, branch: Branch) -> Entry:
    share = "" if branch.share is None else f"{percent(f'{100 * branch.share:.10g}', told.naming.words)} "
    lead = Line(f"{share}→ {told.text(_goal(told, branch.to))}", "", "fact")
    return (lead, *(Line(told.text(case), SMALL, "because", SMALL, 1) for case in branch.when))


def _goal(told: Told, target: str) -> str:
    """What a branch leads to: a touchpoint or stage by name, or that the journey ends."""
    for stage in told.journey.stages:
        for moment in (*stage.touchpoints, stage):
            if target in {moment.id, f"{stage.id}/{moment.id}"}:
                return name_of(moment)
    return told.word("marks", "end") if target == END else target


def _date(validated: str | None) -> str:
    return "" if validated in {None, "true"} else str(validated)
