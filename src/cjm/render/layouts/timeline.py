"""A time axis: where dates stand on it, and which months or years are written below."""

from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from itertools import accumulate

from cjm.render.values import dataclass

Tick = tuple[float, str]
"""Where it stands, from 0 to 1, and what is written there."""

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)  # months from one tick to the next


@dataclass(frozen=True)
class Timeline:
    """The dates of versions in their order, aware of their zones; one that was committed out of turn does not go back."""

    dates: tuple[datetime, ...]

    @cached_property
    def places(self) -> tuple[float, ...]:
        """Where each stands, from 0 to 1; at even distances where all are of one moment."""
        moments = tuple(accumulate((date.timestamp() for date in self.dates), max))
        first, reach = moments[0], moments[-1] - moments[0]
        if not reach:
            return tuple(index / max(len(moments) - 1, 1) for index in range(len(moments)))
        return tuple((moment - first) / reach for moment in moments)

    @property
    def days(self) -> tuple[str, ...]:
        """The day of each."""
        return tuple(date.date().isoformat() for date in self.dates)

    @property
    def ends(self) -> tuple[str, str]:
        """The first and the last day."""
        return min(self.dates).date().isoformat(), max(self.dates).date().isoformat()

    def ticks(self, most: int) -> tuple[Tick, ...]:
        """At most so many beginnings of months or years; the first and the last day where they are fewer than two."""
        for step in _STEPS:
            found = tuple(self._months(step))
            if len(found) < 2:
                break
            if len(found) <= most:
                return found
        first, last = self.ends
        return ((0.0, first), (1.0, last)) if first != last else ((0.0, first),)

    def _months(self, step: int) -> Iterator[Tick]:
        """The beginnings of every so many months, from January on."""
        first, last = min(self.dates), max(self.dates)
        reach = last.timestamp() - first.timestamp()
        start = first.year * 12 + first.month - 1
        for month in range(start + -start % step, last.year * 12 + last.month, step):
            day = datetime(month // 12, month % 12 + 1, 1, tzinfo=first.tzinfo)
            if first <= day <= last and reach:
                text = day.strftime("%Y") if step % 12 == 0 else day.strftime("%Y-%m")
                yield (day.timestamp() - first.timestamp()) / reach, text
