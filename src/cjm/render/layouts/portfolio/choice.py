"""What a portfolio is made of: the touchpoints and the opportunities of maps, as points on planes and as a list."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from cjm.errors import UsageError
from cjm.figures.chances import Chance, chances, is_rated
from cjm.figures.priority import Rank, ranking
from cjm.model.journey import Journey
from cjm.model.moment import Moment, Stage
from cjm.render.labels import Labels, labels
from cjm.render.lanes import Detail
from cjm.render.layouts.grid import Grid, Place, Span
from cjm.render.layouts.joint import called, language
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.swimlane import name
from cjm.render.naming import name_of
from cjm.render.text import Style
from cjm.render.values import dataclass
from cjm.render.views import Wish

_LEFT = 36.0
_TOLD = 3  # names in the description of each of the best parts

_EMPTY = (
    "There is nothing to rank in these maps. Write ‘importance’ (1 to 5) and ‘pains’ with ‘severity’ and ‘frequency’ into "
    "touchpoints, or ‘opportunities’ with ‘impact’ and ‘effort’."
)


@dataclass(frozen=True)
class Choice:
    """Maps with what is to be chosen from: ranked touchpoints and opportunities."""

    journeys: tuple[Journey, ...]
    style: Style
    words: Labels
    detail: Detail
    ranks: tuple[Rank, ...]
    chances: tuple[Chance, ...]

    @classmethod
    def of(cls, journeys: Sequence[Journey], style: Style, wish: Wish) -> "Choice":
        """Everything in the maps. Raises ``UsageError`` where nothing is rated and no opportunity is named."""
        words = labels(wish.lang or language(journeys))
        found = cls(tuple(journeys), style, words, wish.detail, ranking(journeys), chances(journeys))
        if not (found.is_weighed or found.hurts or found.chances):
            raise UsageError(_EMPTY)
        return found

    @property
    def is_joined(self) -> bool:
        """Whether there are several maps."""
        return len(self.journeys) > 1

    @property
    def is_weighed(self) -> bool:
        """Whether any moment says how important it is."""
        return any(rank.importance is not None for rank in self.ranks)

    @property
    def hurts(self) -> bool:
        """Whether any moment has a pain."""
        return any(rank.pain for rank in self.ranks)

    @property
    def rated(self) -> tuple[Chance, ...]:
        """The opportunities that have a place on the plane."""
        return tuple(chance for chance in self.chances if is_rated(chance.opportunity))

    @property
    def unrated(self) -> tuple[Chance, ...]:
        """Those of which the impact or the effort is not known."""
        return tuple(chance for chance in self.chances if not is_rated(chance.opportunity))

    def word(self, key: str, *values: str) -> str:
        """A word of this view, its gaps filled."""
        return self.words.fill("portfolio", key, *values)

    @property
    def lang(self) -> str:
        """The language of the picture: that of the map, or of the labels where there are several maps."""
        return self.words.lang if self.is_joined else self.sheet(self.journeys[0]).lang

    @cached_property
    def sheets(self) -> dict[int, Sheet]:
        """A sheet for each map, by its identity."""
        return {
            id(journey): Sheet(journey, self.style, self.words, Grid(journey, _LEFT), self.detail)
            for journey in self.journeys
        }

    def sheet(self, journey: Journey) -> Sheet:
        """The sheet of a map: what its things are called."""
        return self.sheets[id(journey)]

    def address(self, journey: Journey, address: str) -> str:
        """An address, with its map in front where there are several."""
        return f"{journey.identity}:{address}" if self.is_joined else address

    def moment(self, journey: Journey, stage: Stage, moment: Moment) -> str:
        """The address of a moment."""
        return self.address(journey, self.sheet(journey).address(Place(stage, moment, Span(0, 0))))

    def letter(self, journey: Journey) -> str:
        """What tells a map from the others, behind a name: a letter, or a number where there are too many maps."""
        index = next(index for index, each in enumerate(self.journeys) if each is journey)
        return chr(ord("A") + index) if len(self.journeys) <= 26 else str(index + 1)

    def titled(self, text: str, journey: Journey) -> str:
        """A text of a map, with the letter of the map behind it where there are several."""
        own = self.sheet(journey).naming.text(text)
        return f"{own}\u00a0·\u00a0{self.letter(journey)}" if self.is_joined else own

    def facts(self) -> Iterator[tuple[str, ...]]:
        """What the head says of several maps: their letters and titles, how many touchpoints and opportunities."""
        maps = (f"{self.letter(journey)}\u00a0 {called(journey, self.words)}" for journey in self.journeys)
        yield self.words.word("joint", "maps"), *maps
        yield self.words.lane("touchpoints"), str(len(self.ranks))
        yield self.words.lane("opportunities"), str(len(self.chances))

    def named(self) -> tuple[str, str, str]:
        """The name of the picture, its title, and what it says, in words."""
        first = [rank for rank in self.ranks if rank.column > 3 and rank.weight > 9][:_TOLD]
        wins = [each for each in self.rated if _is_win(each)][:_TOLD]
        told = {
            "first": [self.titled(name_of(rank.moment), rank.journey) for rank in first],
            "wins": [self.titled(chance.opportunity.title, chance.journey) for chance in wins],
        }
        sentences = [f"{self.word(key)}: {'; '.join(texts)}." for key, texts in told.items() if texts]
        if self.is_joined:
            return "maps-portfolio", self.word("title"), " ".join((self.word("title") + ".", *sentences))
        journey = self.journeys[0]
        return f"{name(journey)}-portfolio", journey.title, " ".join((f"{called(journey, self.words)}.", *sentences))


def _is_win(chance: Chance) -> bool:
    return (chance.opportunity.impact or 0) > 3 and (chance.opportunity.effort or 5) < 3
