"""The sheet on which a map is drawn: its journey, type, words and columns, and how values become texts on it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from cjm.figures.handoffs import handoffs
from cjm.figures.moments import counting
from cjm.model.journey import Journey
from cjm.model.moment import Moment, Touchpoint
from cjm.model.references import END
from cjm.render import icons
from cjm.render.amounts import duration
from cjm.render.labels import Labels
from cjm.render.lanes import Detail
from cjm.render.layouts.grid import Grid, Place
from cjm.render.layouts.marks import Bullet, Mark, Sign
from cjm.render.layouts.pieces import Fact, Facts, Piece, Words
from cjm.render.naming import Naming, name_of
from cjm.render.text import Style
from cjm.render.typography import typeset
from cjm.render.values import dataclass

_HYPHEN = "\u2011"  # at which no row ends: the name of a study is one word


@dataclass(frozen=True)
class Sheet:
    """What every lane needs to know.

    ``detail`` says how much is told of each element; ``quotes_at_curve`` whether the emotion lane has the quotations,
    because there is no lane for them.
    """

    journey: Journey
    style: Style
    words: Labels
    grid: Grid
    detail: Detail = "standard"
    quotes_at_curve: bool = False

    def text(self, text: str, role: str = "body", mark: Mark | None = None) -> Words:
        """A text of the map, set as its language wants it."""
        return Words(self.style, typeset(text, self.lang), role, mark)

    def items(self, texts: Iterable[str], *, assumed: bool, role: str = "body") -> tuple[Piece, ...]:
        """Texts with bullets: filled for what rests on research, hollow for assumptions."""
        bullet = Bullet("bullet-assumed" if assumed else "bullet")
        return tuple(self.text(text, role, bullet) for text in texts)

    def facts(self, *facts: str | Fact, role: str = "note", indent: float = 0) -> tuple[Piece, ...]:
        """Small facts side by side, those that are not empty."""
        all_facts = (fact if isinstance(fact, Fact) else Fact(fact) for fact in facts)
        known = tuple(Fact(typeset(fact.text, self.lang), fact.mark) for fact in all_facts if fact.text)
        return (Facts(self.style, known, role, indent),) if known else ()

    def research(self, evidence: Sequence[str], role: str = "note", indent: float = 0) -> tuple[Piece, ...]:
        """What something rests on, where all is told."""
        if self.detail != "full" or not evidence:
            return ()
        studies = ", ".join(evidence).replace("-", _HYPHEN)
        return self.facts(self.words.fill("marks", "research", studies), role=role, indent=indent)

    def wait(self, moment: Moment, role: str = "icon") -> Fact:
        """How long the customer waits, behind an hourglass; an empty fact where it is not said."""
        text = self.words.fill("marks", "wait", duration(moment.wait, self.words)) if moment.wait else ""
        return Fact(text, Sign("wait", role))

    @cached_property
    def everywhere(self) -> tuple[Place, ...]:
        """Where all moments are drawn: each stage over all its columns, then its touchpoints in theirs."""
        return tuple(self.grid.everywhere())

    def unrolled(self) -> "Sheet":
        """The sheet with the columns of all pages side by side; itself where there is but one."""
        grid = self.grid.unrolled()
        return self if grid is self.grid else replace(self, grid=grid)

    @cached_property
    def naming(self) -> Naming:
        """What things are called on it."""
        return Naming(self.journey, self.words)

    @property
    def lang(self) -> str:
        """The language of the map's texts."""
        return self.naming.lang

    def speaking(self, key: str) -> tuple[Place, ...]:
        """Where moments have something to say under a key that counts."""
        if key not in self._speaking:
            heard = {(stage.id, id(moment)) for stage in self.journey.stages for moment in counting(stage, key)}
            self._speaking[key] = tuple(
                place for place in self.everywhere if (place.stage.id, id(place.moment)) in heard
            )
        return self._speaking[key]

    @cached_property
    def _speaking(self) -> dict[str, tuple[Place, ...]]:
        return {}

    @cached_property
    def passages(self) -> frozenset[tuple[int, int]]:
        """The moments that are handed over from one owner to another, as pairs of identities."""
        return frozenset((id(before), id(after)) for before, after in handoffs(self.journey))

    def counts(self, place: Place, key: str) -> bool:
        """Whether what a moment says under a key counts, in the stage that it belongs to."""
        return any(place is each for each in self.speaking(key))

    def speaks(self, moment: Moment, key: str) -> bool:
        """Whether what a moment says under a key counts."""
        return any(place.moment is moment for place in self.speaking(key))

    def address(self, place: Place) -> str:
        """The address of a moment, with its stage where another one has a touchpoint of that id."""
        moment = place.moment
        if not isinstance(moment, Touchpoint):
            return f"stage/{moment.id}"
        is_one = self._bearers[moment.id] == 1
        return f"touchpoint/{moment.id}" if is_one else f"touchpoint/{place.stage.id}/{moment.id}"

    @cached_property
    def _bearers(self) -> Counter[str]:
        """How many touchpoints have an id; in different stages they may share it."""
        return Counter(touchpoint.id for stage in self.journey.stages for touchpoint in stage.touchpoints)

    def channel(self, reference: str) -> Fact:
        """A channel behind its icon."""
        own = next((channel for channel in self.journey.channels if reference in {channel.id, channel.name}), None)
        return Fact(self.naming.channel(reference), Sign(icons.of_channel(reference, own.medium if own else "")))

    def goal(self, target: str) -> str:
        """Where a branch leads: the name of a touchpoint or stage, or that it ends the journey."""
        stages = self.journey.stages
        touchpoints = ((stage, touchpoint) for stage in stages for touchpoint in stage.touchpoints)
        for stage, moment in (*touchpoints, *((stage, stage) for stage in stages)):
            if target in {moment.id, f"{stage.id}/{moment.id}"}:
                return name_of(moment)
        return self.words.word("marks", "end") if target == END else target
