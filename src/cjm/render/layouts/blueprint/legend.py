"""What the lines and signs of a blueprint mean."""

from collections.abc import Iterator

from cjm.figures.failures import fail_points
from cjm.render.layouts.blueprint.lines import arrow
from cjm.render.layouts.blueprint.links import steps
from cjm.render.layouts.blueprint.marks import Fail
from cjm.render.layouts.blueprint.table import Table
from cjm.render.layouts.legend import Entry
from cjm.render.layouts.marks import ICON, Sign


def entries(table: Table) -> tuple[Entry, ...]:
    """What a table needs explained."""
    return tuple(_entries(table))


def _entries(table: Table) -> Iterator[Entry]:
    heads = {tie.heads for tie in table.ties if not tie.is_needed}
    if any(tie.is_needed for tie in table.ties):
        yield Entry("need", lambda x, y: arrow("need", ((x - 22, y), (x + 22, y)), (False, True)), table="blueprint")
    if heads:
        ends = next(iter(heads)) if len(heads) == 1 else (True, True)
        yield Entry("tie", lambda x, y: arrow("tie", ((x - 22, y), (x + 22, y)), ends), table="blueprint")
    moments = [entry.place.moment for entry in table.entries]
    if any(fail_points(moment) or any(step.fails for step in steps(moment)) for moment in moments):
        yield Entry("fail", lambda x, y: Fail().draw(x - ICON / 2, y), table="blueprint")
    machines = any(step.automation in {"automated", "assisted"} for moment in moments for step in steps(moment))
    if machines or any(moment.automations for moment in moments):
        yield Entry("automation", lambda x, y: Sign("automation").draw(x - ICON / 2, y), table="blueprint")
