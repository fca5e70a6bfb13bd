"""What stands in a cell for each kind of element: a touchpoint, a pain, an opportunity, a step, a quotation, a figure."""

import re
from collections.abc import Iterator

from cjm.model.metric import SHARES, Metric
from cjm.model.moment import MomentOfTruth, Quote, Step, Touchpoint
from cjm.model.opportunity import Opportunity, Pain
from cjm.render.amounts import amount, duration, number
from cjm.render.layouts.grid import Place
from cjm.render.layouts.pieces import Blank, Bullet, Card, Diamond, Elbow, Named, Piece, Rating, Spark, Stack
from cjm.render.layouts.sheet import Sheet, name_of
from cjm.render.typography import quoted


def touchpoint(sheet: Sheet, place: Place) -> tuple[Piece, ...]:
    """A touchpoint's name, channels, time, and whether it is a moment of truth; of a stage what it says of these."""
    moment = place.moment
    rows: list[Piece] = []
    if isinstance(moment, Touchpoint):
        rows.append(sheet.text(name_of(moment), "touchpoint"))
    if sheet.counts(place, "channel"):
        role = "channel" if place.stage.touchpoints else "touchpoint"  # a stage without any is met in its channels
        rows += sheet.facts(*map(sheet.channel, moment.channel), role=role)
    if not rows and moment.moment_of_truth is None:
        return ()
    rows += sheet.facts(*_circumstances(sheet, place), role="channel")
    if moment.moment_of_truth is not None:
        rows.append(_truth(sheet, moment.moment_of_truth))
    role = "card-assumed" if sheet.is_assumed(place) else "card"
    return (Card(role, Stack(rows), margin=(10, 9), radius=5),)


def _circumstances(sheet: Sheet, place: Place) -> Iterator[str]:
    """The small facts of a touchpoint: that the customer is alone, its status, when, how long, and for whom."""
    moment = place.moment
    if not isinstance(moment, Touchpoint):
        return  # the stage's arrow has them
    if moment.kind == "action":
        yield sheet.words.word("marks", "action")
    if moment.status in {"planned", "retired"}:
        yield sheet.words.word("statuses", moment.status)
    if moment.at:
        yield duration(moment.at, sheet.words)
    if moment.duration:
        yield duration(moment.duration, sheet.words)
    if moment.personas and len(moment.personas) < len(sheet.journey.personas):
        yield ", ".join(map(sheet.persona, moment.personas))


def _truth(sheet: Sheet, truth: MomentOfTruth) -> Piece:
    label = sheet.words.word("marks", "truth")
    return Stack([sheet.text(why, "truth", Diamond()) for why in truth.why or (label,)])


def thought(sheet: Sheet, text: str, *, assumed: bool) -> Piece:
    """A thought in its bubble."""
    return Card("thought-assumed" if assumed else "thought", sheet.text(text, "thought"), radius=12, margin=(10, 7))


def quotation(sheet: Sheet, quote: Quote, *, by: str = "", assumed: bool) -> Piece:
    """What a customer said, in quotation marks, and who said it."""
    rows = [sheet.text(quoted(quote.text, sheet.words), "quote"), *sheet.facts(by or quote.by)]
    is_assumed = assumed and not quote.evidence
    return Card("speech-assumed" if is_assumed else "speech", Stack(rows), radius=9)


def pain(sheet: Sheet, element: Pain, kind: str, *, assumed: bool) -> Piece:
    """A pain or gain: what it is, how bad and how often, why and why that."""
    words = sheet.words
    status = words.word("statuses", element.status) if element.status and element.status != "open" else ""
    rows: list[Piece] = [sheet.text(element.text)]
    rows += [
        sheet.text(words.fill("marks", key, str(value)), "note", Rating(value))
        for key, value in (("severity", element.severity), ("frequency", element.frequency))
        if value is not None
    ]
    rows += sheet.facts(status)
    rows += [sheet.text(cause, "note", Elbow(depth)) for depth, cause in enumerate(element.causes)]
    role = f"{kind}-assumed" if assumed and not element.evidence else kind
    card = Card(role, Stack(rows), edge=f"{kind}-edge")
    return Named(kind, element.text, f"{kind}/{element.id}", card, _details(element.evidence))


