"""Personas: for whom the journey is told."""

from cjm.model.record import Named, Names, Prose, Rating, Share, field, record


@record(short=("refers",), one_of=("name", "id"))
class Persona(Named):
    """A customer who stands for many, built from research."""

    quote: Prose = field("a sentence that sounds like them", default=())
    age: str = field("age or range", default="")
    occupation: Prose = field("what they do for a living", default=())
    family: Prose = field("whom they live with", default=())
    ambitions: Prose = field("what they want to become", default=())
    interests: Prose = field("what they like", default=())
    habits: Prose = field("what they usually do", default=())
    tech_familiarity: Rating | None = field("ease with technology: 1 little, 5 much", default=None)
    goals: Prose = field("what they want to achieve", default=())
    needs: Prose = field("what they need for that", default=())
    frustrations: Prose = field("what annoys them", default=())
    jobs: Prose = field("jobs to be done: When …, let me …, so that …", default=())
    segment: str = field("the customers they stand for", default="")
    share: Share | None = field("the share of customers they stand for: 0.3 or 30%", default=None)
    evidence: Names = field("ids of the research they are built from", default=())
