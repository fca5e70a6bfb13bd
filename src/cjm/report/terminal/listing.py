"""What is told of maps without a picture: which ones there are, and paragraphs of prose."""

from collections.abc import Callable, Iterator, Sequence

from cjm.model.journey import Journey
from cjm.report.terminal.cells import cell_len
from cjm.report.terminal.paint import Piece
from cjm.report.terminal.pen import Pen

_BETWEEN = 2


def maps_list(
    maps: Sequence[Journey], pen: Pen, width: int | None, name: Callable[[str], str] = str
) -> Iterator[Piece]:
    """Maps with title, id and state, and path: in a line each, or in two where that is wider than ``width`` cells.

    ``name`` spells a path as the reader would.
    """
    rows = [
        [
            pen.spell(text)
            for text in (
                journey.title,
                f"{journey.id}@{journey.state}" if journey.id else journey.state,
                name(journey.path),
            )
        ]
        for journey in maps
    ]
    wide = [max(map(cell_len, column)) + _BETWEEN for column in zip(*rows, strict=True)]
    is_apart = width is not None and sum(wide) - _BETWEEN > width
    for title, identity, path in rows:
        yield title + ("\n" + " " * _BETWEEN if is_apart else " " * (wide[0] - cell_len(title))), "bold"
        yield identity + " " * (wide[1] - cell_len(identity)), ""
        yield f"{path}\n", "dim"


def paragraphs(texts: Sequence[str], pen: Pen, width: int | None) -> Iterator[Piece]:
    """Paragraphs with empty lines between them, in rows of at most ``width`` cells; without it in one row each."""
    for index, text in enumerate(texts):
        rows = [pen.spell(text)] if width is None else pen.rows(text, width)
        yield ("\n" if index else "") + "".join(f"{row}\n" for row in rows), ""
