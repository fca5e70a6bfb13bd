"""Parts of the map rest on old research alone.

What people want changes slowly; how they go about it changes with every new app and every neighbour's tip. A persona that
nobody has met for three years is a portrait of somebody who has moved on.

Bad:
    research: [{id: ride-alongs, date: 2022-05}]

Good:
    research: [{id: ride-alongs, date: 2026-05}]

Remedy: Ask a few customers again whether it still holds, and name the new study beside the old one.

Source: Smaply's list of mistakes in journey mapping has the persona that nobody has refreshed in three years.
"""

from collections.abc import Iterator
from datetime import date

from cjm.finding import Severity
from cjm.lint.basis import cited, studies
from cjm.lint.contacts import has_contacts
from cjm.lint.rule import Problem, rule
from cjm.model.journey import Journey
from cjm.model.metric import Metric
from cjm.model.time import age


@rule(Severity.WARNING, publish=Severity.ERROR)
def check(journey: Journey, today: date, months: float = 36) -> Iterator[Problem]:
    """Studies that ended more than ``months`` ago, where something rests on them and on nothing newer.

    Quotes stay what they are, and a figure has a date of its own.
    """
    found = studies(journey) if has_contacts(journey) else []
    old = {study.id: age(study.date, today) for _, study in found if study.date}
    old = {id: months_ago for id, months_ago in old.items() if months_ago > months}
    resting = [
        ids
        for _, element, ids in (cited(journey) if old else ())
        if element is not None and not isinstance(element, Metric) and all(id in old for id in ids)
    ]
    for at, study in found:
        count = sum(study.id in ids for ids in resting)
        if count:
            parts = "one part of the map rests" if count == 1 else f"{count} parts of the map rest"
            message = f"‘{study.id}’ is {old[study.id]:.0f} months old, and {parts} on nothing newer."
            help = "Ask a few customers whether it still holds, and name the new study beside it."
            yield Problem((*at, "date") if at[0] == "research" else at, message, help)
