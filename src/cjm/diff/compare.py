"""Two maps compared: what changed, and whether it became better for the customer."""

from collections.abc import Iterator

from cjm.diff.change import Comparison, Kind
from cjm.diff.facts import Fact, of_existence, of_fields, of_places
from cjm.diff.judge import Base, Maps
from cjm.diff.match import RENAMES, match
from cjm.diff.nodes import Node, tree
from cjm.diff.order import slots
from cjm.diff.passages import charge
from cjm.diff.references import References
from cjm.diff.summary import summarise
from cjm.model.journey import Journey
from cjm.model.read import beside


def compare(before: Journey, after: Journey, *, renames: float = RENAMES) -> Comparison:
    """Compare two maps; ``renames`` is how alike two elements must be, 0 to 1, to count as one that was renamed."""
    one, other = tree(before), tree(after)
    match(one, other, renames)
    maps = Maps(before, after, _base(before, after), References(one), _solved(one) | _solved(other))
    facts = charge(_within(_facts(one, other, maps)), one, other)
    places = _places(one, other)
    changes = tuple(fact.change for fact in sorted(facts, key=lambda fact: places[id(fact.after or fact.before)]))
    matched = {node.parts: node.partner.parts for node in one.walk() if node.partner}
    return Comparison(before, after, maps.base, changes, summarise(changes, before, after), matched, slots(one, other))


def _base(before: Journey, after: Journey) -> Base:
    """Which map is the one that the other names as what it is compared with."""
    for base, other, side in ((before, after, "before"), (after, before, "after")):
        if other.compares_to and base.path and beside(other.path, other.compares_to) == base.path:
            return "before" if side == "before" else "after"
    return None


def _solved(root: Node) -> frozenset[str]:
    """The ids of the pains that the opportunities of a map answer."""
    found = (node.record for node in root.walk() if node.kind == "opportunity")
    return frozenset(pain for each in found for pain in getattr(each, "solves", ()))


def _facts(one: Node, other: Node, maps: Maps) -> Iterator[Fact]:
    for node in one.walk():
        if node.partner is None:
            yield from of_existence(node, maps, is_new=False)
        elif node.is_counted or node.partner.is_counted:
            yield from of_fields(node, node.partner, maps)
            yield from of_places(node, node.partner)
    for node in other.walk():
        if node.partner is None:
            yield from of_existence(node, maps, is_new=True)


def _within(facts: Iterator[Fact]) -> list[Fact]:
    """The facts, with what moved out of something that is gone, or into something new, told with that."""
    found = list(facts)
    homes = {id(fact.before or fact.after): place for place, fact in enumerate(found) if _is_whole(fact)}
    kept: list[Fact] = []
    told: dict[int, list[Fact]] = {}
    for fact in found:
        above = [node.above for node in (fact.before, fact.after) if node and node.above and node.above.partner is None]
        is_told = fact.change.kind is Kind.MOVED and len(above) == 1 and fact.change.element.type != "touchpoint"
        home = homes.get(id(above[0])) if is_told else None
        if home is None:
            kept.append(fact)
        else:
            told.setdefault(id(found[home].change), []).append(fact)
    return [fact.having(*(each.change for each in told.get(id(fact.change), ()))) for fact in kept]


def _is_whole(fact: Fact) -> bool:
    return fact.before is None or fact.after is None


def _places(one: Node, other: Node) -> dict[int, tuple[int, int]]:
    """Where each element stands in the order of the later map; what is gone stands where it was."""
    places = {id(node): (place, 0) for place, node in enumerate(other.walk())}
    last = (0, 0)
    for node in one.walk():
        last = (places[id(node.partner)][0], 0) if node.partner else (last[0], last[1] + 1)
        places[id(node)] = last
    return places
