"""One page that needs no network: the picture to move about in, the same as a table, and a panel for what is clicked.

The page brings its own style sheet and script, both small and written by hand, and forbids every other. A text of the map
stands in the page as text alone: never in the script, never as markup. The same map gives the same bytes.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import assert_never

from cjm.diff.change import Comparison
from cjm.render.backends import changed, written
from cjm.render.backends.classed import Classed, Looks, Sheet
from cjm.render.backends.letters import rules_of_inter, rules_of_others
from cjm.render.backends.svg import Fonts
from cjm.render.backends.xml import Ids, attributes, escape, tag
from cjm.render.faces import ALONE, Faces
from cjm.render.labels import Labels
from cjm.render.lanes import LANES
from cjm.render.naming import name_of
from cjm.render.scene import Group, Scene
from cjm.render.theme import Theme
from cjm.render.told.telling import Told

_SCRIPTS = ("view.js", "panel.js", "keys.js", "search.js", "filters.js", "start.js")
_SIGNS = {
    "zoom_out": "M3 8h10",
    "zoom_in": "M3 8h10M8 3v10",
    "fit": "M6 2H2v4M10 2h4v4M14 10v4h-4M6 14H2v-4",
    "dark": "M8 2a6 6 0 1 0 0 12zM8 2a6 6 0 0 1 0 12",
    "print": "M4.5 6V2h7v4M4.5 11H2V6h12v5h-2.5M4.5 9h7v5h-7z",
    "previous": "M10 3L5 8l5 5",
    "next": "M6 3l5 5-5 5",
    "close": "M4 4l8 8M12 4l-8 8",
}
"""The signs of the buttons, in a box of 16 by 16."""


def draw(  # noqa: PLR0913 -- what is shown, and how it looks
    scenes: Sequence[Scene],
    looks: Looks,
    words: Labels,
    told: Told | Comparison | None,
    *,
    is_rtl: bool = False,
    faces: Faces = ALONE,
    fonts: Fonts = "embed",
) -> str:
    """The page.

    ``told`` is what the picture shows: a map, which the page has as a table too, or two maps, of which it lists the changes.
    Without it, there is the picture alone, to search and move in.

    ``fonts``: ``embed`` puts them into the page, ``system`` leaves it to the reader to have them.
    """
    first = scenes[0]
    looks = looks.shrunk(first.shrink)  # the same on all pages of a map
    can_open = _addresses(told)
    shared: dict[str, str] = {}
    pens = [Classed(scene, looks.light, faces, fonts, can_open, shared) for scene in scenes]
    for pen in pens:
        pen.document()
    drawn = [line for pen in pens for line in pen.lines]
    sheet = Sheet(looks)
    painted = "\n".join(sheet.rules("\n".join(drawn)))
    named = sheet.page()
    body = (*_bar(scenes, words, looks, told), *_main(drawn, words, told), *_panel(words))
    letters = _letters(scenes, looks.light, faces, "\n".join(body)) if fonts == "embed" else ""
    style = "\n".join((sheet.variables(), f":root{{{named}}}", painted, _package("page.css"), letters))
    look = "dark" if looks.is_dark else ""
    head = attributes(lang=first.lang, dir="rtl" if is_rtl else "ltr", data_theme=look)
    script = _script()
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f"<html{head}>",
            *_head(first, style, script),
            f"<body{attributes(**{'class': 'listed' if isinstance(told, Comparison) else ''})}>",
            *body,
            f"<script>{script}</script>",
            "</body>",
            "</html>",
            "",
        )
    )


def _addresses(told: Told | Comparison | None) -> frozenset[str]:
    """What can be opened."""
    match told:
        case Told():
            return written.addresses(told)
        case Comparison():
            return changed.addresses(told)
        case None:
            return frozenset()
        case _:
            assert_never(told)


def _letters(scenes: Sequence[Scene], theme: Theme, faces: Faces, body: str) -> str:
    """The fonts of a page, once for all its drawings, each with the characters that the page has."""
    whole = replace(scenes[0], children=tuple(shape for scene in scenes for shape in scene.children))
    return rules_of_inter("".join(sorted({*body}))) + rules_of_others(whole, theme, faces, Ids(whole.name).name)


def _head(scene: Scene, style: str, script: str) -> Iterator[str]:
    """What the page is called, what it may load (nothing but what it brings along), and its style sheet."""
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )
    yield '<head><meta charset="utf-8">'
    yield f"<meta{attributes(**{'http-equiv': 'Content-Security-Policy'}, content=policy)}>"
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield tag("title", "", escape(scene.title))
    if scene.description:
        yield f"<meta{attributes(name='description', content=scene.description)}>"
    yield f"<style>{style}</style></head>"


def _bar(scenes: Sequence[Scene], words: Labels, looks: Looks, told: Told | Comparison | None) -> Iterator[str]:
    """The bar above the picture: title, search, filters, and how it is shown."""

    def word(key: str) -> str:
        return words.word("page", key)

    yield f"<header><h1>{escape(' '.join(scenes[0].title.split()))}</h1>"
    yield (
        f'<form role="search"><input{attributes(id="search", type="search", placeholder=word("search"))}'
        f"{attributes(aria_label=word('search'), autocomplete='off')}>"
        f'<output{attributes(id="found", data_text=word("found"), data_none=word("none"))} for="search"></output></form>'
    )
    yield from _filters(told, scenes) if isinstance(told, Told) else ()
    yield f'<div class="tools" role="group"{attributes(aria_label=word("view"))}>'
    for key in ("zoom_out", "zoom_in", "fit", "dark", "print"):
        if key != "dark" or not looks.is_one:
            yield _button(key, word(key))
    if told:
        pressed = attributes(id="as-table", type="button", aria_pressed="false" if isinstance(told, Told) else "true")
        yield tag("button", pressed, escape(word("table" if isinstance(told, Told) else "changes")))
    yield "</div></header>"


def _button(id: str, name: str) -> str:
    sign = f'<svg class="sign" viewBox="0 0 16 16" aria-hidden="true"><path d="{_SIGNS[id]}"/></svg>'
    return tag("button", attributes(id=id, type="button", aria_label=name, title=name), sign)


def _filters(told: Told, scenes: Sequence[Scene]) -> Iterator[str]:
    """What can be hidden: lanes, stages, personas, and what rests on research or on none."""
    words, journey = told.naming.words, told.journey
    groups = [shape for scene in scenes for shape in scene.walk() if isinstance(shape, Group)]
    known = {*LANES, *(lane.key for lane in journey.lanes)}
    drawn = {each.address.removeprefix("lane/"): each.label for each in groups if each.address.startswith("lane/")}
    lanes = [(key, label) for key, label in drawn.items() if key in known]
    stages = [(str(index), told.text(name_of(stage))) for index, stage in enumerate(journey.stages)]
    personas = [(each.id, told.naming.persona(each.id)) for each in journey.personas]
    basis = [(key, words.word("marks", key)) for key in ("evidence", "assumption")]
    yield f'<div class="filters" role="group"{attributes(aria_label=words.word("page", "filters"))}>'
    for name, label, choices in (
        ("lane", words.word("page", "lanes"), lanes),
        ("stage", words.lane("stages"), stages),
        ("for", words.word("head", "personas"), personas),
        ("basis", words.word("page", "basis"), basis),
    ):
        if len(choices) > 1:
            boxes = "".join(
                f"<label><input{attributes(type='checkbox', name=name, value=key)} checked>{escape(text)}</label>"
                for key, text in choices
            )
            yield f"<details><summary>{escape(label)}</summary><fieldset>{tag('legend', '', escape(label))}{boxes}</fieldset></details>"
    yield f"{tag('button', attributes(id='reset', type='button') + ' hidden', escape(words.word('page', 'reset')))}</div>"


def _main(drawn: list[str], words: Labels, told: Told | Comparison | None) -> Iterator[str]:
    """The picture, and the same as a table, or the list of what changed."""
    help = words.word("page", "help" if told else "help_picture")
    yield "<main>"
    yield f'<div id="map" role="region" tabindex="0"{attributes(aria_label=words.word("page", "map"))} aria-describedby="help">'
    yield from drawn
    yield "</div>"
    yield tag("p", attributes(id="help", **{"class": "unseen"}), escape(help))
    if told:
        label = words.word("page", "table" if isinstance(told, Told) else "changes")
        seen = ' class="unseen"' if isinstance(told, Told) else ' tabindex="0"'
        yield f'<div id="table"{seen} role="region"{attributes(aria_label=label)}>'
        yield from (
            (*written.table(told), *written.personas(told)) if isinstance(told, Told) else changed.listed(told, words)
        )
        yield "</div>"
    yield "</main>"


def _panel(words: Labels) -> Iterator[str]:
    """Where the details of what is clicked are shown."""
    yield '<div id="panel" role="dialog" aria-labelledby="panel-name" tabindex="-1" hidden>'
    yield '<div class="top"><p id="panel-stage"></p>'
    yield _button("previous", words.word("page", "previous"))
    yield _button("next", words.word("page", "next"))
    yield _button("close", words.word("page", "close"))
    yield '</div><h2 id="panel-name"></h2><div id="panel-body"></div></div>'


def _script() -> str:
    """The parts of the script as one, in which they know each other and nobody else knows them."""
    return "\n".join(('"use strict";(() => {', *map(_package, _SCRIPTS), "})();"))


@cache
def _package(name: str) -> str:
    """A file of the page's own, without the spaces that its lines begin with."""
    text = files("cjm.render").joinpath("page", name).read_text(encoding="utf-8")
    return "\n".join(line.strip() for line in text.splitlines())


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}"
