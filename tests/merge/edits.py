"""What people do to a map in an editor, as edits of its text: each gives another text, or nothing where it finds no place.

Whether the text still holds a legal map is for the caller to see.
"""

import random
from collections.abc import Callable, Sequence
from typing import Any

from tests.merge.cuts import Cutter
from tests.merge.meaning import LISTS
from tests.merge.mint import Mint
from tests.merge.nodes import Node, Way
from tests.merge.scribe import Manner, Scribe
from tests.merge.wishes import CONTENT, FIXED, HELD, MORE, NUMBERS, PROSE, SHORT


class Hand:
    """Who edits: a source of chance, words of their own, a manner of writing; mostly within ``focus``, if they can."""

    def __init__(self, seed: int, mark: str, focus: Way = ()) -> None:
        self.focus = focus
        self.chance = random.Random(seed)
        self.mint = Mint(self.chance, mark)
        self.scribe = Scribe(self.chance, self.mint, Manner.some(self.chance))

    def choose(self, candidates: Sequence[Any]) -> Any:
        """One of them, or nothing where there is none."""
        near = [each for each in candidates if isinstance(each, Node) and each.way[: len(self.focus)] == self.focus]
        found = near if near and self.chance.random() < 0.9 else candidates
        return self.chance.choice(found) if found else None

    def value(self, wish: str, cut: Cutter) -> Any:
        if wish == "known":
            known = studies(cut)
            return [self.choose(known)] if known else None
        return self.mint.text() if wish == "text" else wish

    def element(self, key: str, cut: Cutter) -> Any:
        """A new element for a list, as data, now and then a text alone."""
        kind, short = LISTS[key]
        if short == "refers":
            short = "name"
        text = f"https://example.org/{self.mint.word()}" if short == "url" else self.mint.text()
        if kind in MORE and kind not in ("research", "persona") and self.chance.random() < 0.3:
            return text
        made: dict[str, Any] = {}
        if kind not in ("quote", "rule", "link", "member") and (kind == "research" or self.chance.random() < 0.7):
            made["id"] = self.mint.id()
        if kind != "research":
            made["does" if kind == "step" else short] = text
        if kind == "automation":
            made["when"] = self.mint.text()
        for name, wish in MORE.get(kind, {}).items():
            if self.chance.random() < 0.2 and (value := self.value(wish, cut)):
                made[name] = value
        if kind == "stage" and self.chance.random() < 0.5:
            made["touchpoints"] = [self.element("touchpoints", cut) for _ in range(self.chance.randint(1, 2))]
        return made


Edit = Callable[[Cutter, Hand], str | None]


def kind_of(node: Node) -> str:
    """The type of element that a mapping or text is, or nothing."""
    if node.above is None:
        return "map"
    key = node.key
    if key not in SHORT or key in ("metrics", "lanes", "next"):
        return ""
    is_entry = isinstance(node.way[-1], int) and node.above.kind == "list"
    is_alone = node.way[-1] == key and node.kind == "map"
    if key in ("systems", "personas") and len([part for part in node.way if isinstance(part, str)]) > 1:
        return ""
    return LISTS[key][0] if is_entry or is_alone else ""


def elements(cut: Cutter) -> list[Node]:
    return [each for each in cut.nodes if kind_of(each)]


def studies(cut: Cutter) -> list[str]:
    research = cut.root.get("research")
    return [each.text for node in (research.walk() if research else ()) if (each := node.get("id")) and each.text]


def is_text(node: Node) -> bool:
    return node.kind == "text" and node.text is not None and node.start < node.end


def written(cut: Cutter, hand: Hand, node: Node, value: str) -> str:
    """A text in place of a scalar, between quotes where it stood so, or must."""
    text = (
        hand.scribe.quoted(value)
        if node.is_plain or node.style not in ("'", '"')
        else '"' + value.replace('"', "") + '"'
    )
    if NUMBERS.get(node.key) and value in NUMBERS[node.key] and node.is_plain:
        text = value
    end = node.end
    if node.style in ("|", ">"):
        return cut.replaced(node.start, end, f"{text}\n")
    return cut.replaced(node.start, end, text)


def change(cut: Cutter, hand: Hand) -> str | None:
    """Another value for a scalar."""
    node = hand.choose([each for each in cut.nodes if is_text(each) and each.key not in FIXED])
    if node is None:
        return None
    if node.key in NUMBERS:
        return written(cut, hand, node, hand.choose([each for each in NUMBERS[node.key] if each != node.text]))
    return written(cut, hand, node, hand.mint.text())


def reword(cut: Cutter, hand: Hand) -> str | None:
    """One word of a longer text."""
    fit = [each for each in cut.nodes if is_text(each) and each.key not in FIXED and len((each.text or "").split()) > 2]
    node = hand.choose(fit)
    if node is None:
        return None
    words = node.text.split()
    words[hand.chance.randrange(len(words))] = hand.mint.word()
    return written(cut, hand, node, " ".join(words))


def add_key(cut: Cutter, hand: Hand) -> str | None:
    """One more fact about an element."""
    node = hand.choose([each for each in elements(cut) if each.kind == "map" and kind_of(each) in MORE])
    if node is None or not node.members:
        return None
    kind = kind_of(node)
    keys = [key for key in MORE[kind] if node.get(key) is None]
    key = hand.choose(keys)
    value = hand.value(MORE[kind][key], cut) if key else None
    return with_key(cut, hand, node, key, value) if value else None


