"""What a portfolio needs explained."""

from collections.abc import Iterator
from functools import partial

from cjm.render.layouts.legend import Entry, Legend
from cjm.render.layouts.pieces import Shapes
from cjm.render.layouts.portfolio.choice import Choice
from cjm.render.layouts.portfolio.forms import Place, stand

_STATUSES = ("idea", "planned", "in_progress", "done", "dropped")


def key(choice: Choice) -> Legend:
    """The legend of all that is on the planes."""
    return Legend(choice.sheet(choice.journeys[0]), tuple(_entries(choice)))


def _entries(choice: Choice) -> Iterator[Entry]:
    if choice.hurts or choice.is_weighed:
        yield Entry("rank", partial(_place, Place(choice.style, "1")), table="portfolio")
        if any(rank.pain is None and not rank.priority.is_assumed for rank in choice.ranks):
            yield Entry("calm", partial(_place, Place(choice.style, "", "rank-calm")), table="portfolio")
        if any(rank.priority.is_assumed for rank in choice.ranks):
            yield Entry("assumed", partial(_place, Place(choice.style, "1", "rank-assumed")), table="portfolio")
        if any(rank.moment.moment_of_truth for rank in choice.ranks):
            yield Entry("truth", partial(_place, Place(choice.style, "1", is_truth=True)))
    statuses = {chance.opportunity.status or "idea" for chance in choice.chances}
    for status in _STATUSES:
        if status in statuses:
            yield Entry(status, partial(stand, status), table="statuses")


def _place(sign: Place, x: float, y: float) -> Shapes:
    return sign.draw(x - sign.width / 2, y)
