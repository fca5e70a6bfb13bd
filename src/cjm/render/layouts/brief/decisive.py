"""A page for each moment of truth: what happens there, how it feels, why it goes wrong, what is done about it."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal

from cjm.errors import UsageError
from cjm.figures.emotion import felt
from cjm.figures.essence import Hurt, Truth, Watched, truths
from cjm.figures.moments import counting, has
from cjm.model.journey import Journey
from cjm.model.moment import Moment
from cjm.model.research import Research
from cjm.render.amounts import duration, number
from cjm.render.labels import labels
from cjm.render.layouts.brief.columns import Section, columns
from cjm.render.layouts.brief.course import Course
from cjm.render.layouts.brief.entries import hurt, rests, watched, work
from cjm.render.layouts.brief.page import Page
from cjm.render.layouts.grid import Place
from cjm.render.layouts.lanes import PIECES
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.swimlane import name
from cjm.render.naming import name_of
from cjm.render.scene import Group, Rect, Scene, Shape
from cjm.render.text import Style
from cjm.render.values import dataclass

_HIGHS = (66.0, 54.0, 46.0)  # of the curve, on a slide
_LISTS = 0.38  # of the page, that is left for the lists where the curve is to be drawn
_BELOW, _UNDER, _ABOVE = 14.0, 12.0, 8.0  # below the head, below the curve, and above the research


def lay_out(journey: Journey, style: Style, size: str, lang: str | None = None) -> tuple[Scene, ...]:
    """A page of that size for each moment of truth. Raises ``UsageError`` for a map without any."""
    page = Page(journey, style, labels(lang or journey.lang or "en"), size)
    found = truths(journey)
    if not found:
        message = (
            f"‘{journey.title}’ has no moment of truth: write moment_of_truth: true, or why it decides, "
            "at the touchpoints where it is won or lost."
        )
        raise UsageError(message)
    return tuple(_Decisive(page, each, (index, len(found))).scene() for index, each in enumerate(found, 1))


@dataclass(frozen=True)
class _Decisive:
    """The page of one moment of truth, and which of how many it is."""

    page: Page
    truth: Truth
    number: tuple[int, int]

    @property
    def sheet(self) -> Sheet:
        """What its pieces are set with."""
        return self.page.sheet

    @cached_property
    def place(self) -> Place:
        """Where the map has it."""
        return next(each for each in self.sheet.everywhere if each.moment is self.truth.moment)

    @cached_property
    def address(self) -> str:
        """The address of the moment."""
        return self.sheet.address(self.place)

    def scene(self) -> Scene:
        """The page."""
        page, moment, words = self.page, self.truth.moment, self.page.words
        note = words.fill("brief", "truth", *map(str, self.number))
        why = moment.moment_of_truth.why if moment.moment_of_truth else ()
        head, y = page.head(name_of(moment), why, tuple(self._facts()), note)
        shapes: list[Shape] = [Group("moment", name_of(moment), (head,), self.address, rests(moment.evidence))]
        y += _BELOW
        foot = self.sheet.text(self._research(), "note").fit(page.span.width)
        bottom = page.bottom - foot.height - _ABOVE if foot.height else page.bottom
        shapes += foot.draw(page.span.x, page.bottom - foot.height) if foot.height else ()
        courses = (Course(self.sheet, page.span, high * page.share, self.truth) for high in _HIGHS)
        room = bottom - y - _UNDER - _LISTS * page.paper[1]
        if course := next((each for each in courses if not each.is_empty and each.height <= room), None):
            shapes.append(course.draw(y))
            y += course.height + _UNDER
        shapes += columns(self.sheet, tuple(self._columns()), Rect(page.span.x, y, page.span.width, bottom - y))
        called = f"{name(page.journey)}-{self.address.replace('/', '-')}"
        told = ". ".join((f"{note}: {page.journey.title}", *why))
        return Scene(called, name_of(moment), told, self.sheet.lang, *page.paper, tuple(shapes), page.share)

    def _facts(self) -> Iterator[tuple[str, ...]]:
        """Where and when it is, through which channels, who answers for it, how it feels."""
        words, naming, (stage, moment) = self.page.words, self.sheet.naming, self.truth
        waits = words.fill("marks", "wait", duration(moment.wait, words)) if moment.wait else ""
        times = (duration(moment.at, words), duration(moment.duration or "", words), waits)
        where = name_of(stage) if stage is not moment else stage.phase
        if parts := [*filter(None, (where, " · ".join(filter(None, times))))]:
            yield words.word("brief", "stage"), *parts
        if channels := self._counting("channel"):
            yield (
                words.word("fields", "channel"),
                *(naming.channel(each) for moment in channels for each in moment.channel),
            )
        if owners := self._counting("owner"):
            yield words.word("head", "owner"), *(naming.actor(moment.owner) for moment in owners)
        if feelings := [*filter(None, map(self._feeling, self._counting("feels")))]:
            yield words.lane("feels"), *feelings

    def _feeling(self, moment: Moment) -> str:
        """How a moment feels, as a figure and a word."""
        value = felt(moment, self.page.journey.scale)
        told = "" if value is None else self.sheet.naming.score(value)
        return " ".join(filter(None, (told, moment.feels.emotion if moment.feels else "")))

    def _counting(self, key: str) -> Sequence[Moment]:
        """Whose word counts for this moment under a key: its own, or that of its stage."""
        stage, moment = self.truth
        return [
            each for each in (moment, stage) if has(each, key) and any(each is one for one in counting(stage, key))
        ][:1]

    def _columns(self) -> Iterator[tuple[Section, ...]]:
        """What the page lists, column by column."""
        yield tuple(self._lane(key) for key in ("does", "thinks", "says"))
        yield (self._hurts("pains"), self._hurts("gains"))
        works = [work(self.sheet, each) for each in self.truth.moment.opportunities]
        yield (Section(self.page.words.lane("opportunities"), works), self._stake())
        yield (self._metrics(), *(self._lane(key) for key in ("backstage", "onstage", "support")))

    def _lane(self, key: str) -> Section:
        """What the lane of that key says about the moment."""
        return Section(self.page.words.lane(key), PIECES[key](self.sheet, self.place))

    def _hurts(self, key: Literal["pains", "gains"]) -> Section:
        """What goes wrong or well there, with its causes."""
        stage, moment = self.truth
        entries = [hurt(self.sheet, Hurt(stage, moment, each), key.removesuffix("s")) for each in getattr(moment, key)]
        return Section(self.page.words.lane(key), entries)

    def _metrics(self) -> Section:
        """Its figures."""
        moment = self.truth.moment
        entries = [watched(self.sheet, Watched(key, each, None)) for key, each in moment.metrics.items()]
        return Section(self.page.words.lane("metrics"), entries)

    def _stake(self) -> Section:
        """What success and failure look like."""
        words, stake = self.page.words, self.truth.moment.moment_of_truth
        told = ((key, getattr(stake, key)) for key in ("succeeds", "fails")) if stake else ()
        entries = [self.sheet.text(words.fill("marks", key, text)) for key, texts in told for text in texts]
        return Section(words.word("brief", "stake"), entries)

    def _research(self) -> str:
        """The studies that it rests on, with how many took part and when; or that it is an assumption."""
        words, known = self.page.words, {each.id: each for each in self.page.journey.research}
        evidence = self.truth.moment.evidence or self.truth.stage.evidence
        if not evidence:
            return words.word("marks", "assumption") if self.place.is_assumed else ""
        return words.fill("marks", "research", " · ".join(self._study(id, known.get(id)) for id in evidence))

    def _study(self, id: str, each: Research | None) -> str:
        words = self.page.words
        count = words.fill("marks", "count", number(each.n, words)) if each and each.n is not None else ""
        facts = ", ".join(filter(None, (count, each.date or "" if each else "")))
        return f"{id} ({facts})" if facts else id
