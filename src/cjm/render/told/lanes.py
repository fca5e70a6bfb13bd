"""What each lane says about a moment in words: one table from a lane's key to its entries."""

from collections.abc import Callable

from cjm.figures.emotion import felt, score
from cjm.model.moment import Quote, Step, Touchpoint
from cjm.model.opportunity import Opportunity, Pain
from cjm.render.amounts import number
from cjm.render.naming import leaves, name_of
from cjm.render.told.places import Place
from cjm.render.told.styles import BAD, GOOD, SMALL, SPOKEN, STRONG
from cjm.render.told.telling import Entry, Line, Told
from cjm.render.typography import quoted

Entries = tuple[Entry, ...]
Tell = Callable[[Told, Place, str], Entries]

_READS = {"goals": "goal", "touchpoints": None}
"""The key of the format that a lane reads, where it is not its own; None: any moment may say something."""


def entries(told: Told, key: str, place: Place) -> Entries:
    """What a lane says about a moment; nothing where the word of others counts."""
    reads = _READS.get(key, key)
    return TELLS.get(key, _own)(told, place, key) if reads is None or told.counts(reads, place) else ()


def _touchpoints(told: Told, place: Place, _: str) -> Entries:
    """The touchpoint with its channels and times; what makes it a moment of truth."""
    moment, naming = place.moment, told.naming
    lines = told.facts(*(naming.channel(each) for each in moment.channel if told.counts("channel", place)))
    if isinstance(moment, Touchpoint):
        status = moment.status if moment.status in {"planned", "retired"} else None
        some = moment.personas if len(moment.personas) < len(told.journey.personas) else ()
        lines += told.facts(
            told.word("marks", "action") if moment.kind == "action" else "",
            told.word("statuses", status),
            told.time(moment.at),
            told.time(moment.duration),
            told.mark("wait", told.time(moment.wait)),
            ", ".join(map(naming.persona, some)),
        )
        lines = (Line(told.text(name_of(moment)), STRONG, told.bullet(place)), *lines)
    elif lines:
        lines = (lines[0]._replace(style="", sign=told.bullet(place), depth=0),)
    truth = moment.moment_of_truth
    whys = (truth.why or (told.word("marks", "truth"),)) if truth is not None else ()
    stakes = [(Line(told.text(why), "", told.point(place), STRONG),) for why in whys]
    return (*([lines] if lines else []), *stakes)


def _voiced(told: Told, place: Place, key: str) -> Entries:
    """What the customer does or thinks, and personas who differ."""
    name, voices = told.naming.persona, place.moment.for_.items()
    others = [f"{name(who)}: {text}" for who, voice in voices for text in getattr(voice, key)]
    return told.items(place, (*getattr(place.moment, key), *others), SPOKEN if key == "thinks" else "")


def _says(told: Told, place: Place, _: str) -> Entries:
    def entry(quote: Quote, by: str) -> Entry:
        text = quoted(told.text(quote.text), told.naming.words)
        return (Line(text, SPOKEN, told.bullet(place, quote.evidence)), *told.facts(by))

    voices = ((quote, told.naming.persona(who)) for who, voice in place.moment.for_.items() for quote in voice.says)
    return tuple(entry(*each) for each in (*((quote, quote.by) for quote in place.moment.says), *voices))


def _feels(told: Told, place: Place, _: str) -> Entries:
    """The figure and the word behind the sign of the point in the curve; below, who feels otherwise."""
    moment, scale = place.moment, told.journey.scale
    value = felt(moment, scale)
    own = told.feeling(value, moment.feels)
    lines = (Line(own, told.tint(value), told.point(place), told.tint(value)),) if own else ()
    others = tuple(
        Line(f"{told.naming.persona(who)}: {told.feeling(number, voice.feels)}", told.tint(number), depth=1)
        for who, voice in moment.for_.items()
        if voice.feels
        for number in (score(voice.feels, scale),)
    )
    return ((*lines, *others),) if lines or others else ()


def _pains(told: Told, place: Place, key: str) -> Entries:
    tint, rating = (BAD, "severity") if key == "pains" else (GOOD, "worth")

    def entry(pain: Pain) -> Entry:
        status = pain.status if pain.status != "open" else None
        weight = (told.mark(rating, pain.severity), told.mark("frequency", pain.frequency))
        return (
            Line(told.text(pain.text), "", told.bullet(place, pain.evidence), tint),
            *told.facts(*weight, told.word("statuses", status)),
            *(Line(told.text(cause), SMALL, "because", SMALL, 1) for cause in pain.causes),
        )

    return tuple(map(entry, getattr(place.moment, key)))


