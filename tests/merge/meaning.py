"""What a text says, for the oracle: elements with their fields, short forms written out, by a table of its own.

Every value is a tuple of texts, blanks and line breaks in them made one. Nothing here knows how cjm reads or merges.
"""

import itertools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.merge.nodes import Node, Way

Value = tuple[str, ...]

LISTS: Mapping[str, tuple[str, str]] = {
    "stages": ("stage", "name"), "touchpoints": ("touchpoint", "name"), "personas": ("persona", "refers"),
    "persona": ("persona", "refers"), "channels": ("channel", "name"), "actors": ("actor", "name"), "systems": ("system", "name"),
    "research": ("research", "id"), "metrics": ("metric", "value"), "pains": ("pain", "text"), "gains": ("gain", "text"),
    "opportunities": ("opportunity", "title"), "onstage": ("step", "actor"), "backstage": ("step", "does"),
    "support": ("step", "does"), "says": ("quote", "text"), "rules": ("rule", "text"), "links": ("link", "url"),
    "automations": ("automation", "do"), "lanes": ("lane", "key"), "team": ("member", "name"), "next": ("branch", "to"),
}  # fmt: skip
"""The keys that list elements: of which type, and what a text alone stands for."""
ONLY_HEAD = {"personas", "persona", "channels", "actors", "systems", "research", "lanes", "team", "stages"}
NAMING = {
    "metric": ("name", "kind"),
    "step": ("does", "actor", "system"),
    "persona": ("name", "refers"),
    "research": (),
}
GLOBAL = {
    "stage", "touchpoint", "step", "pain", "gain", "opportunity", "persona", "channel", "actor", "system", "research", "metric",
}  # fmt: skip
"""Types of elements that are known by an id over the whole map."""
SETS = {"channel", "device", "personas", "systems", "evidence", "tags", "uses", "needs", "solves", "formerly"}
REFERENCES = {
    "solves",
    "needs",
    "evidence",
    "moves",
    "personas",
    "actor",
    "system",
    "initiator",
    "receiver",
    "systems",
    "to",
}
RECORDS = {"scope": "includes", "goals": "customer", "tone": "always", "moment_of_truth": "why"}
"""What a text alone stands for where a mapping is wanted."""
FEELINGS = {"feels", "intent"}
NUMBER = re.compile(r"[-+−]?\d+(\.\d+)?")


@dataclass(slots=True, eq=False)
class Item:
    """An element as one version of a map says it; ``way`` is where it is written, ``written`` its written id."""

    kind: str
    key: str
    name: str
    written: str
    way: Way
    above: "Item | None"
    fields: dict[str, Value] = field(default_factory=dict)
    inner: "list[Item]" = field(default_factory=list)
    ident: tuple[Any, ...] = ()

    def walk(self) -> "Iterator[Item]":
        yield self
        for each in self.inner:
            yield from each.walk()

    @property
    def id(self) -> str:
        return self.written or derive(self.name)

    @property
    def home(self) -> tuple[Any, ...]:
        """What holds it, under which key."""
        return (self.above.ident if self.above else (), self.key)

    def __str__(self) -> str:
        return f"{self.kind} ‘{self.written or self.name}’"


def derive(text: str) -> str:
    """An id from a text."""
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    parts = "".join(char if unicodedata.category(char)[0] in "LMN" else "-" for char in text).split("-")
    return "-".join(part for part in parts if any(map(str.isalnum, part)))[:40].rstrip("-")


def understand(root: Node, known: Mapping[str, str]) -> Item:
    """The head of a map or library with all it holds. ``known`` are names of actors and systems that stand elsewhere."""
    return _Reader({**known, **words(root)}).head(root)


