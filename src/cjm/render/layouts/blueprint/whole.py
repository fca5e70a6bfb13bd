"""A blueprint as one picture, as large as it is."""

from collections.abc import Sequence
from dataclasses import replace

from cjm.errors import UsageError
from cjm.model.journey import Journey
from cjm.render.labels import labels
from cjm.render.lanes import DETAILS, Detail, check
from cjm.render.layouts.blueprint.legend import entries as explained
from cjm.render.layouts.blueprint.links import ties
from cjm.render.layouts.blueprint.rows import ROWS, SINCE, entries
from cjm.render.layouts.blueprint.table import Laid, Table
from cjm.render.layouts.grid import Grid, Span
from cjm.render.layouts.head import head
from cjm.render.layouts.lanes import lane
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.stages import phases, stages
from cjm.render.layouts.swimlane import LABELS, MARGIN, name, stacked
from cjm.render.prose import describe
from cjm.render.scene import Scene
from cjm.render.text import Style
from cjm.render.views import Wish

_NARROWEST, _WIDEST, _TOGETHER = 140.0, 220.0, 1760.0  # a box; and all of them
_UNDER = 6.0  # points below the stages
_BELOW = ("owner", "rules")  # the lanes below the rows, where none are asked for


def on_one(journey: Journey, style: Style, wish: Wish) -> tuple[Scene, ...]:
    """A map as one picture."""
    table, below = prepared(journey, style, wish)
    left, wide = MARGIN + LABELS, min(_WIDEST, max(_NARROWEST, _TOGETHER / table.last))
    laid = Laid(table, left, wide, LABELS)
    sheet = replace(table.sheet, grid=table.grid(left, wide, (0, table.last)))
    bands = [(False, band) for key in below if (band := lane(sheet, key))]
    whole = Span(MARGIN, laid.right - MARGIN)
    shown = {"touchpoints", *table.keys, *(band.key for _, band in bands)}
    title, y = head(sheet, whole, MARGIN, shown, explained(table))
    bars, y = phases(sheet, y + 22)
    arrows, y = stages(sheet, y)
    y += _UNDER
    rows = laid.draw(y)
    grounds, lanes, y = stacked(sheet, whole, bands, y + laid.height)
    return (
        Scene(
            name=f"{name(journey)}-blueprint",
            title=journey.title,
            description=describe(journey, sheet.words),
            lang=sheet.lang,
            width=whole.right + MARGIN,
            height=y + MARGIN,
            children=(*grounds, title, *bars, *arrows, *rows, *lanes),
        ),
    )


def prepared(journey: Journey, style: Style, wish: Wish) -> tuple[Table, tuple[str, ...]]:
    """All rows of a map with their boxes and links, and the keys of the lanes below them.

    Raises ``UsageError`` where there is nothing to show.
    """
    keys, below = _chosen(wish.lanes, wish.detail)
    words = labels(wish.lang or journey.lang or "en")
    sheet = Sheet(journey, style, words, Grid(journey, 0), wish.detail)
    shown, boxes = entries(sheet, keys)
    if not shown:
        message = (
            f"There is nothing in ‘{journey.title}’ that a blueprint could show. Write under a stage or a touchpoint what "
            "the customer does (‘does’), and what is done for them: ‘onstage’, ‘backstage’, ‘support’."
        )
        raise UsageError(message)
    return Table(sheet, shown, boxes, ties(sheet, shown, boxes), 0, sum(sheet.grid.columns)), below


def _chosen(lanes: Sequence[str], detail: Detail) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of the rows, which have an order of their own, and those of the lanes below.

    Raises ``UsageError`` for a lane or a level of detail that does not exist.
    """
    if lanes:
        check(lanes)
        return tuple(key for key in ROWS if key in lanes), tuple(key for key in dict.fromkeys(lanes) if key not in ROWS)
    if detail not in DETAILS:
        raise UsageError(f"There is no level of detail ‘{detail}’. Possible: {', '.join(DETAILS)}.")
    depth = DETAILS.index(detail)
    return tuple(key for key, since in SINCE.items() if DETAILS.index(since) <= depth), _BELOW if depth else ()
