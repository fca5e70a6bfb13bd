"""The list beside the planes: what stands at which number, and what its rank is made of."""

from collections.abc import Iterator

from cjm.figures.chances import Chance
from cjm.figures.measured import is_counted
from cjm.figures.priority import Rank
from cjm.render.layouts.marks import Blank
from cjm.render.layouts.pieces import Named, Piece, Stack, Words
from cjm.render.layouts.portfolio.choice import Choice
from cjm.render.layouts.portfolio.forms import Stand
from cjm.render.layouts.portfolio.plane import Plane
from cjm.render.layouts.portfolio.planes import factors

_FIGURES = 2  # that are told of a touchpoint


def ranked(choice: Choice, plane: Plane) -> Iterator[Piece]:
    """The touchpoints that hurt, by rank; and those that the plane shows by number alone."""
    for rank, point in zip(choice.ranks, plane.points, strict=True):
        if rank.pain or point.row in plane.crowded:
            yield point.told(choice.style, *_made_of(choice, rank), sign=point.alone)


def numbered(choice: Choice, plane: Plane) -> Iterator[Piece]:
    """The opportunities that the plane shows by number alone."""
    for chance, point in zip(choice.rated, plane.points, strict=True):
        if point.row in plane.crowded:
            yield point.told(choice.style, _worth(choice, chance), sign=point.alone)


def unrated(choice: Choice) -> Iterator[Piece]:
    """The opportunities that have no place on the plane."""
    for chance in choice.unrated:
        each = chance.opportunity
        sign = Stand(each.status or "idea", choice.style)
        name = Words(choice.style, choice.titled(each.title, chance.journey), "point", sign)
        note = Words(choice.style, _worth(choice, chance), "point-note", Blank(sign.indent))
        address = choice.address(chance.journey, f"opportunity/{each.id}")
        yield Named("point", each.title, address, Stack((name, note), 0))


def _made_of(choice: Choice, rank: Rank) -> Iterator[str]:
    """The product, then figures of the moment; and below it the pain."""
    if not rank.pain:
        return
    naming, pain = choice.sheet(rank.journey).naming, rank.pain
    facts = [f"{factors(rank)} = {rank.priority.score}{'?' if rank.priority.is_assumed else ''}"]
    counted = [(key, metric) for key, metric in rank.moment.metrics.items() if is_counted(metric)]
    for key, metric in counted[:_FIGURES]:
        reading = naming.metric(key, metric)
        target = choice.words.fill("marks", "target", reading.target) if reading.target else ""
        facts.append(" ".join(filter(None, (reading.name, ", ".join(filter(None, (reading.value, target)))))))
    yield " · ".join(facts)
    yield naming.text(pain.text)


def _worth(choice: Choice, chance: Chance) -> str:
    """What an opportunity would bring and cost, and how far it is."""
    words, each = choice.words, chance.opportunity
    ratings = ((key, getattr(each, key)) for key in ("impact", "effort"))
    told = (words.fill("marks", key, str(value)) for key, value in ratings if value is not None)
    return " · ".join((*told, words.word("statuses", each.status or "idea")))
