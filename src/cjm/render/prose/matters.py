"""What matters in a journey: what hurts and why, what decides, what is done about it, figures, and what it all rests on."""

from collections.abc import Iterator

from cjm.figures.coverage import assumptions, coverage
from cjm.figures.priority import weight
from cjm.model.metric import Metric
from cjm.model.moment import Moment
from cjm.model.opportunity import Opportunity
from cjm.render.amounts import percent
from cjm.render.prose.teller import Teller

_FIGURES = 4
_LEAVING = 2
_WORKS = ("in_progress", "planned", "done", "idea")


def pains(teller: Teller) -> tuple[str, ...]:
    """The worst pain with its causes, the next ones, and what goes well."""
    return (*_worst(teller), *_gains(teller))


def _worst(teller: Teller) -> Iterator[str]:
    every = [pain for moment in _everywhere(teller) for pain in moment.pains if pain.status != "resolved"]
    if not every:
        return
    worst, *others = sorted(every, key=weight, reverse=True)
    facts = (
        teller.words.fill("marks", key, str(value)) if value is not None else ""
        for key, value in (("severity", worst.severity), ("frequency", worst.frequency))
    )
    yield teller.say("hurts", teller.aside(teller.quote(worst.text), *facts))
    why, *whys = [teller.text(cause) for cause in worst.causes[:3]] or [""]
    yield from (teller.say(key, text) for key, text in (("why", why), ("why_that", ". ".join(whys))) if text)
    if others:
        yield teller.say("behind", teller.listed([teller.quote(pain.text) for pain in others], 2))


def _gains(teller: Teller) -> Iterator[str]:
    gains = [teller.quote(gain.text) for moment in _everywhere(teller) for gain in moment.gains]
    if gains:
        yield teller.say("pleases", teller.listed(gains, 2))


def truths(teller: Teller) -> Iterator[str]:
    """The moments of truth, with what is at stake."""
    found = [
        teller.aside(teller.named(moment), *map(teller.quote, moment.moment_of_truth.why[:1]))
        for moment in _everywhere(teller)
        if moment.moment_of_truth is not None
    ]
    if found:
        yield teller.say("truths", teller.listed(found))


def doing(teller: Teller) -> Iterator[str]:
    """What is done about the pains, from what is under way to mere ideas."""
    every = [each for moment in _everywhere(teller) for each in moment.opportunities if each.status != "dropped"]
    if not every:
        if any(moment.pains for moment in _everywhere(teller)):
            yield teller.say("nothing")
        return
    yield teller.say("doing")
    for status in _WORKS:
        found = [_work(teller, each) for each in every if (each.status or "idea") == status]
        if found:
            yield teller.say(f"work_{status}", teller.listed(found, 2))


def _work(teller: Teller, each: Opportunity) -> str:
    """An opportunity; what is under way with who does it, and until when."""
    is_going = each.status == "in_progress"
    owner = teller.text(teller.actor(each.owner)) if is_going and each.owner else ""
    due = teller.words.fill("marks", "due", each.due) if is_going and each.due else ""
    return teller.aside(teller.quote(each.title), owner, due)


def figures(teller: Teller) -> Iterator[str]:
    """The figures of the whole journey and those of its moments that have a target; where customers leave."""
    head = [_figure(teller, metric.id, metric) for metric in teller.journey.metrics if metric.value or metric.target]
    inner = [
        (bool(metric.value or metric.series), moment.moment_of_truth is not None, _figure(teller, key, metric, moment))
        for moment in _everywhere(teller)
        for key, metric in [each for each in moment.metrics.items() if each[1].target][:1]
    ]
    first = sorted(inner, key=lambda each: each[:2], reverse=True)
    told = [*head, *(figure for _, _, figure in first)][:_FIGURES]
    if told:
        yield teller.say("figures", "; ".join(told))
    leaving = [
        (branch.share, moment)
        for moment in _everywhere(teller)
        for branch in moment.next
        if branch.to == "end" and branch.share
    ]
    for share, moment in sorted(leaving, key=lambda each: -each[0])[:_LEAVING]:
        yield teller.say("leave", where=teller.named(moment), share=percent(round(share * 100, 1), teller.words))


def _figure(teller: Teller, key: str, metric: Metric, moment: Moment | None = None) -> str:
    reading = teller.metric(key, metric)
    target = teller.words.fill("marks", "target", reading.target) if reading.target else ""
    name = teller.text(reading.name)
    where = f"{teller.named(moment)}, {name}" if moment else name
    return f"{where}: {teller.aside(reading.value, target) if reading.value else target}"


def evidence(teller: Teller) -> Iterator[str]:
    """What rests on research and what is an assumption; how settled the map is and who answers for it."""
    journey = teller.journey
    found = coverage(journey)
    resting, every = found.total
    if resting == every:
        yield teller.say("proven")
    elif not resting:
        yield teller.say("unproven")
    else:
        shares = (
            teller.say(f"of_{kind}", str(share.resting), str(share.all))
            for kind, share in found._asdict().items()
            if share.all
        )
        yield teller.say("partly", ", ".join(shares))
        guessed = [teller.named(moment) for moment in assumptions(journey)]
        yield teller.say("guessed", teller.listed(guessed)) if guessed else teller.say("rest")
    facts = [teller.say("status", teller.words.word("statuses", journey.status))]
    facts += [teller.say("owner", teller.text(teller.actor(journey.owner)))] if journey.owner else []
    facts += [teller.say("reviewed", journey.reviewed)] if journey.reviewed else []
    yield f"{'; '.join(facts)}."


def _everywhere(teller: Teller) -> Iterator[Moment]:
    for stage in teller.journey.stages:
        yield from (stage, *stage.touchpoints)
