"""A map for the emotion curve: stages whose touchpoints share a column are summed up as one moment each."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from cjm.figures.emotion import mean, score
from cjm.figures.moments import counting
from cjm.model.journey import Journey
from cjm.model.moment import Feeling, Moment, Stage, Voice
from cjm.render.layouts.grid import Grid
from cjm.render.layouts.sheet import Sheet


def summed_up(sheet: Sheet) -> Sheet:
    """The sheet with a single moment in each column."""
    journey, grid = sheet.journey, sheet.grid
    stages = tuple(_as_one(journey, stage) if _is_many(grid, stage) else stage for stage in journey.stages)
    if all(one is stage for one, stage in zip(stages, journey.stages, strict=True)):
        return sheet
    alone = replace(journey, stages=stages)
    return replace(sheet, journey=alone, grid=grid.of(alone))


def _is_many(grid: Grid, stage: Stage) -> bool:
    return bool(stage.touchpoints) and grid.is_stacked(stage)


def _as_one(journey: Journey, stage: Stage) -> Stage:
    """A stage with what its touchpoints feel and say, and none of them."""
    moments = (stage, *stage.touchpoints)
    felt, said, meant = (tuple(counting(stage, key)) for key in ("feels", "says", "intent"))
    return replace(
        stage,
        touchpoints=(),
        feels=_joined((moment.feels for moment in felt), mean(journey, stage)[0]),
        intent=_joined(*_scored(journey, [moment.intent for moment in meant])),
        says=tuple(quote for moment in said for quote in moment.says),
        for_={who: _voice(journey, who, felt, said) for who in {who: 0 for moment in moments for who in moment.for_}},
        moment_of_truth=next((moment.moment_of_truth for moment in moments if moment.moment_of_truth), None),
        evidence=tuple(dict.fromkeys(study for moment in moments for study in moment.evidence)),
    )


def _voice(journey: Journey, who: str, felt: Iterable[Moment], said: Iterable[Moment]) -> Voice:
    """What one persona feels and says in all of them."""
    feelings = [moment.for_[who].feels for moment in felt if who in moment.for_]
    quotes = (quote for moment in said if who in moment.for_ for quote in moment.for_[who].says)
    return Voice(feels=_joined(*_scored(journey, feelings)), says=tuple(quotes))


def _scored(journey: Journey, feelings: list[Feeling | None]) -> tuple[list[Feeling | None], float | None]:
    """Feelings and the mean of their scores."""
    scores = [value for value in map(partial(score, scale=journey.scale), feelings) if value is not None]
    return feelings, sum(scores) / len(scores) if scores else None


def _joined(feelings: Iterable[Feeling | None], value: float | None) -> Feeling | None:
    """One feeling of that score, with the words of all."""
    words = dict.fromkeys(feeling.emotion for feeling in feelings if feeling and feeling.emotion)
    return Feeling(score=value, emotion=", ".join(words)) if words or value is not None else None
