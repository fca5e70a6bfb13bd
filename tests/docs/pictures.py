"""The page on pictures: the views there are, and the forms, from the code."""

from collections.abc import Iterator

from cjm.render.sizes import AUTO, SIZES
from cjm.render.views import VIEWS

MAPS = {"never": "one map", "asked": "one map, or several with `--together`", "always": "all maps given"}


def pictures_page() -> str:
    """Which pictures can be drawn, and as what."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _HEAD
    yield from ("", "| `--view` | shows | a picture has |", "| --- | --- | --- |")
    for name, view in VIEWS.items():
        of = f"; `--of {'`, `--of '.join(view.subjects[1:])}`: all maps given" if view.subjects else ""
        yield f"| `{name}` | {view.told} | {MAPS[view.joins]}{of} |"
    sizes = ", ".join(f"`{name}` ({width:g} × {height:g} points)" for name, (width, height) in SIZES.items())
    yield from ("", _TAIL.replace("SIZES", f"`{AUTO}`, {sizes}"))


_HEAD = """# Pictures

`cjm render` draws maps, `cjm diff` two maps as one, `cjm log` the course of a map through its history. What follows holds for
all three, where nothing else is said. The [gallery](../examples/README.md) has a picture of each view, with the command that draws it.

## Views

One map answers many questions; each view answers one."""

_TAIL = """A picture of one map is called after it (`office.svg`, `office.matrix.svg`), one of several after the view (`portfolio.svg`).
`--stages` and `--personas` leave out all but some; `--lanes` chooses and orders the lanes of swimlanes and blueprints; `--detail
overview` tells less, `--detail full` all that a view has room for.

The flow is laid out by [Graphviz](https://graphviz.org): its `dot` if your system has it, else the one that
`pip install 'cjm-toolkit[flow]'` brings.

## Forms

The suffix of the file decides, or `-f`. `pip install 'cjm-toolkit[all]'` installs all that the forms need.

| form | for | needs |
| --- | --- | --- |
| `.svg` | web pages, wikis, everything: sharp at any size | |
| `.png` | chats and documents; `--scale` is the number of pixels for each point | `[png]` |
| `.pdf` | printers and mails: real, tagged text, one file with all pages | `[pdf]` for a logo |
| `.pptx` | slides with shapes and texts to edit, and what they rest on in the notes | `[pptx]`; `[png]` for `--pptx picture` |
| `.html` | reading together: filters, search, all details on a click, everything by keyboard; one file without network | |

**Slides.** A deck has pages of 16:9 and begins with a summary; `--no-summary` leaves it out, `--summary` puts it before other pages,
too, and `--moments` adds one for each moment of truth. `--template company.pptx` takes the size, layouts, fonts and colours of your deck. `--pptx picture` puts one drawing on
each slide, which looks the same everywhere but cannot be edited.

**Two maps.** `cjm diff` lays the later map over the earlier one; `--view side-by-side` has each lane twice, `--view in-turn` a page for
each map on one grid. Its HTML has a slider from today to tomorrow, and a list of all changes that leads to each place and back.

**SVG and fonts.** Letters are embedded unless `--fonts` says otherwise: `system` makes a smaller file and trusts the
reader's machine to have Inter, `outline` draws letters as shapes. PowerPoint and Keynote do not read embedded fonts: give them
outlines, or a `.pptx`.

## Pages

`--size` is SIZES. Type shrinks first, never below 10 points; then what does not fit goes to further pages, under the same
labels: `office-1.svg`, `office-2.svg`, or pages of one PDF, slides of one deck."""
