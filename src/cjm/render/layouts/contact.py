"""What stands in the lane of touchpoints: a card for each contact, with its channels, its waits and who begins."""

from collections.abc import Iterator

from cjm.figures.coverage import is_validated
from cjm.model.moment import Branch, Moment, MomentOfTruth, Touchpoint
from cjm.render.amounts import duration, percent
from cjm.render.layouts.grid import INSET, Place
from cjm.render.layouts.marks import Diamond, Elbow, Sign
from cjm.render.layouts.pieces import Card, Fact, Piece, Signs, Stack
from cjm.render.layouts.sheet import Sheet
from cjm.render.naming import name_of

_APART = 6.0  # between the parts of a card


def touchpoint(sheet: Sheet, place: Place) -> tuple[Piece, ...]:
    """A touchpoint's card: what it is, through which channels, when, how long, how much waiting, and what hangs on it.

    Of a stage, what it says itself of these.
    """
    moment = place.moment
    rows: list[Piece] = []
    if isinstance(moment, Touchpoint):
        rows.append(sheet.text(name_of(moment), "touchpoint"))
    if sheet.counts(place, "channel"):
        rows += channels(sheet, place)
    is_truth = moment.moment_of_truth is not None and sheet.detail != "overview"
    if not rows and not is_truth:
        return ()
    if isinstance(moment, Touchpoint):
        rows += circumstances(sheet, moment)
    decides = truth(sheet, moment.moment_of_truth) if moment.moment_of_truth and is_truth else ()
    branches = [_branch(sheet, branch) for branch in moment.next] if sheet.detail == "full" else ()
    parts = [Stack(part) for part in (rows, tuple(decides), branches, sheet.research(moment.evidence)) if part]
    role = "-".join(filter(None, ("card", standing(moment), "assumed" if place.is_assumed else "")))
    return (Card(role, Stack(parts, _APART), margin=(INSET, 9), radius=5),)


def standing(moment: Moment) -> str:
    """What becomes of a touchpoint that is not simply there: it is still planned, or retired."""
    if isinstance(moment, Touchpoint) and moment.status in {"planned", "retired"}:
        return str(moment.status)
    return ""


def channels(sheet: Sheet, place: Place) -> tuple[Piece, ...]:
    """The channels with their icons; the icons alone will do in an overview, where the name says what it is."""
    met = tuple(map(sheet.channel, place.moment.channel))
    if not place.stage.touchpoints:
        return sheet.facts(*met, role="touchpoint")  # a stage without any is met in its channels
    if sheet.detail == "overview":
        marks = tuple(channel.mark for channel in met if channel.mark)
        return (Signs(marks, ", ".join(channel.text for channel in met)),)
    return sheet.facts(*met, role="channel")


def circumstances(sheet: Sheet, moment: Touchpoint) -> Iterator[Piece]:
    """Who begins, the small facts, and how long the customer waits; in an overview the status alone."""
    status = sheet.words.word("statuses", standing(moment)) if standing(moment) else ""
    if sheet.detail == "overview":
        yield from sheet.facts(status, role="channel")
        return
    yield from sheet.facts(_direction(sheet, moment), role="channel")
    yield from sheet.facts(status, *_facts(sheet, moment), role="channel")
    yield from sheet.facts(sheet.wait(moment), _people(sheet, moment), role="channel")


def _direction(sheet: Sheet, moment: Touchpoint) -> str:
    """Who begins and who answers."""
    parties = (sheet.naming.party(each) if each else "" for each in (moment.initiator, moment.receiver))
    return " →\u00a0".join(parties).strip() if moment.initiator or moment.receiver else ""


def _facts(sheet: Sheet, moment: Touchpoint) -> Iterator[str]:
    """That the customer is alone, when, and how long; in full, in whose hands it is and who has seen it."""
    words = sheet.words
    if moment.kind == "action":
        yield words.word("marks", "action")
    if moment.at:
        yield duration(moment.at, words)
    if moment.duration:
        yield duration(moment.duration, words)
    if sheet.detail == "full" and moment.control:
        yield words.word("control", moment.control)
    if sheet.detail == "full" and is_validated(moment):
        when = "" if moment.validated == "true" else f" {moment.validated}"
        yield f"{words.word('statuses', 'validated')}{when}"


def _people(sheet: Sheet, moment: Touchpoint) -> Fact:
    """Which of the personas meet it, where some do not."""
    are_some = len(moment.personas) < len(sheet.journey.personas)
    return Fact(", ".join(map(sheet.naming.persona, moment.personas)) if are_some else "", Sign("person"))


def truth(sheet: Sheet, moment: MomentOfTruth) -> Iterator[Piece]:
    """That it is a moment of truth, and why; all of it in full."""
    for why in moment.why or (sheet.words.word("marks", "truth"),):
        yield sheet.text(why, "truth", Diamond())
    if sheet.detail == "full":
        for key in ("succeeds", "fails"):
            yield from (sheet.text(sheet.words.fill("marks", key, text), "note") for text in getattr(moment, key))


def _branch(sheet: Sheet, branch: Branch) -> Piece:
    """Where the journey goes on, for how many, and in which case."""
    share = "" if branch.share is None else f"{percent(f'{100 * branch.share:.10g}', sheet.words)} "
    where = sheet.text(f"{share}→\u00a0{sheet.goal(branch.to)}", "note")
    return Stack((where, *(sheet.text(case, "note", Elbow()) for case in branch.when)), 0)
