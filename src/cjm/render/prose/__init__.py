"""A journey told in a few paragraphs, in the language of its labels, from nothing but what the map says."""

from cjm.model.journey import Journey
from cjm.render.labels import Labels
from cjm.render.naming import name_of
from cjm.render.prose.course import Course
from cjm.render.prose.matters import doing, evidence, figures, pains, truths
from cjm.render.prose.opening import opening
from cjm.render.prose.teller import Teller

__all__ = ["describe", "tell"]


def tell(journey: Journey, words: Labels) -> tuple[str, ...]:
    """The journey in paragraphs: who and what for, how it goes, what matters, what it rests on.

    However long the map is, they stay few and short: what does not fit is counted, not told.
    """
    teller = Teller(journey, words)
    course = Course(teller)
    matters = (pains(teller), (*truths(teller), *doing(teller)), (*figures(teller), *evidence(teller)))
    paragraphs = (opening(teller), *course.paragraphs(), *matters)
    return tuple(teller.paragraph(sentences) for sentences in paragraphs if sentences)


def describe(journey: Journey, words: Labels) -> str:
    """The journey in a few sentences, for those who cannot see its picture."""
    teller = Teller(journey, words)
    key = "map" if len(journey.stages) > 1 else "one"
    head = words.fill(
        "describe",
        key,
        title=teller.text(journey.title),
        state=words.word("states", journey.state),
        count=str(len(journey.stages)),
        stages=", ".join(teller.text(name_of(stage)) for stage in journey.stages),
    )
    return teller.paragraph((head, *teller.who(), *Course(teller).extremes(), *pains(teller)[:1]))
