"""The two planes of a portfolio: what hurts where it matters, and what brings much for little."""

from cjm.figures.chances import Chance
from cjm.figures.priority import Rank
from cjm.render.layouts.portfolio.choice import Choice
from cjm.render.layouts.portfolio.forms import Place, Stand
from cjm.render.layouts.portfolio.plane import Part, Plane
from cjm.render.layouts.portfolio.points import Point
from cjm.render.naming import name_of

_FIVE = (1, 2, 3, 4, 5)
_WEIGHTS = tuple(sorted({one * other for one in _FIVE for other in _FIVE} | {0}, reverse=True))
_HIGH = 9  # a pain of more is a great one: more than 3 × 3


def touchpoints(choice: Choice) -> Plane:
    """Touchpoints by how important they are and how much they hurt, each with its rank."""
    word, style = choice.word, choice.style

    points = tuple(_touchpoint(choice, rank, index + 1) for index, rank in enumerate(choice.ranks))
    return Plane(
        style,
        word("touchpoints"),
        word("importance"),
        word("pain"),
        _WEIGHTS,
        _FIVE,
        (3, next(index for index, weight in enumerate(_WEIGHTS) if weight <= _HIGH)),
        (
            Part(word("ease"), "quadrant"),
            Part(word("first"), "quadrant-first"),
            Part(word("leave"), "quadrant"),
            Part(word("keep"), "quadrant"),
        ),
        points,
    )


def opportunities(choice: Choice) -> Plane:
    """Opportunities by what they would bring and what they would cost."""
    word, style = choice.word, choice.style

    points = tuple(_opportunity(choice, chance, index + 1) for index, chance in enumerate(choice.rated))
    return Plane(
        style,
        word("opportunities"),
        word("effort"),
        word("impact"),
        _FIVE[::-1],
        _FIVE,
        (2, 2),
        (
            Part(word("wins"), "quadrant-wins"),
            Part(word("big"), "quadrant"),
            Part(word("fill"), "quadrant"),
            Part(word("not"), "quadrant"),
        ),
        points,
    )


def _touchpoint(choice: Choice, rank: Rank, number: int) -> Point:
    moment, is_truth = rank.moment, rank.moment.moment_of_truth is not None
    role = "rank-assumed" if rank.priority.is_assumed else "rank" if rank.pain else "rank-calm"
    alone = Place(choice.style, str(number), role, is_truth)
    sign = alone if rank.pain else Place(choice.style, "", role, is_truth)
    text = choice.titled(name_of(moment), rank.journey)
    address = choice.moment(rank.journey, rank.stage, moment)
    details = (("evidence", ", ".join(moment.evidence)),) if moment.evidence else ()
    many = "rank" if rank.pain else "rank-calm"
    return Point(rank.column, rank.weight, text, _assumed(choice, rank), number, sign, alone, many, address, details)


def _assumed(choice: Choice, rank: Rank) -> str:
    """What is put in for the ratings that are missing."""
    if not rank.priority.is_assumed:
        return ""
    return factors(rank) if rank.pain else f"{choice.words.lane('importance')}: {given(rank.importance)}"


def factors(rank: Rank) -> str:
    """What a priority is made of, where there is a pain: ``5 × 4 × 3?``."""
    ratings = (rank.importance, *((rank.pain.severity, rank.pain.frequency) if rank.pain else ()))
    return " × ".join(map(given, ratings))


def given(value: int | None) -> str:
    """A rating; one that nobody has given counts three."""
    return "3?" if value is None else str(value)


def _opportunity(choice: Choice, chance: Chance, number: int) -> Point:
    each = chance.opportunity
    status, words = each.status or "idea", choice.words
    sheet = choice.sheet(chance.journey)
    note = ""
    if choice.detail != "overview":
        owner = sheet.naming.actor(each.owner) if each.owner and choice.detail == "full" else ""
        due = words.fill("marks", "due", each.due) if each.due else ""
        note = " · ".join(filter(None, (words.word("statuses", status), owner, due)))
    address = choice.address(chance.journey, f"opportunity/{each.id}")
    text = choice.titled(each.title, chance.journey)
    alone = Stand(status, choice.style, str(number))
    sign = Stand(status, choice.style)
    return Point(each.effort or 0, each.impact or 0, text, note, number, sign, alone, "rank-calm", address)
