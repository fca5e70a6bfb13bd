"""How a journey goes, stage by stage: what happens, where the mood rises and falls, what is said at the turns."""

from collections.abc import Iterator
from functools import cached_property
from itertools import groupby, pairwise
from typing import NamedTuple

from cjm.figures.emotion import felt, score
from cjm.figures.moments import counting, is_said
from cjm.model.moment import Moment, Stage
from cjm.render.prose.teller import Teller
from cjm.render.values import dataclass

_STAGES = 8  # that are told; further ones are named, or counted
_TOGETHER = 4  # stages in a paragraph, and phases that get one each
_BRIEF = 5  # up to so many stages two things are told that happen in each


class Felt(NamedTuple):
    """A moment with a score, and the index of its stage."""

    stage: int
    moment: Moment
    value: float


@dataclass(frozen=True)
class Course:
    """The way through a journey, as far as it is told."""

    teller: Teller

    @cached_property
    def felt(self) -> tuple[Felt, ...]:
        """Every moment with a score, in the order of time."""
        journey = self.teller.journey
        return tuple(
            Felt(index, moment, value)
            for index, stage in enumerate(journey.stages)
            for moment in counting(stage, "feels")
            if (value := felt(moment, journey.scale)) is not None
        )

    @cached_property
    def turns(self) -> dict[str, Felt]:
        """The lowest and the highest moment; none where all are alike."""
        low, high = (pick(self.felt, key=_value, default=None) for pick in (min, max))
        return {"lowest": low, "highest": high} if low and high and low.value < high.value else {}

    def extremes(self) -> Iterator[str]:
        """The lowest and the highest moment with their feelings, a sentence each."""
        for key, turn in self.turns.items():
            yield self.teller.say(key, self.teller.aside(self.teller.named(turn.moment), *self.feeling(turn)))

    @property
    def stages(self) -> tuple[Stage, ...]:
        """All stages of the journey."""
        return self.teller.journey.stages

    @property
    def is_told(self) -> bool:
        """Whether the map says of any stage what happens in it, or how it feels."""
        return is_said(self.teller.journey, "does") or is_said(self.teller.journey, "feels")

    def paragraphs(self) -> Iterator[tuple[str, ...]]:
        """The course in sentences: a paragraph for each phase, or for a few stages."""
        if not self.is_told:
            yield (self.teller.say("through", self.teller.listed([*map(self.teller.named, self.stages)], _STAGES)),)
            return
        runs = groupby(self.told, key=lambda index: self.stages[index].phase)
        phases = [tuple(run) for _, run in runs]
        is_whole = len(self.told) == len(self.stages) and all(stage.phase for stage in self.stages)
        is_phased = is_whole and 2 <= len(phases) <= _TOGETHER
        for group in phases if is_phased else _chunks(self.told):
            yield tuple(
                sentence
                for index in group
                for sentence in (self.opener(index, opens=is_phased and index == group[0]), *self.stage(index))
            )

    @cached_property
    def told(self) -> tuple[int, ...]:
        """The indices of the stages that are told: the ends of the way, the turns, and where the mood changes most."""
        everyone = range(len(self.stages))
        if len(everyone) <= _STAGES:
            return tuple(everyone)
        swing = dict.fromkeys(everyone, 0.0)
        for before, after in pairwise(self.felt):
            swing[after.stage] += abs(after.value - before.value)
        for index in (everyone[0], everyone[-1], *(turn.stage for turn in self.turns.values())):
            swing[index] = float("inf")
        return tuple(sorted(sorted(everyone, key=lambda index: -swing[index])[:_STAGES]))

    def opener(self, index: int, *, opens: bool) -> str:
        """The sentence that leads to a stage, past those that are left out; to the first of a phase, if it ``opens`` one."""
        teller, place = self.teller, self.told.index(index)
        name = teller.named(self.stages[index])
        if skipped := self.stages[self.told[place - 1] + 1 if place else 0 : index]:
            return teller.say("past", teller.listed([*map(teller.named, skipped)]), name)
        if opens:
            return teller.say("phase", teller.quote(self.stages[index].phase), name)
        if len(self.stages) == 1:
            return teller.say("only", name)
        if place in (0, len(self.told) - 1):
            return teller.say("last" if place else "first", name)
        ways = teller.words.tables["prose"]["next"]
        return str(ways[place % len(ways)]).format(name)

    def stage(self, index: int) -> Iterator[str]:
        """What happens in a stage, how the mood moves, and what is said where it turns."""
        stage = self.stages[index]
        turns = {key: turn for key, turn in self.turns.items() if turn.stage == index}
        most = 2 if len(self.stages) <= _BRIEF else 1
        yield from self.teller.sentences(self.deeds(stage, [turn.moment for turn in turns.values()]), most)
        yield from self.mood(index)
        for key, turn in turns.items():
            is_here = turn.moment is stage
            yield self.teller.say(f"{key}_here" if is_here else key, self.teller.named(turn.moment))
            yield from self.voice(turn.moment)
        yield from self.otherwise(index)

    def deeds(self, stage: Stage, turning: list[Moment]) -> list[str]:
        """What the customer does: first where the mood turns, then in the order of time; one thing of each moment."""
        doing = [moment for moment in counting(stage, "does") if moment.does]
        return [each.does[0] for each in sorted(doing, key=lambda each: not any(each is turn for turn in turning))]

    def mood(self, index: int) -> Iterator[str]:
        """Where the mood goes in a stage: to what is farthest from before, and to where it ends."""
        teller = self.teller
        here = [each for each in self.felt if each.stage == index]
        if not here:
            words = [each.feels.emotion for each in counting(self.stages[index], "feels") if each.feels]
            yield from (teller.say("feeling", teller.quote(word)) for word in words[:1] if word)
            return
        before = next((each.value for each in reversed(self.felt) if each.stage < index), None)
        peak = here[0] if before is None else max(here, key=lambda each: abs(each.value - before))
        moves = [self.move(peak, before)]
        if here[-1].value != peak.value:
            moves.append(self.move(here[-1], peak.value))
        yield teller.say("mood" if len(moves) == 1 else "mood_twice", *moves)

    def move(self, to: Felt, before: float | None) -> str:
        """How the mood gets to a moment from a score before."""
        if before is None:
            key = "begins"
        else:
            key = "stays" if to.value == before else "rises" if to.value > before else "falls"
        return self.teller.say(key, self.teller.aside(*self.feeling(to)))

    def feeling(self, each: Felt) -> tuple[str, str]:
        """A score, and the word for it if there is one."""
        word = each.moment.feels.emotion if each.moment.feels else ""
        return self.teller.score(each.value), self.teller.quote(word) if word else ""

    def voice(self, moment: Moment) -> Iterator[str]:
        """What the customer says at a moment, else thinks."""
        if moment.says:
            yield self.teller.say(
                "says", self.teller.aside(self.teller.speech(moment.says[0].text), self.teller.text(moment.says[0].by))
            )
        elif moment.thinks:
            yield self.teller.say("thinks", self.teller.speech(moment.thinks[0]))

    def otherwise(self, index: int) -> Iterator[str]:
        """Who feels a moment of this stage least as the others do, if it is the moment of the journey where that is so."""
        gap, widest, who = max(self.gaps(), key=lambda each: each[0], default=(0.0, None, ""))
        scale = self.teller.journey.scale
        if widest is None or widest.stage != index or gap < (scale.max - scale.min) / 4:
            return
        voice = widest.moment.for_[who].feels
        own = self.teller.aside(
            self.teller.score(widest.value), self.teller.quote(voice.emotion) if voice and voice.emotion else ""
        )
        yield self.teller.say(
            "otherwise", who=self.teller.text(self.teller.persona(who)), where=self.teller.named(widest.moment), how=own
        )

    def gaps(self) -> Iterator[tuple[float, Felt, str]]:
        """How far each persona who feels otherwise is from what is felt in general, with their own score."""
        scale = self.teller.journey.scale
        for each in self.felt:
            if score(each.moment.feels, scale) is None:
                continue
            for who, voice in each.moment.for_.items():
                value = score(voice.feels, scale)
                if value is not None:
                    yield abs(value - each.value), each._replace(value=value), who


def _chunks(told: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Stages in groups that are much of a size."""
    count = -(-len(told) // _TOGETHER)
    for index in range(count):
        yield told[index * len(told) // count : (index + 1) * len(told) // count]


def _value(each: Felt) -> float:
    return each.value
