"""When a map is to be looked through again."""

import calendar
from datetime import date, timedelta

from cjm.model.journey import Journey
from cjm.model.time import MINUTES, dates, duration


def due(journey: Journey) -> date | None:
    """The day of the next review: ``review_every`` after the last day of ``reviewed``.

    ``None`` where the map lacks one of them, or no calendar holds that day.
    """
    every = duration(journey.review_every or "")
    if every is None or not journey.reviewed:
        return None
    months = every.minutes / MINUTES["month"]
    try:
        last = dates(journey.reviewed)[1]
        return _later(last, int(months)) if months == int(months) else last + timedelta(minutes=every.minutes)
    except (OverflowError, ValueError):
        return None


def _later(day: date, months: int) -> date:
    """The same day some months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
