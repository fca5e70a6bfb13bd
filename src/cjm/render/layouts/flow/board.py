"""A board: cards of several maps with lines between them, as one picture or on pages."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from cjm.model.journey import Journey
from cjm.render.labels import Labels, labels
from cjm.render.layouts.flow.keys import mark
from cjm.render.layouts.flow.net import Settled, Tie, settled
from cjm.render.layouts.flow.part import Part, draw
from cjm.render.layouts.grid import Grid, Span
from cjm.render.layouts.joint import heading, language
from cjm.render.layouts.legend import Entry, Legend
from cjm.render.layouts.pieces import Fitted, Shapes
from cjm.render.layouts.press import MARGIN, Press
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.strips import Strip
from cjm.render.scene import Group, Scene
from cjm.render.sizes import AUTO, paper
from cjm.render.text import Style
from cjm.render.views import Wish

_EDGE = 36.0
_CARD, _SHARE = 224.0, 0.26  # the width of a card in points, and the most of a page's
_TEXT, _BIT = 118.0, 0.14  # the same for a text at a line
_BELOW, _FOOT, _APART = 24.0, 26.0, 20.0  # below the head, above the legend, between two cards
_AIR = 21.0  # between two cards in a layer
_ABREAST = 4  # cards in a row that are tied to nothing
_LEAST = 560.0
_SHARES = (1.0, 0.93, 0.87)  # of the size of type
_FAN, _EACH, _WIDEST = 62.0, 4.0, 200.0  # the width in which lines spread: more where there are many from one card


class Board(NamedTuple):
    """What is drawn: its name, title and facts, what it says to those who cannot see, the net, and its legend.

    ``hubs`` are the knots around which pages are made, ``loose`` are cards tied to nothing.
    """

    sheet: Sheet
    name: str
    title: str
    told: str
    facts: tuple[tuple[str, ...], ...]
    part: Part
    hubs: tuple[int, ...]
    loose: tuple[Fitted, ...]
    entries: tuple[Entry, ...]


class Room(NamedTuple):
    """How wide a card is, a text at a line at most, and where lines spread at most."""

    card: float
    text: float
    fan: float


Build = Callable[[Sequence[Journey], Style, Labels, Wish, Room], Board]
"""Makes the board of some maps."""


def lay_out(build: Build, journeys: Sequence[Journey], style: Style, wish: Wish) -> tuple[Scene, ...]:
    """A board as finished pages."""
    words = labels(wish.lang or language(journeys))
    if wish.size == AUTO:
        return (_picture(build(journeys, style, words, wish, Room(_CARD, _TEXT, _WIDEST))),)
    found = _print(build, journeys, style, words, wish, _SHARES[0])
    for share in _SHARES[1:]:
        if len(found.pages) > 1:
            found = _print(build, journeys, style, words, wish, share)
    return found.scenes()


def sheet_of(journey: Journey, style: Style, words: Labels, wish: Wish) -> Sheet:
    """The sheet of one of the maps."""
    return Sheet(journey, style, words, Grid(journey, 0), wish.detail)


def _picture(board: Board) -> Scene:
    """All of it in one picture."""
    (found,) = settled([board.part.net])
    loose = [board.loose[start : start + _ABREAST] for start in range(0, len(board.loose), _ABREAST)]
    wide = max([_LEAST, board.part.net.width, *(len(row) * (_CARD + _APART) - _APART for row in loose)])
    span = Span(_EDGE, wide)
    head, y = heading(board.sheet.style, board.title, board.facts, span, _EDGE)
    y += _BELOW
    shapes: list[Group] = [head]
    if board.part.shown:
        ways = board.sheet.words.word("flow", "ways")
        shapes.append(Group("stretch", board.title, draw(board.part, found, _EDGE, y, name=ways)))
        y += found.height + _APART
    for row in loose:
        shapes.append(Group("row", "", _row(row, _CARD, _EDGE, y)))
        y += max(card.height for card in row) + _APART
    if legend := _key(board):
        foot = legend.within(span.width).fit(span.width)
        shapes.append(Group("legend", "", foot.draw(span.x, y + _FOOT - _APART)))
        y += foot.height + _FOOT
    return Scene(
        board.name,
        board.title,
        board.told,
        board.sheet.words.lang,
        span.right + _EDGE,
        y - _APART + _EDGE,
        tuple(shapes),
    )


def _row(cards: Sequence[Fitted], wide: float, x: float, y: float) -> Shapes:
    return tuple(shape for place, card in enumerate(cards) for shape in card.draw(x + place * (wide + _APART), y))


def _key(board: Board) -> Legend | None:
    return Legend(board.sheet, board.entries) if board.entries else None


class _Press(Press):
    """The pages of a board."""

    def __init__(self, board: Board, size: tuple[float, float], share: float) -> None:
        self.board = board
        super().__init__(board.sheet, size, share)

    def heading(self, y: float) -> tuple[Group, float]:
        """The head of all maps."""
        return heading(self.board.sheet.style, self.board.title, self.board.facts, self.span, y)

    def runner(self) -> Fitted:
        """What the picture is."""
        return self.sheet.text(self.board.title, "lane").fit(self.span.width / 2)

    def key(self, lanes: object) -> Legend | None:  # noqa: ARG002 -- there are no lanes
        """What the signs mean."""
        return _key(self.board)

    def named(self) -> tuple[str, str, str]:
        """What the picture is called and shows."""
        return self.board.name, self.board.title, self.board.told


def _print(  # noqa: PLR0913, PLR0917 -- what is drawn, and how
    build: Build, journeys: Sequence[Journey], style: Style, words: Labels, wish: Wish, share: float
) -> _Press:
    size = paper(wish.size)
    room = size[0] - 2 * MARGIN
    sizes = Room(min(_CARD * share, _SHARE * room), min(_TEXT * share, _BIT * room), _FAN)
    board = build(journeys, replace(style, theme=style.theme.shrunk(share)), words, wish, sizes)
    press = _Press(board, size, share)
    parts = list(_parts(board, room, press.room))
    for part, found in zip(parts, settled([part.net for part in parts]), strict=True):
        press.put(_strip(board, part, found, press.room))
    count = max(int((room + _APART) // (sizes.card + _APART)), 1)
    for start in range(0, len(board.loose), count):
        row = board.loose[start : start + count]
        high = max(card.height for card in row) + _APART

        def drawn(y: float, row: Sequence[Fitted] = row) -> Shapes:
            return _row(row, sizes.card, MARGIN, y)

        press.put(Strip(Group("row", "", ()), high, drawn))
    press.explain(())
    return press


def _strip(board: Board, part: Part, found: Settled, room: float) -> Strip:
    is_bare = found.height + _APART > room

    def drawn(y: float) -> Shapes:
        return draw(part, found, MARGIN, y, name=board.sheet.words.word("flow", "ways"), is_bare=is_bare)

    return Strip(Group("stretch", board.title, ()), found.height + _APART, drawn)


def _parts(board: Board, wide: float, high: float) -> Iterator[Part]:
    """The whole net where it fits on a page; else each hub with what leads to it and what it leads to."""
    part = board.part
    if not part.shown:
        return
    if part.net.width <= wide and settled([part.net])[0].height + _APART <= high:
        yield part
        return
    for hub in board.hubs:
        before = tuple(dict.fromkeys(tie.start for tie in part.net.ties if tie.end == hub != tie.start))
        after = tuple(dict.fromkeys(tie.end for tie in part.net.ties if tie.start == hub != tie.end))
        first = before if len(before) == 1 else ()
        for some in _filled(part, after, high - _APART):
            found = part.only((*first, hub, *some))
            yield found if found.net.width <= wide else part.only((hub, *some))


def _filled(part: Part, places: Sequence[int], high: float) -> Iterator[tuple[int, ...]]:
    """Knots in groups that are no higher together than a page."""
    group: list[int] = []
    taken = 0.0
    for place in places:
        need = part.net.knots[place].height + _AIR
        if group and taken + need > high:
            yield tuple(group)
            group, taken = [], 0.0
        group.append(place)
        taken += need
    yield tuple(group)


def fan(ties: Sequence[Tie], room: Room) -> float:
    """The width in which lines spread: more where many leave one card, as far as there is room."""
    most = max(Counter(tie.start for tie in ties).values(), default=0)
    return min(_FAN + _EACH * most, room.fan)


def back(part: Part) -> tuple[Entry, ...]:
    """What a dashed line means, where there is one."""
    return (mark("back"),) if any(part.net.is_back(tie) for tie in part.net.ties) else ()