def with_key(cut: Cutter, hand: Hand, node: Node, key: str, value: Any) -> str | None:
    """A key put into a mapping, somewhere."""
    place = hand.choose([each for _, each in node.members])
    if node.is_flow:
        return cut.replaced(place.begin, place.begin, f"{key}: {hand.scribe.flow(value, 99)}, ")
    if not cut.is_block(place):
        return None
    return cut.with_lines(place, hand.scribe.mapping({key: value}, 0), is_behind=hand.chance.random() < 0.8)


def remove_key(cut: Cutter, hand: Hand) -> str | None:
    fit = [
        each for each in cut.nodes
        if each.above and each.above.kind == "map" and each.way[-1] not in ("cjm", "stages", "touchpoints", "id", "name", "title", "text")
    ]  # fmt: skip
    return cut.without(hand.choose(fit)) if fit else None


def add_element(cut: Cutter, hand: Hand) -> str | None:
    """One more in a list; or the first one, under a new key of a moment."""
    lists = [
        each
        for each in cut.nodes
        if each.kind == "list" and each.members and kind_of(each.members[0][1]) and each.key in CONTENT
    ]
    if hand.chance.random() < 0.25 or not lists:
        moment = hand.choose(
            [each for each in elements(cut) if kind_of(each) in ("stage", "touchpoint") and each.kind == "map"]
        )
        free = [key for key in sorted(HELD) if moment and moment.get(key) is None]
        key = hand.choose(free)
        return with_key(cut, hand, moment, key, [hand.element(key, cut)]) if key else None
    held = hand.choose(lists)
    place = hand.choose([each for _, each in held.members])
    made = hand.element(held.key, cut)
    if held.is_flow:
        return cut.replaced(place.begin, place.begin, f"{hand.scribe.flow(made, 99)}, ")
    return (
        cut.with_lines(place, hand.scribe.sequence([made], 0), is_behind=hand.chance.random() < 0.8)
        if cut.is_block(place)
        else None
    )


def remove_element(cut: Cutter, hand: Hand) -> str | None:
    fit = [each for each in elements(cut) if each.above]
    return cut.without(hand.choose(fit)) if fit else None


def _kin(cut: Cutter, node: Node, *, is_near: bool) -> list[Node]:
    """Others of its type in blocks: in its own list, or elsewhere."""
    found = [
        each for each in cut.entries() if isinstance(each.way[-1], int) and each.key == node.key and each is not node
    ]
    return [each for each in found if (each.above is node.above) == is_near]


def _relocate(cut: Cutter, hand: Hand, *, is_near: bool, is_timed: bool) -> str | None:
    timed = {"stages", "touchpoints"}
    fit = [
        each for each in cut.entries()
        if isinstance(each.way[-1], int) and kind_of(each) and (each.key in timed) == is_timed and _kin(cut, each, is_near=is_near)
    ]  # fmt: skip
    node = hand.choose(fit)
    if node is None:
        return None
    goal = hand.choose(_kin(cut, node, is_near=is_near))
    moved = cut.moved(node, goal, is_behind=hand.chance.random() < 0.5)
    if moved is not None and len(node.above.members) == 1:
        return None
    return moved


def in_set(cut: Cutter, hand: Hand) -> str | None:
    """One more of what is in no order, or one less."""
    fit = [
        each
        for each in cut.nodes
        if each.way and each.way[-1] in ("evidence", "tags", "channel") and each.start < each.end
    ]
    node = hand.choose(fit)
    if node is None:
        return None
    if node.kind == "list" and len(node.members) > 1 and hand.chance.random() < 0.4:
        return cut.without(hand.choose([each for _, each in node.members]))
    options = {"evidence": studies(cut), "channel": ["web", "phone", "email", "kiosk", "chat"]}
    word = hand.choose(options.get(node.key, [hand.mint.word()]))
    known = [each.text for each in node.walk()]
    if word is None or word in known:
        return None
    if node.kind == "text":
        return (
            cut.replaced(node.start, node.end, f"[{cut.text[node.start : node.end]}, {word}]")
            if node.style not in ("|", ">")
            else None
        )
    last = node.members[-1][1]
    if node.is_flow:
        return cut.replaced(last.end, last.end, f", {word}")
    return cut.with_lines(last, f"- {word}\n", is_behind=True)


def in_list(cut: Cutter, hand: Hand) -> str | None:
    """One more text in a list of texts, or one less."""
    fit = [
        each
        for each in cut.nodes
        if each.kind == "list" and each.members and is_text(each.members[0][1]) and each.key in PROSE
    ]
    node = hand.choose(fit)
    if node is None:
        return None
    place = hand.choose([each for _, each in node.members])
    if hand.chance.random() < 0.4 and len(node.members) > 1:
        return cut.without(place)
    text = hand.mint.text()
    if node.is_flow:
        return cut.replaced(place.begin, place.begin, f"{hand.scribe.flow(text, 0)}, ")
    return cut.with_lines(place, hand.scribe.sequence([text], 0), is_behind=hand.chance.random() < 0.8)


EDITS: dict[str, Edit] = {
    "change": change,
    "reword": reword,
    "add a key": add_key,
    "remove a key": remove_key,
    "add an element": add_element,
    "remove an element": remove_element,
    "move": lambda cut, hand: _relocate(cut, hand, is_near=False, is_timed=False),
    "move in time": lambda cut, hand: _relocate(cut, hand, is_near=False, is_timed=True),
    "reorder": lambda cut, hand: _relocate(cut, hand, is_near=True, is_timed=False),
    "reorder in time": lambda cut, hand: _relocate(cut, hand, is_near=True, is_timed=True),
    "in a set": in_set,
    "in a list": in_list,
}
