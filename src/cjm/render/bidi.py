"""Which stretches of a text run from right to left: the part of Unicode's bidirectional algorithm that maps need.

Rules W1 to L2 of UAX #9, without embeddings and isolates, which :func:`cjm.render.glyphs.clean` takes out. A level is
even where a character runs from left to right, odd where it runs from right to left; 0 or 1 is that of the paragraph.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

_RTL_BLOCKS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
_RTL = re.compile(f"[\u200f{_RTL_BLOCKS}]")
_NEUTRAL = frozenset(("WS", "ON", "S", "B"))
_DEEPEST = 63  # open brackets that are waited for, says the algorithm
_SAME = {"\u2329": "\u3008", "\u232a": "\u3009"}  # brackets that are canonically the same


def has_rtl(text: str) -> bool:
    """Whether anything in a text may run from right to left."""
    return not text.isascii() and _RTL.search(text) is not None


def first_strong(text: str) -> str:
    """The direction of the first letter: ``ltr``, ``rtl``, or nothing where there is no letter."""
    for character in text:
        kind = _kind(character)
        if kind in {"L", "R", "AL"}:
            return "ltr" if kind == "L" else "rtl"
    return ""


def levels(text: str, *, is_rtl: bool) -> bytes:
    """The level of each character in a paragraph of one line that runs to the right, or to the left."""
    kinds = list(map(_kind, text))
    there = [index for index, kind in enumerate(kinds) if kind != "BN"]  # joiners have no direction of their own
    base = "R" if is_rtl else "L"
    resolved = _weak([kinds[index] for index in there], base)
    _brackets("".join(text[index] for index in there), [kinds[index] for index in there], resolved, base)
    _neutral(resolved, base)
    found = bytearray(len(text))
    for index, kind in zip(there, resolved, strict=True):
        found[index] = {"L": 2 * is_rtl, "R": 1}.get(kind, 2)
    for index, kind in enumerate(kinds):
        if kind == "BN":
            found[index] = found[index - 1] if index else is_rtl
    return bytes(found)


def visual(levels: Sequence[int]) -> list[int]:
    """The indices of stretches with these levels, in the order in which they stand from left to right."""
    order = list(range(len(levels)))
    highest = max(levels, default=0)
    for depth in range(highest, min((level for level in levels if level % 2), default=highest + 1) - 1, -1):
        order = list(_turned(order, [levels[index] >= depth for index in order]))
    return order


def _turned(order: list[int], is_deep: list[bool]) -> Iterator[int]:
    """The order with each stretch that is deep turned around."""
    for deep, group in groupby(zip(order, is_deep, strict=True), lambda each: each[1]):
        found = [index for index, _ in group]
        yield from reversed(found) if deep else found


def pairs(text: str, kinds: Sequence[str] | None = None) -> list[tuple[int, int]]:
    """Where brackets open and close, in the order of opening."""
    found, waiting = [], list[tuple[str, int]]()
    for index, character in enumerate(text):
        if kinds and kinds[index] != "ON":
            continue
        character = _SAME.get(character, character)  # noqa: PLW2901 -- the same bracket in its other form
        if closing := _closing(character):
            if len(waiting) == _DEEPEST:
                return []
            waiting.append((closing, index))
        elif any(character == wanted for wanted, _ in waiting):
            while (opened := waiting.pop())[0] != character:
                pass
            found.append((opened[1], index))
    return sorted(found)


@cache
def _kind(character: str) -> str:
    """The bidirectional class; that of its block for a character without one, none for orders to turn around."""
    kind = unicodedata.bidirectional(character)
    if not kind:
        return "R" if _RTL.match(character) else "L"
    return "BN" if kind in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"} else kind


@cache
def _closing(character: str) -> str:
    """The bracket that closes this one: it stands next to it in Unicode, or next but one."""
    if not unicodedata.mirrored(character) or unicodedata.category(character) != "Ps":
        return ""
    following = (_SAME.get(chr(ord(character) + step), chr(ord(character) + step)) for step in (1, 2))
    return next((other for other in following if unicodedata.category(other) == "Pe"), "")


def _weak(kinds: list[str], base: str) -> list[str]:
    """Marks, digits and what stands between them: rules W1 to W7."""
    found = list[str]()
    strong = base
    for kind in kinds:
        if kind == "NSM":
            kind = found[-1] if found else base  # noqa: PLW2901 -- a mark is what its letter is
        if kind in {"L", "R", "AL"}:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kind = "AN"  # noqa: PLW2901 -- digits behind an Arabic letter
        found.append(kind)
    _separators(found)
    strong = base
    for index, kind in enumerate(found):
        if kind in {"ET", "ES", "CS"}:
            found[index] = "ON"
        elif kind in {"L", "R", "AL"}:
            strong = "R" if kind == "AL" else kind
            found[index] = strong
        elif kind == "EN" and strong == "L":
            found[index] = "L"
    return found


def _separators(kinds: list[str]) -> None:
    """A single separator between digits, and signs beside them, go with the digits: rules W4 and W5."""
    for index in range(1, len(kinds) - 1):
        before, kind, after = kinds[index - 1 : index + 2]
        if before == after and ((kind in {"ES", "CS"} and before == "EN") or (kind == "CS" and before == "AN")):
            kinds[index] = before
    start = 0
    for kind, group in groupby(list(kinds)):
        end = start + len(list(group))
        if kind == "ET" and "EN" in {*kinds[max(start - 1, 0) : start], *kinds[end : end + 1]}:
            kinds[start:end] = ["EN"] * (end - start)
        start = end


def _brackets(text: str, kinds: list[str], resolved: list[str], base: str) -> None:
    """Both brackets of a pair run like what is inside them: rule N0."""
    for start, end in pairs(text, resolved):
        inside = {_side(kind) for kind in resolved[start + 1 : end]}
        if base in inside:
            side = base
        elif inside & {"L", "R"}:
            before = next((kind for kind in map(_side, reversed(resolved[:start])) if kind), base)
            side = before if before in inside else base
        else:
            continue
        for index in (start, end):
            resolved[index] = side
            while index + 1 < len(kinds) and kinds[index + 1] == "NSM":
                index += 1  # noqa: PLW2901 -- marks on a bracket go with it
                resolved[index] = side


def _neutral(resolved: list[str], base: str) -> None:
    """Spaces and signs run like their neighbours if these agree, else like the paragraph: rules N1 and N2."""
    start = 0
    for is_neutral, group in groupby(list(resolved), _NEUTRAL.__contains__):
        end = start + len(list(group))
        if is_neutral:
            before = _side(resolved[start - 1]) if start else base
            after = _side(resolved[end]) if end < len(resolved) else base
            resolved[start:end] = [before if before == after else base] * (end - start)
        start = end


def _side(kind: str) -> str:
    """Towards which side a resolved class draws its neighbours: digits count as right to left."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind, "")