def _opportunities(told: Told, place: Place, _: str) -> Entries:
    def entry(each: Opportunity) -> Entry:
        return (
            Line(told.text(each.title), "", "work", GOOD),
            *told.facts(told.mark("impact", each.impact), told.mark("effort", each.effort)),
            *told.facts(told.word("statuses", each.status), told.actor(each.owner), told.mark("due", each.due)),
        )

    return tuple(map(entry, place.moment.opportunities))


def _steps(told: Told, place: Place, key: str) -> Entries:
    def entry(step: Step) -> Entry:
        doers = [*filter(None, (told.actor(step.actor), told.naming.system(step.system) if step.system else ""))]
        lead, *more = map(told.text, step.does or doers[:1])
        rest = doers if step.does else doers[1:]
        return (
            Line(lead, "", "fact"),
            *(Line(text, depth=1) for text in more),
            *told.facts(*rest, told.word("automation", step.automation), told.time(step.duration)),
            *(Line(told.mark("fails", told.text(text)), SMALL, depth=1) for text in step.fails),
            *(Line(told.text(text), SMALL, "because", SMALL, 1) for text in step.fallback),
        )

    return tuple(map(entry, getattr(place.moment, key)))


def _metrics(told: Told, place: Place, _: str) -> Entries:
    found = []
    for key, metric in place.moment.metrics.items():
        reading = told.naming.metric(key, metric)
        count = told.mark("count", "" if metric.n is None else number(metric.n, told.naming.words))
        course = [point.value for point in metric.series]
        figures = "\u00a0· ".join(filter(None, (reading.value, told.mark("target", reading.target))))
        lines = (
            Line(told.text(reading.name), "", told.bullet(place, metric.evidence)),
            *((Line(figures, STRONG, depth=1),) if figures else ()),
            *told.facts(" → ".join(course) if len(course) > 1 else ""),
            *told.facts(count, metric.date, metric.segment),
        )
        found.append(lines)
    return tuple(found)


def _texts(told: Told, place: Place, key: str) -> Entries:
    return told.items(place, getattr(place.moment, _READS.get(key) or key, ()))


def _facts(name: Callable[[Told, str], str]) -> Tell:
    def tell(told: Told, place: Place, key: str) -> Entries:
        value = getattr(place.moment, key)
        return told.plain(name(told, text) for text in ((value,) if isinstance(value, str) else value))

    return tell


def _importance(told: Told, place: Place, _: str) -> Entries:
    return told.plain((f"{place.moment.importance}/5",))


def _intent(told: Told, place: Place, _: str) -> Entries:
    intent = place.moment.intent
    return told.plain((told.feeling(score(intent, told.journey.scale), intent),))


def _tone(told: Told, place: Place, _: str) -> Entries:
    tones = [(mood, text) for mood, texts in place.moment.tone.items() for text in texts]
    return told.plain(text if mood == "always" else f"{told.naming.channel(mood)}: {text}" for mood, text in tones)


def _rules(told: Told, place: Place, _: str) -> Entries:
    return tuple(
        (Line(told.text(rule.text), "", "fact"), *told.facts(told.time(rule.limit))) for rule in place.moment.rules
    )


def _automations(told: Told, place: Place, _: str) -> Entries:
    return tuple(
        (
            Line(told.text(" ".join(each.when)), SMALL, "fact"),
            *(Line(told.text(text), "", "work", SMALL, 1) for text in each.do),
            *(Line(told.text(text), SMALL, "because", SMALL, 1) for text in each.fallback),
            *told.facts(told.actor(each.owner)),
        )
        for each in place.moment.automations
    )


def _own(told: Told, place: Place, key: str) -> Entries:
    return told.items(place, leaves(place.moment.extra.get(key)))


_as_written = _facts(lambda _, text: text)

TELLS: dict[str, Tell] = {
    "touchpoints": _touchpoints,
    "goals": _texts,
    "expects": _texts,
    "motivations": _texts,
    "does": _voiced,
    "thinks": _voiced,
    "says": _says,
    "questions": _texts,
    "feels": _feels,
    "intent": _intent,
    "outcome": _texts,
    "pains": _pains,
    "barriers": _texts,
    "gains": _pains,
    "opportunities": _opportunities,
    "importance": _importance,
    "wait": _facts(Told.time),
    "device": _as_written,
    "tone": _tone,
    "physical_evidence": _as_written,
    "onstage": _steps,
    "backstage": _steps,
    "support": _steps,
    "systems": _facts(lambda told, text: told.naming.system(text)),
    "owner": _facts(Told.actor),
    "automations": _automations,
    "rules": _rules,
    "data": _as_written,
    "metrics": _metrics,
}
