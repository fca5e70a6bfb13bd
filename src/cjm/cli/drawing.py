"""Maps to picture files: which file a picture goes to, and which maps cannot be drawn."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from cjm.cli import EXIT_UNABLE, looks, outputs, pictures
from cjm.cli.loading import load
from cjm.cli.pictures import STDOUT, Look
from cjm.cli.reading import Found
from cjm.config import Render
from cjm.errors import UsageError
from cjm.model.journey import Journey
from cjm.source.project import SUFFIX

if TYPE_CHECKING:
    from cjm.render.lanes import Detail
    from cjm.render.scene import Scene
    from cjm.render.text import Style


_BATCH = 4  # pictures for which it is worth while to start a process


class Part(NamedTuple):
    """What of maps is drawn: a view, what it is made of, in one picture or in one each; those stages and personas alone.

    ``has_summary`` and ``has_moments`` tell of further pages: a summary first, which decks have unless it is said, and
    the moments of truth last.
    """

    view: str = "swimlane"
    of: str = ""
    is_joined: bool = False
    stages: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()
    has_summary: bool | None = None
    has_moments: bool = False


def draw_maps(
    found: Found, output: Path | None, form: str | None, asked: Render, look: Look, part: Part = Part()
) -> bool:
    """Draw every map that has no errors; show the errors of the others. Returns whether all could be drawn.

    What is not asked for, the project's configuration decides.
    """
    form = pictures.form_of(output or Path(), form)
    is_joined = _is_joined(part, has_lanes=bool(asked.lanes))
    project, sound = found.project, load(found)
    settings = project.config.render
    style = looks.style(asked, settings, project.root)
    lanes, lang, detail, size = (
        getattr(asked, key) or getattr(settings, key) for key in ("lanes", "lang", "detail", "size")
    )
    subjects = _subjects(sound.maps, part, is_joined=is_joined)
    places = places_of([name for name, _ in subjects], output, form)
    wish = _Wish(lanes, lang, detail or "standard", size or pictures.page(form, look))

    def draw(number: int) -> _Drawn:
        journeys = subjects[number][1]
        try:
            scenes = _lay_out(journeys, style, form, part, wish)
            shown = journeys[0] if len(journeys) == 1 else journeys
            files = pictures.FORMS[form](scenes, style, look._replace(shown=shown, lang=lang))
            warn(journeys[0].path, scenes, style)
            return _Drawn(pictures.write(files, places[number]))
        except UsageError as error:
            return _Drawn([], str(error))

    unable: dict[str, list[str]] = {}
    for (_, journeys), drawn in zip(subjects, _each(draw, len(subjects)), strict=True):
        for written in drawn.written:
            typer.echo(str(written))
        if drawn.problem:
            unable.setdefault(drawn.problem, []).append(journeys[0].path)
    if sound.findings:
        outputs.show_text(project, sound.findings, sys.stderr)
    elif not sound.all and not found.missing:
        message = "There is no map here to draw: a library holds none."
        raise UsageError(message)
    _tell(unable, len(subjects), outputs.from_here(project.root))
    return not sound.findings


class _Drawn(NamedTuple):
    """The files of a picture; or none, and why."""

    written: list[Path]
    problem: str = ""


def _each(draw: Callable[[int], _Drawn], count: int) -> Iterator[_Drawn]:
    """So many pictures, in their order. Many are shared among processes."""
    if count < 2 * _BATCH:
        yield from map(draw, range(count))
        return
    from cjm.cli.workers import share  # noqa: PLC0415

    def draw_some(numbers: Sequence[str]) -> Iterator[tuple[int, _Drawn]]:
        return ((number, draw(number)) for number in map(int, numbers))

    drawn = dict(share(draw_some, [*map(str, range(count))], "Drawing maps", _BATCH))
    yield from map(drawn.__getitem__, range(count))


def _tell(unable: Mapping[str, Sequence[str]], count: int, spell: Callable[[str], str]) -> None:
    """Why maps could not be drawn, and which where others could; then the run ends."""
    from cjm.report.terminal.paint import safe  # noqa: PLC0415

    for problem, paths in unable.items():
        if len(paths) == count:
            raise UsageError(problem)
        typer.echo(f"cjm: {safe(', '.join(map(spell, paths)))}: {safe(problem)}", err=True)
    if unable:
        raise typer.Exit(EXIT_UNABLE)


class _Wish(NamedTuple):
    """How maps are drawn: the lanes, the language of labels, how much is told, the size of pages."""

    lanes: tuple[str, ...]
    lang: str
    detail: "Detail"
    size: str


def _lay_out(journeys: Sequence[Journey], style: "Style", form: str, part: Part, wish: _Wish) -> "tuple[Scene, ...]":
    """The pages of a picture, with a summary before and the moments of truth behind, where these are wanted."""
    from cjm import render  # noqa: PLC0415

    has_summary = _has_summary(journeys, form, part)
    lang, size, stages, personas = wish.lang, wish.size, part.stages, part.personas
    one = journeys[0]
    before = render.summary(one, style, size=size, lang=lang, stages=stages, personas=personas) if has_summary else ()
    behind = (
        render.decisive(one, style, size=size, lang=lang, stages=stages, personas=personas) if part.has_moments else ()
    )
    scenes = render.lay_out(
        journeys,
        style,
        view=part.view,
        of=part.of,
        lanes=wish.lanes,
        lang=lang,
        detail=wish.detail,
        size=size,
        stages=stages,
        personas=personas,
    )
    return (*before, *scenes, *behind)


def _has_summary(journeys: Sequence[Journey], form: str, part: Part) -> bool:
    """Whether a summary comes first. Raises ``UsageError`` where it or the moments of truth cannot be had."""
    is_alone = len(journeys) == 1
    is_summed_up = pictures.is_summed_up(form, part.has_summary)
    if form == "html" and part.has_moments:
        message = "The moments of truth are pages among pages: choose svg, png, pdf or pptx."
        raise UsageError(message)
    if not is_alone and (part.has_summary or part.has_moments):
        message = "A summary and moments of truth are those of one map: leave out --summary and --moments here."
        raise UsageError(message)
    return is_summed_up and (part.has_summary is not None or (is_alone and part.view == Part().view))


def _is_joined(part: Part, *, has_lanes: bool) -> bool:
    """Whether all maps go into one picture.

    Raises ``UsageError`` where the view has room for one alone, and where lanes are wanted of one that has none.
    """
    from cjm.render.views import VIEWS, find  # noqa: PLC0415

    found = find(part.view, part.of)
    if has_lanes and not found.has_lanes:
        able = " or ".join(name for name, view in VIEWS.items() if view.has_lanes)
        message = f"The view ‘{part.view}’ has no lanes to choose: leave out --lanes, or take {able}."
        raise UsageError(message)
    is_joined = found.is_joined(part.of, asked=part.is_joined)
    if part.is_joined and not is_joined:
        able = ", ".join(name for name, view in VIEWS.items() if view.joins != "never")
        message = f"The view ‘{part.view}’ shows one map at a time: leave out --together, or choose one of {able}."
        raise UsageError(message)
    return is_joined


def _subjects(maps: Sequence[Journey], part: Part, *, is_joined: bool) -> list[tuple[str, Sequence[Journey]]]:
    """What goes into each picture, with its name: the map's and the view's where a picture has one map."""
    if is_joined:
        return [(part.of or part.view, maps)] if maps else []
    ending = "" if part.view == Part().view else f".{part.view}"
    return [(journey.path.removesuffix(SUFFIX) + ending, (journey,)) for journey in maps]


def places_of(names: Sequence[str], output: Path | None, form: str) -> list[Path]:
    """The file each picture goes to, named after its map. Raises ``UsageError`` where two would share one."""
    if output is not None and (output == STDOUT or pictures.is_file(output)):
        if len(names) > 1:
            message = f"{len(names)} maps do not fit into one file: name a folder, ending in /."
            raise UsageError(message)
        return [output] * len(names)
    folder = output or Path()
    places = [folder / f"{Path(name).name.removesuffix(SUFFIX)}.{form}" for name in names]
    twice = next((place for place in places if places.count(place) > 1), None)
    if twice:
        message = f"Two maps would both be drawn to {twice}: draw them one by one."
        raise UsageError(message)
    return places


def warn(path: str, scenes: "Sequence[Scene]", style: "Style") -> None:
    """Name the characters that no typeface has a shape for, and what to do."""
    from cjm.render.lacking import lacking  # noqa: PLC0415
    from cjm.report.terminal.paint import safe  # noqa: PLC0415

    if found := lacking(scenes, style.faces):
        named = ", ".join(f"{char} (U+{ord(char):04X})" for char in found.characters[:8])
        more = f" and {len(found.characters) - 8} more" if len(found.characters) > 8 else ""
        typer.echo(f"cjm: {safe(path)}: there is no letter for {safe(named)}{more}: {found.remedy}.", err=True)
