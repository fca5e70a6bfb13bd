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

from cjm.render.backends.classed import Classed, Looks, Sheet
from cjm.render.backends.filters import filters
from cjm.render.backends.letters import rules_of_inter, rules_of_others
from cjm.render.backends.matter import Matter
from cjm.render.backends.svg import Fonts
from cjm.render.backends.xml import Ids, attributes, escape, tag
from cjm.render.faces import ALONE, Faces
from cjm.render.labels import Labels
from cjm.render.scene import Scene
from cjm.render.theme import Theme

_SCRIPTS = ("view.js", "turn.js", "panel.js", "keys.js", "search.js", "filters.js", "start.js")
_SIGNS = {
    "zoom_out": "M3 8h10",
    "zoom_in": "M3 8h10M8 3v10",
    "fit": "M6 2H2v4M10 2h4v4M14 10v4h-4M6 14H2v-4",
    "dark": "M8 2a6 6 0 1 0 0 12zM8 2a6 6 0 0 1 0 12",
    "turns": "M8 1v14M5 5L2 8l3 3M11 5l3 3-3 3",
    "print": "M4.5 6V2h7v4M4.5 11H2V6h12v5h-2.5M4.5 9h7v5h-7z",
    "previous": "M10 3L5 8l5 5",
    "next": "M6 3l5 5-5 5",
    "close": "M4 4l8 8M12 4l-8 8",
}
"""The signs of the buttons, in a box of 16 by 16."""


def draw(matter: Matter, looks: Looks, *, is_rtl: bool = False, faces: Faces = ALONE, fonts: Fonts = "embed") -> str:
    """The page of pictures with what there is to say about them.

    ``fonts``: ``embed`` puts them into the page, ``system`` leaves it to the reader to have them.
    """
    scenes = matter.scenes
    first = scenes[0]
    looks = looks.shrunk(first.shrink)  # the same on all pages of a map
    drawings = _drawn(matter, looks, faces, fonts)
    sheet = Sheet(looks)
    painted = "\n".join(sheet.rules("\n".join(drawings)))
    named = sheet.page()
    body = (*_bar(matter, looks), *_main(drawings, matter), *_panel(matter.words))
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
            f"<body{attributes(**{'class': 'listed' if matter.changes else ''})}>",
            *body,
            f"<script>{script}</script>",
            "</body>",
            "</html>",
            "",
        )
    )


def _drawn(matter: Matter, looks: Looks, faces: Faces, fonts: Fonts) -> list[str]:
    """The drawing of each picture; what several have in common is defined in the first that has it."""
    shared: dict[str, str] = {}
    pens = [Classed(scene, looks.light, faces, fonts, matter.openings, shared) for scene in matter.scenes]
    for pen in pens:
        pen.document()
    return ["\n".join(pen.lines) for pen in pens]


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


def _bar(matter: Matter, looks: Looks) -> Iterator[str]:
    """The bar above the picture: title, search, filters, and how it is shown."""

    def word(key: str) -> str:
        return matter.words.word("page", key)

    yield f"<header><h1>{escape(' '.join(matter.scenes[0].title.split()))}</h1>"
    yield (
        f'<form role="search"><input{attributes(id="search", type="search", placeholder=word("search"))}'
        f"{attributes(aria_label=word('search'), autocomplete='off')}>"
        f'<output{attributes(id="found", data_text=word("found"), data_none=word("none"))} for="search"></output></form>'
    )
    yield from filters(matter)
    yield f'<div class="tools" role="group"{attributes(aria_label=word("view"))}>'
    for key in ("zoom_out", "zoom_in", "fit", "dark", "print"):
        if key != "dark" or not looks.is_one:
            yield _button(key, word(key))
    if (turns := _turns(matter.scenes)) and len(turns) < len(matter.scenes):
        yield _button("turns", " → ".join(scene.turn for scene in turns), ' aria-pressed="false"')
    if matter.label:
        pressed = attributes(id="as-table", type="button", aria_pressed="true" if matter.changes else "false")
        yield tag("button", pressed, escape(matter.label))
    yield "</div></header>"


def _turns(scenes: Sequence[Scene]) -> list[Scene]:
    """The pictures that line up, and are shown in turn."""
    return [scene for scene in scenes if scene.turn]


def _button(id: str, name: str, more: str = "") -> str:
    sign = f'<svg class="sign" viewBox="0 0 16 16" aria-hidden="true"><path d="{_SIGNS[id]}"/></svg>'
    return tag("button", attributes(id=id, type="button", aria_label=name, title=name) + more, sign)


def _main(drawings: Sequence[str], matter: Matter) -> Iterator[str]:
    """The pictures, and the same as a table, or the list of what changed."""
    words, turns = matter.words, _turns(matter.scenes)
    help = words.word("page", "help" if matter.label else "help_picture")
    is_hidden = 0 < len(turns) < len(drawings)
    yield "<main>"
    yield from _slide(turns, is_hidden=is_hidden) if turns else ()
    yield f'<div id="map" role="region" tabindex="0"{attributes(aria_label=words.word("page", "map"))} aria-describedby="help">'
    yield from (drawn for scene, drawn in zip(matter.scenes, drawings, strict=True) if not scene.turn)
    if turns:
        yield f'<div class="turns"{" hidden" if is_hidden else ""}>'
        yield from (drawn for scene, drawn in zip(matter.scenes, drawings, strict=True) if scene.turn)
        yield '<div class="edge" aria-hidden="true"></div></div>'
    yield "</div>"
    yield tag("p", attributes(id="help", **{"class": "unseen"}), escape(help))
    if matter.label:
        seen = ' tabindex="0" data-list="1"' if matter.changes else ' class="unseen"'
        yield f'<div id="table"{seen} role="region"{attributes(aria_label=matter.label)}>'
        yield from matter.lines()
        yield "</div>"
    yield "</main>"


def _slide(turns: Sequence[Scene], *, is_hidden: bool) -> Iterator[str]:
    """What leads from one picture to the one that lines up with it."""
    one, other = (escape(scene.turn) for scene in turns)
    yield f'<div id="slide"{" hidden" if is_hidden else ""}><span>{one}</span>'
    label = attributes(aria_label=" → ".join(scene.turn for scene in turns))
    yield f'<input id="turn" type="range" min="0" max="100" value="50"{label}><span>{other}</span></div>'


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
    """A file of the page's own, without remarks, and without the spaces that its lines begin with."""
    text = files("cjm.render").joinpath("page", name).read_text(encoding="utf-8")
    return "\n".join(line for each in text.splitlines() if (line := each.strip()) and not line.startswith("//"))


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}"