def words(root: Node) -> dict[str, str]:
    """The ids and names that a text alone among the steps may be, with what they name."""
    found: dict[str, str] = {}
    for key, kind in (("actors", "actor"), ("personas", "actor"), ("persona", "actor"), ("systems", "system")):
        listed = root.get(key)
        for node in (
            [] if listed is None else [each for _, each in listed.members] if listed.kind == "list" else [listed]
        ):
            names = [node] if node.kind == "text" else [node.get("id"), node.get("name")]
            found |= {each.text: kind for each in names if each and each.text}
    return found


class _Reader:
    def __init__(self, known: Mapping[str, str]) -> None:
        self.known = known

    def head(self, root: Node) -> Item:
        item = Item("map", "", "", "", (), None)
        self.fill(item, root)
        return item

    def fill(self, item: Item, node: Node) -> None:
        """What a mapping says."""
        for key, each in node.members:
            if each.kind == "text" and each.text is None:
                continue
            if key in LISTS and (item.kind == "map") >= (key in ONLY_HEAD):
                if key == "metrics" and item.kind != "map":
                    self.entries(item, key, "metric", each)
                else:
                    self.listed(item, key, each)
            elif key == "for":
                self.entries(item, key, "voice", each)
            else:
                item.fields.update(self.flat(item.kind, key, each))

    def listed(self, item: Item, key: str, node: Node) -> None:
        kind, short = LISTS[key]
        entries = [each for _, each in node.members] if node.kind == "list" else [node]
        for entry in entries:
            made = Item(kind, "personas" if key == "persona" else key, "", "", entry.way, item)
            self.element(made, entry, self.known.get(entry.text or "", short) if kind == "step" else short)
            names = (_first(made, name) for name in NAMING.get(kind, (short,)))
            made.name = next((name for name in names if name), "")
            made.written = _first(made, "id") if kind != "map" else ""
            item.inner.append(made)

    def element(self, item: Item, node: Node, short: str) -> None:
        if node.kind == "map":
            self.fill(item, node)
        elif value := _texts(node):
            item.fields[short] = value

    def entries(self, item: Item, key: str, kind: str, node: Node) -> None:
        for name, each in node.members if node.kind == "map" else ():
            made = Item(kind, key, str(name), "", each.way, item)
            made.fields["·"] = (str(name),)
            self.element(made, each, "value")
            item.inner.append(made)

    def flat(self, kind: str, key: str, node: Node) -> dict[str, Value]:
        """A value that is no element: whatever it holds, by its path."""
        if key in FEELINGS and node.kind == "text":
            return {f"{key}/{'score' if NUMBER.fullmatch((node.text or '').strip()) else 'emotion'}": _texts(node)}
        if key in RECORDS and (kind != "persona") and node.kind != "map":
            is_flag = key == "moment_of_truth" and (node.text or "").strip() in ("true", "True", "TRUE")
            own = {} if is_flag else {f"{key}/{RECORDS[key]}": _texts(node)}
            return own | ({key: ("·",)} if key == "moment_of_truth" else {})
        if node.kind == "map":
            found: dict[str, Value] = {key: ("·",)} if key == "moment_of_truth" else {}
            for name, each in node.members:
                if each.kind != "text" or each.text is not None:
                    found |= {f"{key}/{path}": value for path, value in self.flat("", str(name), each).items()}
            return found
        return {key: value} if (value := _texts(node)) else {}


def _first(item: Item, key: str) -> str:
    return next(iter(item.fields.get(key, ())), "")


def _texts(node: Node) -> Value:
    if node.kind == "list":
        return tuple(itertools.chain.from_iterable(map(_entry, (each for _, each in node.members))))
    return () if node.text is None else (_plain(node.text),)


def _entry(node: Node) -> Value:
    """An entry of a list; a mapping as one text."""
    if node.kind == "map":
        return ("{" + ", ".join(f"{key}: {'; '.join(_texts(each))}" for key, each in sorted(node.members)) + "}",)
    return _texts(node)


def _plain(text: str) -> str:
    return " ".join(text.replace("−", "-").split())
