"""What stands in a cell for each kind of element: a thought, a quotation, a pain, an opportunity, a step, a figure."""

from collections.abc import Iterator
from contextlib import suppress
from typing import get_args

from cjm.model.amount import AmountError
from cjm.model.amount import amount as amount_of
from cjm.model.metric import Metric, MetricKind
from cjm.model.moment import Automation, Quote, Step
from cjm.model.opportunity import Opportunity, Pain
from cjm.render.amounts import duration, number
from cjm.render.layouts.grid import INSET
from cjm.render.layouts.marks import Blank, Bullet, Elbow, Rating
from cjm.render.layouts.pieces import Card, Named, Piece, Stack
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.spark import Spark
from cjm.render.typography import quoted


def thought(sheet: Sheet, text: str, *, assumed: bool) -> Piece:
    """A thought in its bubble."""
    return Card("thought-assumed" if assumed else "thought", sheet.text(text, "thought"), radius=12)


def quotation(sheet: Sheet, quote: Quote, *, by: str = "", assumed: bool) -> Piece:
    """What a customer said, in quotation marks, and who said it."""
    when = quote.date or "" if sheet.detail == "full" else ""
    rows = [
        sheet.text(quoted(quote.text, sheet.words), "quote"),
        *sheet.facts(by or quote.by, when),
        *sheet.research(quote.evidence),
    ]
    is_assumed = assumed and not quote.evidence
    return Card("speech-assumed" if is_assumed else "speech", Stack(rows), radius=9)


def pain(sheet: Sheet, element: Pain, kind: str, *, assumed: bool) -> Piece:
    """A pain or gain: what it is, how bad or how good and how often, why and why that."""
    rows: list[Piece] = [sheet.text(element.text)]
    rows += _rating(sheet, "worth" if kind == "gain" else "severity", element.severity)
    if sheet.detail != "overview":
        rows += _rating(sheet, "frequency", element.frequency)
        status = element.status if element.status != "open" else ""
        rows += sheet.facts(sheet.words.word("statuses", status) if status else "")
        rows += [sheet.text(cause, "note", Elbow(depth)) for depth, cause in enumerate(element.causes)]
    rows += sheet.research(element.evidence)
    role = f"{kind}-assumed" if assumed and not element.evidence else kind
    card = Card(role, Stack(rows), edge=f"{kind}-edge")
    return Named(kind, element.text, f"{kind}/{element.id}", card, _details(element.evidence))


def opportunity(sheet: Sheet, element: Opportunity) -> Piece:
    """What could be done, what it would bring and cost, who does it and how far it is."""
    words = sheet.words
    status = words.word("statuses", element.status) if element.status else ""
    rows: list[Piece] = [sheet.text(element.title)]
    if sheet.detail == "overview":
        rows += sheet.facts(status)
    else:
        rows += (*_rating(sheet, "impact", element.impact), *_rating(sheet, "effort", element.effort))
        due = words.fill("marks", "due", element.due) if element.due else ""
        rows += sheet.facts(status, sheet.naming.actor(element.owner) if element.owner else "", due)
    if sheet.detail == "full":
        moves = words.fill("marks", "moves", sheet.naming.metric(element.moves, Metric()).name) if element.moves else ""
        told = words.fill("marks", "told", element.told) if element.told else ""
        rows += sheet.facts(moves, told)
    card = Card("opportunity", Stack(rows), edge="opportunity-edge")
    return Named("opportunity", element.title, f"opportunity/{element.id}", card)


def _rating(sheet: Sheet, word: str, value: int | None) -> tuple[Piece, ...]:
    """How much of something, from 1 to 5: dots and words."""
    return () if value is None else (sheet.text(sheet.words.fill("marks", word, str(value)), "note", Rating(value)),)


def step(sheet: Sheet, element: Step, role: str) -> Piece:
    """What the organisation does, who or what does it, how long it takes and how it may fail."""
    words = sheet.words
    doers = [
        *([sheet.naming.actor(element.actor)] if element.actor else []),
        *([sheet.naming.system(element.system)] if element.system else []),
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


def automation(sheet: Sheet, element: Automation) -> Piece:
    """What happens by itself: when, what, who answers for it, and what is done where it does not."""
    rows: list[Piece] = [sheet.text(sheet.words.fill("marks", "when", text), "note") for text in element.when]
    rows += [sheet.text(text) for text in element.do]
    rows += sheet.facts(sheet.naming.actor(element.owner) if element.owner else "")
    rows += [sheet.text(text, "note", Elbow()) for text in element.fallback]
    return Card("backstage", Stack(rows))


def metric(sheet: Sheet, key: str, element: Metric, *, assumed: bool) -> Piece:
    """A figure: what it is, its value and its target, what it rests on, how it went."""
    name, value, target = sheet.naming.metric(key, element)
    target = sheet.words.fill("marks", "target", target) if target else ""
    last = element.series[-1] if element.series else None
    n = last.n if last and element.n is None else element.n
    date = element.date or (last and last.date) or ""
    count = "" if n is None else sheet.words.fill("marks", "count", number(n, sheet.words))
    bullet = Bullet("bullet-assumed" if assumed and not element.evidence else "bullet")
    rows: list[Piece] = [sheet.text(name, "note", bullet)]
    rows += [sheet.text(value, "metric", Blank())] if value else []
    rows += [sheet.text(target, "body", Blank())] if target else []
    rows += sheet.facts(count, date, element.segment, indent=INSET)
    rows += sheet.research(element.evidence, indent=INSET)
    rows += _spark(sheet, key, element)
    return Named("metric", f"{name}: {value or target}", f"metric/{key}", Stack(rows, gap=1))


def _spark(sheet: Sheet, key: str, element: Metric) -> tuple[Piece, ...]:
    """How a figure went, and its target, as numbers in one unit; what is no such number is left out."""
    if len(element.series) < 2:
        return ()
    kind, unit = sheet.naming.kind(key, element)
    known = next((each for each in get_args(MetricKind) if each == kind), None)
    like = Metric(kind=known, unit=unit, min=element.min, max=element.max)

    def value(text: str) -> Iterator[float]:
        with suppress(AmountError):
            yield amount_of(text, like)

    points = tuple(number for point in element.series for number in value(point.value))
    target = next(value(element.target), None) if element.target else None
    return (Spark(points, target),) if len(points) > 1 else ()


def _details(evidence: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return (("evidence", ", ".join(evidence)),) if evidence else ()
