"""Comparing maps: each pair in its turn, then all of them told in the forms asked for."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

import typer

from cjm.cli import outputs, pictures
from cjm.cli.comparing import Both, Reading, each
from cjm.cli.diff import Form, View
from cjm.cli.operands import Pairs
from cjm.cli.pictures import STDOUT, Look
from cjm.config import Render
from cjm.diff.change import Change, Comparison, Direction
from cjm.diff.choose import Wish, choose, unknown
from cjm.diff.compare import compare
from cjm.diff.untouched import Untouched, untouched
from cjm.diff.whole import whole
from cjm.errors import FileError, UsageError
from cjm.report.changes.told import Origin, Told, tell
from cjm.report.terminal.paint import safe, show

if TYPE_CHECKING:
    from cjm.render.scene import Scene
    from cjm.render.text import Style
    from cjm.report.changes.data import Data, Source

Outputs = Sequence[tuple[Form, Path | None]]


class Asked(NamedTuple):
    """What the command line asks for, the project's settings filled in; of ``render``, theme, language and detail."""

    wish: Wish
    renames: float
    coverage: bool
    outputs: Outputs
    view: View
    render: Render
    look: Look
    most: int
    has_summary: bool | None = None

    def is_summed_up(self, form: str) -> bool:
        """Whether a page with the summary comes before the picture in that form."""
        return pictures.is_summed_up(form, self.has_summary)

    def has(self, *forms: Form) -> bool:
        """Whether any of those formats is wanted."""
        return any(form in forms for form, _ in self.outputs)


class Answer(NamedTuple):
    """What there is to tell of one pair, in the forms asked for; ``directions`` are those of all its changes.

    ``warnings`` are sentences on sides that could only be read in part, ``problem`` is one on a side that could not be
    read at all. ``pictures`` are the files of each form of picture, none of maps that did not change. ``strangers`` are the stages and personas asked for that the maps lack, with what was probably meant.
    """

    name: str
    told: Told | None = None
    data: "Data | None" = None
    pictures: Mapping[str, list[bytes]] = {}
    directions: frozenset[Direction] = frozenset()
    warnings: tuple[str, ...] = ()
    strangers: tuple[tuple[str, str], ...] = ()
    problem: str = ""


class Outcome(NamedTuple):
    """How a run ended: the directions of all changes shown, and whether a map could not be read."""

    directions: frozenset[Direction]
    is_unable: bool


def compare_maps(pairs: Pairs, asked: Asked) -> Outcome:
    """Compare every pair and tell of it. Raises ``UsageError`` or ``FileError``."""
    places = _places(pairs, asked)
    answers = each(pairs.pairs, partial(_answer, asked=asked, style=_style(pairs, asked)))
    problems = [answer.problem for answer in answers if answer.problem]
    if pairs.is_one and problems:
        raise FileError(problems[0])
    read = [answer for answer in answers if not answer.problem]
    _refuse_strangers(read)
    for sentence in (*(told for answer in answers for told in answer.warnings), *problems):
        typer.echo(f"cjm: {safe(sentence)}", err=True)
    texts, _ = pictures.split(asked.outputs)
    if texts:
        outputs.deliver(texts, partial(_write, answers=read, asked=asked, is_one=pairs.is_one))
    for form, paths in places:
        for answer in read:
            if answer.pictures:
                pictures.write(answer.pictures[form], paths[answer.name])
    return Outcome(frozenset[Direction]().union(*(answer.directions for answer in read)), bool(problems))


def _places(pairs: Pairs, asked: Asked) -> list[tuple[Form, dict[str, Path]]]:
    """For each form of picture asked for the file of each pair's. Raises ``UsageError``."""
    _, wanted = pictures.split(asked.outputs)
    if not wanted:
        return []
    from cjm.cli.drawing import places_of  # noqa: PLC0415  (dear, and only pictures need it)

    names = [side.name for before, after in pairs.pairs if (side := after or before)]
    found = []
    for form, file in wanted:
        if file is None and len(names) > 1:
            message = f"{len(names)} pictures do not go into one: name a folder, as in -f {form}:pictures/."
            raise UsageError(message)
        place = file or STDOUT
        pictures.form_of(place, form)
        found.append((form, dict(zip(names, places_of(names, place, form), strict=True))))
    return found


def _style(pairs: Pairs, asked: Asked) -> "Style | None":
    """What pictures look like, where there are any."""
    if not any(pictures.split(asked.outputs)[1]):
        return None
    from cjm.cli import looks  # noqa: PLC0415  (dear, and only pictures need it)

    return looks.style(asked.render, pairs.project.config.render, pairs.project.root)


def _answer(both: Both, asked: Asked, style: "Style | None") -> Answer:
    """One pair, compared and told."""
    side = both.pair.after or both.pair.before
    name = side.name if side else ""
    if both.problem:
        return Answer(name, problem=both.problem)
    compared = _compare(both, asked)
    chosen = choose(compared, asked.wish)
    left = untouched(compared) if asked.coverage and both.before and both.after else None
    return Answer(
        name,
        told=_told(both, chosen, left) if asked.has(Form.TEXT, Form.BRIEF, Form.MARKDOWN) else None,
        data=_data(both, chosen, left) if asked.has(Form.JSON) else None,
        pictures=_pictures(chosen, asked, style) if style and chosen.changes else {},
        directions=frozenset(_directions(chosen.changes)),
        warnings=tuple(warnings(both)),
        strangers=tuple(unknown(compared, asked.wish)),
    )


