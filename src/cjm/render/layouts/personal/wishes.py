"""What a persona wants, needs, likes and dislikes, and the research they are built from."""

from collections.abc import Iterator

from cjm.model.persona import Persona
from cjm.model.research import Research
from cjm.render.amounts import number
from cjm.render.layouts.marks import Bullet
from cjm.render.layouts.personal.flow import section
from cjm.render.layouts.pieces import Piece, Stack
from cjm.render.layouts.sheet import Sheet
from cjm.render.naming import leaves

_LISTS = ("jobs", "goals", "needs", "frustrations", "ambitions", "habits", "interests")
_BRIEF = ("goals", "needs", "frustrations")  # in an overview


def wishes(sheet: Sheet, persona: Persona) -> Iterator[Piece]:
    """The lists of a persona under their headings, those that are not empty; the user's own keys last."""
    words, assumed = sheet.words, not persona.evidence
    for key in _BRIEF if sheet.detail == "overview" else _LISTS:
        if texts := getattr(persona, key):
            title = words.word("head" if words.has("head", key) else "persona", key)
            yield section(sheet, title, sheet.items(texts, assumed=assumed))
    for key, value in persona.extra.items() if sheet.detail != "overview" else ():
        if str(value).lower() not in {"true", "false"} and (texts := leaves(value)):
            name = key.removeprefix("x-").replace("-", " ")
            yield section(sheet, name[:1].upper() + name[1:], sheet.items(texts, assumed=assumed))


def sources(sheet: Sheet, persona: Persona) -> Piece:
    """The research that a persona is built from, or that there is none."""
    words = sheet.words
    if not persona.evidence:
        nothing = sheet.text(words.word("persona", "nothing"), "body", Bullet("bullet-assumed"))
        return section(sheet, words.word("head", "research"), (nothing,))
    known = {study.id: study for study in sheet.journey.research}
    pieces = [_study(sheet, id, known.get(id)) for id in persona.evidence]
    return section(sheet, words.word("head", "research"), pieces)


def _study(sheet: Sheet, id: str, study: Research | None) -> Piece:
    """A study: how it was made, with whom, how many and when; where it can be read in full."""
    words = sheet.words
    method = words.word("research", study.method) if study and study.method else id
    rows: list[Piece] = [sheet.text(method, "body", Bullet("bullet"))]
    if study:
        asked = words.word("research", study.with_) if study.with_ else ""
        count = (
            words.fill("marks", "count", number(study.n, words)).replace(" ", "\u00a0") if study.n is not None else ""
        )
        rows += sheet.facts(asked, count, study.date or "", indent=10)
        rows += sheet.facts(*study.source, indent=10) if sheet.detail == "full" else ()
    return Stack(rows, 1)