def opportunity(sheet: Sheet, element: Opportunity) -> Piece:
    """What could be done, what it would bring and cost, who does it and how far it is."""
    words = sheet.words
    weight = [
        words.fill("marks", key, str(value))
        for key, value in (("impact", element.impact), ("effort", element.effort))
        if value is not None
    ]
    status = words.word("statuses", element.status) if element.status else ""
    due = words.fill("marks", "due", element.due) if element.due else ""
    rows = [
        sheet.text(element.title),
        *sheet.facts(*weight),
        *sheet.facts(status, sheet.actor(element.owner) if element.owner else "", due),
    ]
    card = Card("opportunity", Stack(rows), edge="opportunity-edge")
    return Named("opportunity", element.title, f"opportunity/{element.id}", card)


def step(sheet: Sheet, element: Step, role: str) -> Piece:
    """What the organisation does, who or what does it, how long it takes and how it may fail."""
    words = sheet.words
    doers = [
        *([sheet.actor(element.actor)] if element.actor else []),
        *([sheet.system(element.system)] if element.system else []),
    ]
    lead = element.does or tuple(doers[:1])
    facts = [
        *(doers if element.does else doers[1:]),
        words.word("automation", element.automation) if element.automation else "",
        duration(element.duration, words) if element.duration else "",
    ]
    rows: list[Piece] = [sheet.text(text) for text in lead]
    rows += sheet.facts(*facts)
    rows += [sheet.text(words.fill("marks", "fails", text), "note") for text in element.fails]
    rows += [sheet.text(text, "note", Elbow()) for text in element.fallback]
    return Named("step", "; ".join(lead), f"step/{element.id}", Card(role, Stack(rows)))


def metric(sheet: Sheet, key: str, element: Metric, *, assumed: bool) -> Piece:
    """A figure: what it is, its value and its target, what it rests on, how it went."""
    name, value, target = reading(sheet, key, element)
    count = sheet.words.fill("marks", "count", number(element.n, sheet.words)) if element.n is not None else ""
    bullet = Bullet("bullet-assumed" if assumed and not element.evidence else "bullet")
    rows: list[Piece] = [sheet.text(name, "note", bullet)]
    rows += [sheet.text(value, "metric", Blank())] if value else []
    rows += [sheet.text(target, "body", Blank())] if target else []
    rows += sheet.facts(count, element.date or "", element.segment, indent=12)
    known = [plain for point in element.series if (plain := _plain(point.value)) is not None]
    rows += [Spark(tuple(known))] if len(known) > 1 else []
    return Named("metric", f"{name}: {value or target}", f"metric/{key}", Stack(rows, gap=1))


def reading(sheet: Sheet, key: str, element: Metric) -> tuple[str, str, str]:
    """What a figure is called, its value and its target, as they are written; empty where there is none."""
    words = sheet.words
    listed = next((entry for entry in sheet.journey.metrics if entry.id == key), None)
    kind = element.kind or (listed and listed.kind) or key
    name = element.name or (listed and listed.name) or words.word("metrics", kind if kind == key else key)
    unit = element.unit or (listed.unit if listed else "")
    value = element.value or (element.series[-1].value if element.series else "")
    target = amount(element.target, unit, words, share=kind in SHARES) if element.target else ""
    return (
        name,
        amount(value, unit, words, share=kind in SHARES) if value else "",
        words.fill("marks", "target", target) if target else "",
    )


def _plain(value: str) -> float | None:
    """The first number in a figure."""
    found = re.match(r"[-+−]?\d+(\.\d+)?", value)
    return float(found[0].replace("−", "-")) if found else None


def _details(evidence: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return (("evidence", ", ".join(evidence)),) if evidence else ()
