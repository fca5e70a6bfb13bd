"""The portfolio as one picture, as large as it needs to be."""

from collections.abc import Iterable, Iterator

from cjm.render.layouts.grid import Span
from cjm.render.layouts.head import head
from cjm.render.layouts.joint import heading
from cjm.render.layouts.pieces import Fitted, Named, Piece, Shapes, Stack, Words
from cjm.render.layouts.portfolio.choice import Choice
from cjm.render.layouts.portfolio.key import key
from cjm.render.layouts.portfolio.listed import ranked, unrated
from cjm.render.layouts.portfolio.plane import AXIS, Plane
from cjm.render.layouts.portfolio.planes import opportunities, touchpoints
from cjm.render.scene import Group, Scene, Shape
from cjm.render.values import dataclass

_MARGIN = 36.0
_COLUMN = 172.0  # of a plane
_WIDE = AXIS + 5 * _COLUMN
_APART = 40.0  # between the two planes
_BELOW = 24.0  # below the head, the planes, the lists
_ITEM, _ITEMS = 300.0, 24.0  # of a list: the width of a column, and what is between two
_BETWEEN = 9.0  # between two entries of a list


def draw(choice: Choice) -> tuple[Scene]:
    """One scene with both planes side by side, and the list of what hurts."""
    found = tuple(planes(choice))
    whole = Span(_MARGIN, max(len(found), 1) * (_WIDE + _APART) - _APART)
    group, y = top(choice, whole, _MARGIN)
    y += _BELOW
    told = [Named("list", title, "", Section(choice, title, entries)) for title, entries in sections(choice, found)]
    columns, below = arranged([Named("plane", plane.title, "", plane) for plane in found], told, whole.width)
    shapes: list[Shape] = [group]
    for index, column in enumerate(columns):
        shapes += column.draw(_MARGIN + index * (_WIDE + _APART), y)
    y += max((column.height for column in columns), default=-_BELOW) + _BELOW
    if below:
        shapes += below.draw(_MARGIN, y)
        y += below.height + _BELOW
    legend = key(choice).within(whole.width).fit(whole.width)
    shapes.append(Group("legend", "", legend.draw(_MARGIN, y)))
    called, title, described = choice.named()
    height = y + legend.height + _MARGIN
    return (Scene(called, title, described, choice.lang, whole.right + _MARGIN, height, tuple(shapes)),)


def arranged(found: list[Named], told: list[Named], width: float) -> tuple[list[Fitted], Fitted | None]:
    """The columns of the planes and what stands below all of them: lists stand below the second plane where that is lower."""
    columns = [plane.fit(_WIDE) for plane in found]
    if not told:
        return columns, None
    below = Stack(told, _BELOW).fit(width)
    if len(found) > 1:
        last = Stack((found[-1], *told), _BELOW).fit(_WIDE)
        if max(columns[0].height, last.height) < max(each.height for each in columns) + _BELOW + below.height:
            return [columns[0], last], None
    return columns, below


def top(choice: Choice, span: Span, y: float) -> tuple[Group, float]:
    """The head of the map, or one for all maps."""
    if not choice.is_joined:
        return head(choice.sheet(choice.journeys[0]), span, y, None)
    return heading(choice.style, choice.word("title"), tuple(choice.facts()), span, y)


def planes(choice: Choice) -> Iterator[Plane]:
    """Those on which something stands."""
    if choice.is_weighed or choice.hurts:
        yield touchpoints(choice)
    if choice.rated:
        yield opportunities(choice)


def sections(choice: Choice, found: Iterable[Plane]) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    """What stands below the planes: the ranked touchpoints, what is not rated, what is missing."""
    plane = next((each for each in found if each.title == choice.word("touchpoints")), None)
    if plane and (told := tuple(ranked(choice, plane))):
        yield choice.word("ranked"), told
    if told := tuple(unrated(choice)):
        yield choice.word("unrated"), told
    if told := tuple(lacking(choice)):
        yield choice.word("lacking"), told


def lacking(choice: Choice) -> Iterator[Piece]:
    """What the maps do not say, in sentences."""
    told = {"no_importance": choice.is_weighed, "no_pain": choice.hurts, "no_opportunity": choice.chances}
    yield from (Words(choice.style, choice.word(name), "body") for name, is_told in told.items() if not is_told)


@dataclass(frozen=True, slots=True)
class Section(Piece):
    """A title and entries below it in columns, down the first one, then down the next."""

    choice: Choice
    title: str
    entries: tuple[Piece, ...]

    def fit(self, width: float) -> Fitted:
        """As many columns as there is room for, about equally long."""
        head = Words(self.choice.style, self.title, "lane").fit(width)
        most = max(int((width + _ITEMS) // (_ITEM + _ITEMS)), 1)
        wide = (width + _ITEMS) / most - _ITEMS
        fitted = [entry.fit(wide) for entry in self.entries]
        columns = evened([each.height + _BETWEEN for each in fitted], most)
        stacks = [Stack(self.entries[first:last], _BETWEEN).fit(wide) for first, last in columns]

        def shapes(x: float, y: float, _: float) -> Shapes:
            drawn = (each.draw(x + index * (wide + _ITEMS), y + head.height + 8) for index, each in enumerate(stacks))
            return (*head.draw(x, y), *(shape for found in drawn for shape in found))

        return Fitted(head.height + 8 + max(each.height for each in stacks), head.lead, shapes)


def evened(heights: list[float], most: int) -> list[tuple[int, int]]:
    """Entries in at most so many columns, the highest of which is as low as can be: where each begins and ends."""
    low, high = max(heights), sum(heights)
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(heights, middle)) <= most else (middle, high)
    return _filled(heights, high)


def _filled(heights: list[float], limit: float) -> list[tuple[int, int]]:
    """Columns filled one after the other, none higher than the limit."""
    found, start, used = [], 0, 0.0
    for index, height in enumerate(heights):
        if index > start and used + height > limit:
            found.append((start, index))
            start, used = index, 0.0
        used += height
    return [*found, (start, len(heights))]
