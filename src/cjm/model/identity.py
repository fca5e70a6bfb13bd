"""Ids: written by the user, or derived from what a thing is called."""

import itertools
import re
import unicodedata
from collections.abc import Container, Iterator
from typing import Any

LONGEST = 40
_ENOUGH = 400
_ASCII = re.compile("[a-z0-9]+")
SPACES = {
    "stages": ("stage", ("name",)),
    "touchpoints": ("touchpoint", ("name",)),
    "onstage": ("step", ("does", "actor", "system")),
    "backstage": ("step", ("does", "actor", "system")),
    "support": ("step", ("does", "actor", "system")),
    "pains": ("pain", ("text",)),
    "gains": ("gain", ("text",)),
    "opportunities": ("opportunity", ("title",)),
    "personas": ("persona", ("name",)),
    "channels": ("channel", ("name",)),
    "actors": ("actor", ("name",)),
    "systems": ("system", ("name",)),
    "research": ("research", ()),
    "metrics": ("metric", ("name", "kind")),
}
"""For each key that lists elements: the type of element (each has its own id space) and what an id is derived from."""


def derive(text: str) -> str:
    """An id from a text: letters and digits of any script, case-folded, everything else a hyphen; at most 40 long."""
    text = text[:_ENOUGH]
    if text.isascii():
        return "-".join(_ASCII.findall(text.lower()))[:LONGEST].rstrip("-")
    kept = (char if unicodedata.category(char)[0] in "LMN" else "-" for char in _normal(text))
    words = "".join(kept).split("-")
    return "-".join(word for word in words if any(map(str.isalnum, word)))[:LONGEST].rstrip("-")


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def give_ids(folded: Any) -> None:
    """Give every element of a folded map or library an id, in place: written ids first, then by order."""
    spaces: dict[str, list[tuple[str, dict[str, Any], tuple[str, ...]]]] = {}
    for space, kind, element, sources in _elements(folded, ""):
        spaces.setdefault(space, []).append((kind, element, sources))
    for members in spaces.values():
        taken = {element["id"] for _, element, _ in members if isinstance(element.get("id"), str)}
        for number, (kind, element, sources) in enumerate(members, start=1):
            if element.get("id", "") == "":
                _give_id(element, kind, number, sources, taken)


def _give_id(element: dict[str, Any], kind: str, number: int, sources: tuple[str, ...], taken: set[str]) -> None:
    text = next((text for key in sources if (text := _first(element.get(key)))), "")
    stem = derive(text)
    element["derived"] = True
    if not stem:
        stem, element["numbered"] = f"{kind}-{number}", True
    element["id"] = free(stem, taken)
    if element["id"] != stem:
        element["numbered"] = True
    taken.add(element["id"])


def free(stem: str, taken: Container[str]) -> str:
    """The id, or where it is taken the first of ``id-2``, ``id-3`` … that is not."""
    ids = (f"{stem}-{count}" for count in itertools.count(2))
    return stem if stem not in taken else next(id for id in ids if id not in taken)


def _first(value: Any) -> str:
    while isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, str) else ""


def _elements(node: Any, stage: str) -> Iterator[tuple[str, str, dict[str, Any], tuple[str, ...]]]:
    """Every element with its id space, type and the keys its id comes from. Touchpoints have a space for each stage."""
    if not isinstance(node, dict):
        return
    for key, (kind, sources) in SPACES.items():
        entries = node.get(key)
        for index, element in enumerate(entries if isinstance(entries, list) else ()):
            if isinstance(element, dict) and "refers" not in element:
                yield f"{kind} {stage if kind == 'touchpoint' else ''}", kind, element, sources
                if kind in ("stage", "touchpoint"):
                    yield from _elements(element, stage or f"{index}")
