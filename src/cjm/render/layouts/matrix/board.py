"""What a matrix is made of: its columns, its channels, and the contacts in each of its cells."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from cjm.errors import UsageError
from cjm.figures.contacts import UNNAMED, Channel, Contact, Tally, channels, contacts, gaps, tally
from cjm.figures.handoffs import switches
from cjm.model.journey import Journey
from cjm.model.moment import Stage
from cjm.render.labels import Labels, labels
from cjm.render.lanes import Detail
from cjm.render.layouts.grid import Grid, Place, Span
from cjm.render.layouts.joint import language
from cjm.render.layouts.sheet import Sheet
from cjm.render.naming import Naming
from cjm.render.text import Style
from cjm.render.values import dataclass
from cjm.render.views import Wish

TOTALS = 112.0
"""Points of the column of totals."""

_ASIDE = 14.0  # between the stages and their totals

_EMPTY = (
    "There are no touchpoints to put into a matrix. Write what the customer meets under ‘touchpoints’ of a stage, "
    "each with its ‘channel’."
)


@dataclass(frozen=True)
class Columns(Grid):
    """A column for each stage, ``wide`` points wide; ``beyond`` is the room of the totals at their right.

    Shown are the stages from ``first`` on and without ``last``; ``left`` is where the first of these begins.
    """

    wide: float
    first: int
    last: int
    beyond: float = TOTALS

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """One for each stage that is shown."""
        return tuple(int(self.first <= index < self.last) for index in range(len(self.journey.stages)))

    @cached_property
    def column(self) -> float:
        """The width of a column."""
        return self.wide

    @property
    def width(self) -> float:
        """All columns, and the totals."""
        return self.span.width + self.beyond

    @property
    def span(self) -> Span:
        """All columns."""
        return Span(self.left, (self.last - self.first) * self.wide)

    def places(self) -> tuple[Place, ...]:
        """Where each stage is drawn that is shown."""
        shown = self.journey.stages[self.first : self.last]
        spans = (Span(self.left + index * self.wide, self.wide) for index in range(len(shown)))
        return tuple(Place(stage, stage, span) for stage, span in zip(shown, spans, strict=True))

    def is_stacked(self, stage: Stage) -> bool:  # noqa: ARG002 -- what every grid is asked
        """That touchpoints share the column of their stage."""
        return True


def beside(sheets: Sequence[Sheet]) -> Span:
    """Where the totals stand, at the right of all columns."""
    return Span(sheets[-1].grid.span.right + _ASIDE, TOTALS - _ASIDE)


@dataclass(frozen=True)
class Board:
    """Maps with their channels, and how they are told; ``is_joined`` says that the picture has several maps.

    ``unused`` are channels of other maps.
    """

    journeys: tuple[Journey, ...]
    style: Style
    words: Labels
    detail: Detail
    channels: tuple[Channel, ...]
    contacts: tuple[Contact, ...]
    is_joined: bool
    unused: tuple[Channel, ...] = ()

    @classmethod
    def of(cls, journeys: Sequence[Journey], style: Style, wish: Wish) -> "Board":
        """All maps, with the channels of all. Raises ``UsageError`` where there is no contact."""
        found, known = contacts(journeys), channels(journeys)
        if not found:
            raise UsageError(_EMPTY)
        if any(UNNAMED in contact.channels for contact in found):
            known = (*known, Channel(UNNAMED, journeys[0], UNNAMED))
        words = labels(wish.lang or language(journeys))
        return cls(tuple(journeys), style, words, wish.detail, known, found, len(journeys) > 1)

    def only(self, journey: Journey) -> "Board":
        """One of the maps: its contacts, and its channels in the order of all."""
        found = tuple(contact for contact in self.contacts if contact.journey is journey)
        own = {key for contact in found for key in contact.channels} | {each.key for each in channels((journey,))}
        ones, others = (
            tuple(each for each in self.channels if (each.key in own) is is_own) for is_own in (True, False)
        )
        return replace(self, journeys=(journey,), contacts=found, channels=ones, unused=others)

    def sheet(self, journey: Journey, grid: Grid) -> Sheet:
        """The sheet of a map in its columns."""
        return Sheet(journey, self.style, self.words, grid, self.detail)

    def address(self, sheet: Sheet, place: Place) -> str:
        """The address of a moment, with its map in front where there are several."""
        address = sheet.address(place)
        return f"{sheet.journey.identity}:{address}" if self.is_joined else address

    @property
    def lang(self) -> str:
        """The language of the picture: that of the map, or of the labels where there are several maps."""
        return self.words.lang if self.is_joined else Naming(self.journeys[0], self.words).lang

    def called(self, channel: Channel) -> str:
        """What a channel is called."""
        is_known = channel.key != UNNAMED
        return Naming(channel.journey, self.words).channel(channel.word) if is_known else self.word("unnamed")

    def word(self, key: str, *values: str) -> str:
        """A word of this view, its gaps filled."""
        return self.words.fill("matrix", key, *values)

    def within(self, stage: Stage, channel: Channel) -> tuple[Contact, ...]:
        """The contacts in a cell."""
        return self._cells.get((id(stage), channel.key), ())

    @cached_property
    def _cells(self) -> dict[tuple[int, str], tuple[Contact, ...]]:
        found: dict[tuple[int, str], tuple[Contact, ...]] = {}
        for contact in self.contacts:
            for key in contact.channels:
                place = id(contact.stage), key
                found[place] = (*found.get(place, ()), contact)
        return found

    @property
    def named(self) -> tuple[str, ...]:
        """The keys of the channels that have a name."""
        return tuple(channel.key for channel in self.channels if channel.key != UNNAMED)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages of all maps."""
        return tuple(stage for journey in self.journeys for stage in journey.stages)

    def of_channel(self, channel: Channel) -> tuple[Tally, int]:
        """How many contacts a channel has, and in how many stages nothing is in place."""
        found = [contact for contact in self.contacts if channel.key in contact.channels]
        keys = () if channel.key == UNNAMED else (channel.key,)
        return tally(found), gaps(found, keys, self.stages)

    def of_stage(self, stage: Stage) -> Tally:
        """How many contacts a stage has."""
        return tally(contact for contact in self.contacts if contact.stage is stage)

    @property
    def whole(self) -> tuple[Tally, int]:
        """How many contacts there are, and how many gaps."""
        return tally(self.contacts), gaps(self.contacts, self.named, self.stages)

    @cached_property
    def switched(self) -> dict[int, int]:
        """How often customers change the channel on the way into a stage or within it, by the identity of the stage.

        An inventory of touchpoints is no way.
        """
        found: dict[int, int] = {}
        for journey in self.journeys:
            homes = dict(_homes(journey))
            for _, after in switches(journey) if journey.kind != "touchpoints" else ():
                found[homes[id(after)]] = found.get(homes[id(after)], 0) + 1
        return found


def _homes(journey: Journey) -> Iterator[tuple[int, int]]:
    """The identity of each moment, and that of its stage."""
    for stage in journey.stages:
        yield from ((id(moment), id(stage)) for moment in (stage, *stage.touchpoints))