def _compare(both: Both, asked: Asked) -> Comparison:
    if both.before and both.after:
        return compare(both.before.journey, both.after.journey, renames=asked.renames)
    reading = both.after or both.before
    assert reading is not None
    return whole(reading.journey, is_new=both.before is None)


def _told(both: Both, chosen: Comparison, left: Untouched | None) -> Told:
    before, after = (origin(reading) if reading else None for reading in (both.before, both.after))
    return tell(chosen, before, after, left)


def origin(reading: Reading) -> Origin:
    """Where a side comes from, as told beside its changes."""
    side = reading.side
    return Origin(outputs.from_here(side.project.root)(side.name), side.ref, reading.journey.title)


def _data(both: Both, chosen: Comparison, left: Untouched | None) -> "Data":
    from cjm.report.changes.data import comparison_data  # noqa: PLC0415  (only programs ask for it)

    before, after = (_source(reading) if reading else None for reading in (both.before, both.after))
    return comparison_data(chosen, before, after, left)


def _source(reading: Reading) -> "Source":
    from cjm.report.changes.data import Source  # noqa: PLC0415

    return Source(reading.side.name, reading.side.ref, reading.place)


def _pictures(chosen: Comparison, asked: Asked, style: "Style") -> dict[str, list[bytes]]:
    """The files of each form of picture; a page has both maps in turn as well, for its slider."""
    from cjm.cli.drawing import warn  # noqa: PLC0415
    from cjm.render import comparison, summary  # noqa: PLC0415

    look = asked.render

    def drawn(view: str) -> "tuple[Scene, ...]":
        return comparison(
            chosen,
            style,
            view=view,  # type: ignore[arg-type] # the option allows no other word
            lanes=asked.wish.lanes,
            lang=look.lang,
            detail=look.detail or "standard",  # type: ignore[arg-type] # nor does this one
        )

    scenes = drawn(asked.view.value)
    warn(chosen.after.path or chosen.before.path, scenes, style)
    forms = {form for form, _ in pictures.split(asked.outputs)[1]}
    turns = drawn(View.IN_TURN.value) if Form.HTML in forms and asked.view is not View.IN_TURN else ()
    shown = asked.look._replace(shown=chosen, lang=look.lang)

    def pages(form: str) -> "tuple[Scene, ...]":
        if not asked.is_summed_up(form):
            return (*scenes, *turns) if form == Form.HTML else scenes
        return (*summary(chosen, style, size=pictures.page(form, shown), lang=look.lang), *scenes)

    return {form: pictures.FORMS[form](pages(form), style, shown) for form in forms}


def _directions(changes: Sequence[Change]) -> Iterator[Direction]:
    """The directions of changes and of all that follows from them."""
    for change in changes:
        yield change.direction
        yield from _directions(change.children)


def warnings(both: Both) -> Iterator[str]:
    """A sentence on each side that could only be read in part."""
    for reading in (both.before, both.after):
        if reading and (number := len(reading.errors)):
            errors = "an error" if number == 1 else f"{number} errors"
            yield f"{reading.side.spelled()} has {errors}: it is compared as far as it can be read."


def _refuse_strangers(answers: Sequence[Answer]) -> None:
    """Raise ``UsageError`` for a stage or persona that none of the maps has."""
    common = set.intersection(*({word for word, _ in answer.strangers} for answer in answers)) if answers else set()
    for word, meant in answers[0].strangers if answers else ():
        if word in common:
            hint = f" Did you mean ‘{meant}’?" if meant else ""
            message = f"There is no stage or persona ‘{word}’ in these maps.{hint}"
            raise UsageError(message)


def _write(form: Form, stream: IO[str], colour: bool, answers: Sequence[Answer], asked: Asked, *, is_one: bool) -> None:
    tells = [answer.told for answer in answers if answer.told]
    match form:
        case Form.JSON:
            from cjm.report.changes.data import document  # noqa: PLC0415

            comparisons = [answer.data for answer in answers if answer.data]
            stream.write(document(_options(asked), comparisons, is_one=is_one))
        case Form.MARKDOWN:
            from cjm.report.changes.markdown import comparison_markdown  # noqa: PLC0415

            stream.write(comparison_markdown(tells, asked.most))
        case _:
            from cjm.report.terminal.comparison import comparison_brief, comparison_text  # noqa: PLC0415
            from cjm.report.terminal.pen import choose as pen_for  # noqa: PLC0415

            pen = pen_for(getattr(stream, "encoding", None) or "utf-8", wants_ascii=False)
            pieces = (
                comparison_brief(tells, pen, names_files=not is_one)
                if form is Form.BRIEF
                else comparison_text(tells, pen, outputs.terminal_width())
            )
            show(pieces, stream, colour=colour)


def _options(asked: Asked) -> "Data":
    wish = asked.wish
    return {
        "renames": asked.renames,
        "only": [direction.value for direction in wish.only],
        "stages": list(wish.stages),
        "personas": list(wish.personas),
        "lanes": list(wish.lanes),
        "editorial": wish.editorial,
    }
