"""The lines of a blueprint, without any map: over no card, never on one another, from border to border."""

import random
from collections import Counter
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.render.layouts.blueprint.drawn import Across, Drawn, Stretch
from cjm.render.layouts.blueprint.router import TRACK, Board, Card, Link, Point
from cjm.render.scene import Rect

WIDE = 132.0


def board(seed: int, rows: int, columns: int, cards: int, links: int) -> Board:
    """Cards in cells by chance, and links between pairs of them."""
    chance = random.Random(seed)
    counts: Counter[tuple[int, int]] = Counter()
    found = []
    for _ in range(cards):
        cell = chance.randrange(rows), chance.randrange(columns)
        found.append(Card(*cell, counts[cell]))
        counts[cell] += 1
    pairs = list(combinations(range(cards), 2))
    chosen = chance.sample(pairs, min(links, len(pairs)))
    turned = [pair if chance.random() < 0.5 else pair[::-1] for pair in chosen]
    return Board(rows, columns, found, [Link(*pair) for pair in turned])


def boards() -> st.SearchStrategy[Board]:
    return st.builds(
        board,
        st.integers(0, 1 << 32),
        rows=st.integers(1, 6),
        columns=st.integers(1, 14),
        cards=st.integers(1, 60),
        links=st.integers(0, 80),
    )


def drawn(board: Board, seed: int = 0, *, borders: tuple[int, ...] = ()) -> tuple[Drawn, list[Rect]]:
    """The lines of a board whose cards are as high as chance wants, and as they must."""
    chance = random.Random(seed)
    x = board.gutters[0]
    columns: list[Stretch] = []
    for gutter in board.gutters[1:]:
        columns.append((x, x + WIDE))
        x += WIDE + gutter
    across = Across(board, columns, dict.fromkeys(borders, 34.0))
    highs = [max(chance.choice((24, 40.5, 77, 160)), board.least(number)) for number in range(len(board.cards))]
    rows: list[Stretch] = []
    tops: dict[Card, float] = {}
    y = across.gutters[0]
    for row in range(board.rows):
        ends = dict.fromkeys(range(board.columns), y)
        for card, high in sorted(zip(board.cards, highs, strict=True)):
            if card.row == row:
                tops[card] = ends[card.column] + (16 if card.place else 0)
                ends[card.column] = tops[card] + high
        rows.append((y, max(ends.values())))
        y = rows[-1][1] + across.gutters[row + 1]
    cards = [(tops[card], tops[card] + high) for card, high in zip(board.cards, highs, strict=True)]
    rects = [
        Rect(columns[card.column][0], top, WIDE, bottom - top)
        for card, (top, bottom) in zip(board.cards, cards, strict=True)
    ]
    return Drawn(across, rows, cards), rects


Stroke = tuple[Point, Point]


def strokes(line: tuple[Point, ...]) -> list[Stroke]:
    return list(pairwise(line))


def is_level(stroke: Stroke) -> bool:
    return stroke[0][1] == stroke[1][1]


def passes(stroke: Stroke, rect: Rect) -> bool:
    """Whether a stroke goes through the inside of a rectangle."""
    (a, b), (c, d) = stroke
    low_x, high_x, low_y, high_y = min(a, c), max(a, c), min(b, d), max(b, d)
    return (
        high_x > rect.x + 0.01 and low_x < rect.right - 0.01 and high_y > rect.y + 0.01 and low_y < rect.bottom - 0.01
    )


def together(one: Stroke, other: Stroke, apart: float = 3.5) -> bool:
    """Whether two strokes run beside each other, or on one another, less than that far apart."""
    if is_level(one) != is_level(other):
        return False
    along, across = (0, 1) if is_level(one) else (1, 0)
    lows, highs = zip(*(sorted((a[along], b[along])) for a, b in (one, other)), strict=True)
    return abs(one[0][across] - other[0][across]) < apart and max(lows) < min(highs) + apart


def on_border(point: Point, rect: Rect) -> bool:
    (x, y) = point
    beside = rect.y < y < rect.bottom and min(abs(x - rect.x), abs(x - rect.right)) < 0.01
    return beside or (rect.x < x < rect.right and min(abs(y - rect.y), abs(y - rect.bottom)) < 0.01)


@settings(max_examples=150)
@given(board=boards(), seed=st.integers(0, 1 << 16), borders=st.sampled_from(((), (1, 2, 3))))
def test_lines_pass_no_card_and_never_run_on_one_another(board: Board, seed: int, borders: tuple[int, ...]) -> None:
    found, rects = drawn(board, seed, borders=borders)
    lines = found.lines()
    for link, line in zip(board.links, lines, strict=True):
        assert on_border(line[0], rects[link.start])
        assert on_border(line[-1], rects[link.end])
        assert all((a == c) != (b == d) for (a, b), (c, d) in pairwise(line)), line
        assert not any(passes(stroke, rect) for stroke in strokes(line) for rect in rects)
    for one, other in combinations(lines, 2):
        assert not any(together(a, b) for a in strokes(one) for b in strokes(other)), (one, other)
    again, _ = drawn(Board(board.rows, board.columns, board.cards, board.links), seed, borders=borders)
    assert again.lines() == lines


def turns(rows: int, columns: int, cards: list[Card], *links: tuple[int, int]) -> list[int]:
    """How many corners each line has."""
    found, _ = drawn(Board(rows, columns, cards, [Link(*link) for link in links]))
    return [len(line) - 2 for line in found.lines()]


def test_neighbours_are_linked_straight() -> None:
    cards = [Card(0, 0), Card(0, 0, 1), Card(0, 1), Card(1, 0), Card(3, 0), Card(0, 3)]
    assert turns(4, 4, cards, (0, 1), (2, 0), (3, 1), (3, 4), (2, 5)) == [0, 0, 0, 0, 0]


def test_what_stands_between_is_gone_around() -> None:
    cards = [Card(0, 0), Card(1, 0), Card(2, 0), Card(0, 1), Card(0, 2)]
    assert turns(3, 3, cards, (0, 2)) == [2]
    assert turns(3, 3, cards, (0, 4)) == [2]
    assert turns(3, 3, cards, (1, 4)) == [2]


def test_gutters_are_as_wide_as_their_lines_need() -> None:
    cards = [Card(0, 0, place) for place in range(6)] + [Card(0, 1, place) for place in range(6)]
    widths = [Board(1, 2, cards, [Link(one, 11 - one) for one in range(count)]).gutters[1] for count in range(6)]
    assert widths == sorted(widths)
    assert widths[5] >= widths[1] + 2 * TRACK


def test_cards_are_as_high_as_their_lines_need() -> None:
    cards = [Card(0, 0), *(Card(0, 1, place) for place in range(9))]
    board = Board(1, 2, cards, [Link(0, other) for other in range(1, 10)])
    assert board.least(0) > board.least(9) > 0
    assert Board(1, 2, cards, []).least(0) == 0


def test_a_border_runs_between_the_tracks_of_its_gutter() -> None:
    cards = [Card(row, column) for row in range(2) for column in range(5)]
    links = [Link(0, 9), Link(1, 8), Link(2, 5), Link(3, 6)]
    found, _ = drawn(Board(2, 5, cards, links), borders=(1,))
    y = found.rows[0][1] + found.across.border(1)
    levels = [one[1] for line in found.lines() for one, other in pairwise(line) if one[1] == other[1]]
    inside = [level for level in levels if found.rows[0][1] < level < found.rows[1][0]]
    assert len(inside) > 1
    assert all(abs(level - y) > 5 for level in inside)
