"""What of a page can be hidden: lanes, stages, personas, what rests on research or on none; maps; what changes mean."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cjm.render.backends import changed
from cjm.render.backends.matter import Chapter, Matter
from cjm.render.backends.xml import attributes, escape, tag
from cjm.render.lanes import LANES
from cjm.render.naming import name_of
from cjm.render.scene import Group, Scene
from cjm.render.told.blocks import Block


class Filter(NamedTuple):
    """A menu of boxes: its name in the script and on the page, and what can be chosen, each with its word."""

    name: str
    label: str
    choices: Sequence[tuple[str, str]]


def filters(matter: Matter) -> Iterator[str]:
    """The menus for what the pictures have several of; nothing where there are none."""
    words = matter.words
    if found := [each for each in _all(matter) if len(each.choices) > 1]:
        yield f'<div class="filters" role="group"{attributes(aria_label=words.word("page", "filters"))}>'
        yield from map(_menu, found)
        reset = escape(words.word("page", "reset"))
        yield f"{tag('button', attributes(id='reset', type='button') + ' hidden', reset)}</div>"


def _all(matter: Matter) -> Iterator[Filter]:
    words = matter.words
    if matter.changes:
        meanings = [(each.value, words.word("changes", each.value)) for each in changed.meanings(matter.changes)]
        yield Filter("means", words.word("page", "changes"), meanings)
    if len(matter.chapters) == 1:
        (chapter,) = matter.chapters
        yield Filter("lane", words.word("page", "lanes"), _lanes(matter.scenes, chapter))
        yield Filter("stage", words.lane("stages"), _stages(chapter))
        yield Filter("for", words.word("head", "personas"), _personas(chapter))
    else:
        maps = [(each.prefix, _called(each, matter)) for each in matter.chapters if each.addresses]
        yield Filter("map", words.word("page", "maps"), maps)
    if any(_moments(each) for each in matter.chapters):
        basis = [(key, words.word("marks", key)) for key in ("evidence", "assumption")]
        yield Filter("basis", words.word("page", "basis"), basis)


def _menu(filter: Filter) -> str:
    label = escape(filter.label)
    boxes = "".join(
        f"<label><input{attributes(type='checkbox', name=filter.name, value=key)} checked>{escape(text)}</label>"
        for key, text in filter.choices
    )
    return f"<details><summary>{label}</summary><fieldset>{tag('legend', '', label)}{boxes}</fieldset></details>"


def _lanes(scenes: Sequence[Scene], chapter: Chapter) -> list[tuple[str, str]]:
    known = {*LANES, *(lane.key for lane in chapter.told.journey.lanes)}
    groups = (shape for scene in scenes for shape in scene.walk() if isinstance(shape, Group))
    drawn = {each.address.removeprefix("lane/"): each.label for each in groups if each.address.startswith("lane/")}
    return [(key, label) for key, label in drawn.items() if key in known]


def _moments(chapter: Chapter) -> list[Block]:
    """The moments of which something is drawn."""
    return [block for row in chapter.rows for block in row.blocks if block.address in chapter.drawn]


def _stages(chapter: Chapter) -> list[tuple[str, str]]:
    """Those of which something is drawn, by their number."""
    drawn, told = {block.stage for block in _moments(chapter)}, chapter.told
    stages = enumerate(told.journey.stages)
    return [(str(index), told.text(name_of(stage))) for index, stage in stages if index in drawn]


def _personas(chapter: Chapter) -> list[tuple[str, str]]:
    """All, where one of them is drawn, or a moment that not all of them meet."""
    known = [persona.id for persona in chapter.told.journey.personas]
    is_told = any(f"persona/{id}" in chapter.drawn for id in known) or any(
        block.personas for block in _moments(chapter)
    )
    return [(id, chapter.told.naming.persona(id)) for id in known] if is_told else []


def _called(chapter: Chapter, matter: Matter) -> str:
    """A map by its title, and by its state where another one has the same."""
    journey, titles = chapter.told.journey, [each.told.journey.title for each in matter.chapters]
    state = matter.words.word("states", journey.state)
    return f"{journey.title} · {state}" if titles.count(journey.title) > 1 else journey.title
