"""Short forms to long ones: what a designer may leave out, the program sees written out.

The table is :data:`cjm.model.record.FORMS` together with the shapes of the records; nothing is decided here by name.
"""

import re
from collections.abc import Mapping
from typing import Any

from cjm.model.problem import Parts, Problem, listed
from cjm.model.record import FORMS, Limits
from cjm.model.shape import Shape, shapes
from cjm.source.tree import Scalar

_NUMBER = re.compile(r"([-+−]?)([0-9]{1,40}(?:\.[0-9]{1,40})?)\s*(%?)")
YES_OR_NO = frozenset(
    ["yes", "no", "y", "n", "on", "off", "oui", "non", "da", "nu", "tak", "nie", "ja", "nein", "si", "sí"]
)
MANY = {"persona": "personas"}
"""The one other spelling of a key."""


class Fold:
    """Folds the tree of one file. ``known`` maps the ids and names of actors and systems to ``actor``, ``system``."""

    def __init__(self, known: Mapping[str, str] | None = None) -> None:
        self.known = known or {}
        self.problems: list[Problem] = []
        self.spelled: dict[Parts, str | int] = {}

    def record(self, node: Any, record: type, at: Parts = (), short: str | None = None) -> Any:
        """A mapping with every key in its long form; what is no mapping and has no short form stays as it is."""
        form = FORMS[record]
        if form.flag and isinstance(truth := number_of(node), bool):
            return {} if truth else None
        if isinstance(node, dict) and next(iter(node), "") not in shapes(record) and at and isinstance(at[-1], int):
            node = self.unsplit(node, record, at, short)
        if not isinstance(node, dict):
            node = self.lengthen(node, record, at, short)
        if not isinstance(node, dict):
            return node
        folded = self.keys(node, record, at)
        if form.one_of and not any(key in folded for key in (*form.one_of, "refers")):
            message = f"This {word(record)} has no {listed(form.one_of)}."
            self.problems.append(Problem("missing-key", at, message, f"Add {listed(form.one_of)}."))
        return folded

    def keys(self, node: dict[str, Any], record: type, at: Parts) -> dict[str, Any]:
        """The keys of a mapping in their long forms; unknown ones are told of, and left out unless it is clear what was meant."""
        folded: dict[str, Any] = {}
        known = shapes(record)
        meant: dict[str, str] = {}
        for key, value in node.items():
            name = MANY[key] if key in MANY and MANY[key] in known else key
            if name in known:
                self.enter(folded, known[name], value, (*at, name))
            elif key.startswith("x-"):
                if value is not None:
                    folded.setdefault("extra", {})[key] = plain(value)
            elif key == "refers" and not hasattr(node, "events"):
                folded[key] = value
            else:
                meant[key] = self.unknown(key, node, record, at)
        for key, name in meant.items():
            if name and known[name].attribute not in folded:
                self.spelled[*at, name] = key
                self.enter(folded, known[name], node[key], (*at, name))
        return folded

    def unknown(self, key: str, node: dict[str, Any], record: type, at: Parts) -> str:
        """Tell of a key that the format does not have here. Returns the one that was clearly meant, if there is any."""
        from cjm.model.misread import unknown_key  # noqa: PLC0415  (only where something is wrong)

        problem, meant = unknown_key(key, node, record, at)
        self.problems.append(problem)
        return meant

    def unsplit(self, node: dict[str, Any], record: type, at: Parts, short: str | None) -> Any:
        """The entry of a list that was meant, where a colon made a key of its first words; any other as it is."""
        key, value = next(iter(node.items()), ("", None))
        known = shapes(record)
        if not key or key in MANY or key.startswith("x-") or "refers" in node or not FORMS[record].short:
            return node
        needed = {*FORMS[record].one_of, *(shape.key for shape in known.values() if shape.required)}
        if isinstance(text_of(value), str) and needed.isdisjoint(node):
            from cjm.model.misread import split_entry  # noqa: PLC0415  (only where something is wrong)

            own = short or next((key for key in FORMS[record].short if key in known), "name")
            if found := split_entry(node, record, at, own):
                problem, node = found
                self.problems.append(problem)
        return node

    def lengthen(self, node: Any, record: type, at: Parts, short: str | None) -> Any:
        """A text, number or list alone becomes the mapping that it stands for."""
        form = FORMS[record]
        keys = (short,) if short else form.short
        text = text_of(node)
        if form.flag and isinstance(text, str) and text.casefold() in YES_OR_NO:
            help = "Write true, or leave the key out; better still, write why this moment decides."
            self.problems.append(Problem("bad-value", at, f"‘{text}’ is a word here, not a yes or no.", help))
        if form.named and isinstance(text, str) and text in self.known:
            keys = (self.known[text],)
        for key in keys:
            if key == "refers":
                return {key: text} if isinstance(text, str) else node
            shape = shapes(record)[key]
            if isinstance(node, list):
                return {key: node} if shape.container == "list" else node
            if isinstance(text, str) and (shape.item is str or not isinstance(number_of(node), str)):
                return {key: node}
        return node

    def enter(self, folded: dict[str, Any], shape: Shape, value: Any, at: Parts) -> None:
        """Put a key's value in, unless it is empty."""
        if value is None:
            return
        if shape.attribute in folded:
            other = next(key for key, many in MANY.items() if many == shape.key)
            message = f"‘{other}’ and ‘{shape.key}’ are the same key."
            self.problems.append(Problem("duplicate-key", at, message, "Keep one of the two.", at_key=True))
        elif (value := self.value(value, shape, at)) is not None:
            folded[shape.attribute] = value

    def value(self, node: Any, shape: Shape, at: Parts) -> Any:
        """The value of a key in its long form."""
        if shape.container == "list":
            if isinstance(node, list):
                entries = [self.item(entry, shape, (*at, index)) for index, entry in enumerate(node)]
                return entries or (None if shape.required else entries)
            if shape.is_record and isinstance(node, dict) and not self.is_entry(node, shape, at):
                return []
            if isinstance(node, str) and "," in node and shape.is_record and FORMS[shape.item].short == ("name",):
                from cjm.model.misread import several_in_one  # noqa: PLC0415  (only where something is wrong)

                self.problems.append(several_in_one(node, shape, at))
            return [self.item(node, shape, (*at, 0))]
        if shape.container == "map":
            return self.entries(node, shape, at)
        return self.item(node, shape, at)

    def entries(self, node: Any, shape: Shape, at: Parts) -> Any:
        """The entries of a mapping with free keys; a text alone is one of them where the shape says which."""
        if isinstance(node, list) and shape.is_record:
            node = self.unlisted(node, shape, at)
        if not isinstance(node, dict):
            return {shape.alone: self.prose(node)} if shape.alone is not None else node
        given = {key: value for key, value in node.items() if value is not None}
        if shape.lists:
            return {key: self.prose(value) for key, value in given.items()}
        return {key: self.item(value, shape, (*at, key)) for key, value in given.items()}

    def unlisted(self, node: list[Any], shape: Shape, at: Parts) -> Any:
        """The keys that were meant by a list of entries; what cannot be read so stays as it is."""
        from cjm.model.misread import list_for_keys, named  # noqa: PLC0415  (only where something is wrong)

        if not (found := named(node, shape, at)):
            return node
        meant, spelled = found
        self.spelled |= spelled
        self.problems.append(list_for_keys(meant, shape, at))
        return meant

    def is_entry(self, node: dict[str, Any], shape: Shape, at: Parts) -> bool:
        """Whether a mapping where a list is wanted is its one entry, not a mapping of names."""
        known = {*shapes(shape.item), *MANY}
        if not node or any(key in known or key.startswith("x-") for key in node):
            return True
        if not all(isinstance(value, dict | None) for value in node.values()):
            return True
        name = next(iter(node))
        key = "id" if "name" not in known else "name"
        message = f"‘{name}’ and its neighbours are written as keys, but ‘{shape.key}’ is a list."
        help = f"Begin each entry with a dash: - {key}: {name}"
        self.problems.append(Problem("wrong-type", (*at, name), message, help, at_key=True))
        return False

    def item(self, node: Any, shape: Shape, at: Parts) -> Any:
        """One value: a record, a text, a number or a truth value."""
        if shape.is_record:
            return self.record(node, shape.item, at, shape.short)
        if shape.item is str:
            return text_of(node)
        if shape.item is bool:
            return node.value if isinstance(node, Scalar) else node
        share = isinstance(shape.rule, Limits) and shape.rule.share
        value = number_of(node, share=share)
        if shape.choices and isinstance(value, bool):
            return text_of(node)
        if shape.item is int and isinstance(value, float):
            return int(value) if value.is_integer() else text_of(node)
        return value

    def prose(self, node: Any) -> Any:
        """One text or several, always as a list."""
        if node is None:
            return None
        return [text_of(entry) for entry in node] if isinstance(node, list) else [text_of(node)]


def text_of(node: Any) -> Any:
    """The text of a scalar as it was written, of a number as it reads; anything else unchanged."""
    if isinstance(node, Scalar):
        return node.text
    return f"{node}" if isinstance(node, int | float) and not isinstance(node, bool) else node


def number_of(node: Any, *, share: bool = False) -> Any:
    """The number a scalar means, quoted or with a typographic minus too; anything else unchanged."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, str) and (found := _NUMBER.fullmatch(node.strip())) and (share or not found[3]):
        value = float(found[2]) / (100 if found[3] else 1) * (-1 if found[1] in ("-", "−") else 1)
        return int(value) if value.is_integer() and not found[3] else value
    return node


def plain(node: Any) -> Any:
    """A user's own value as texts, lists and mappings."""
    if isinstance(node, dict):
        return {key: plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [plain(value) for value in node]
    return text_of(node)


def word(record: type) -> str:
    """What a record is called in a sentence."""
    names = {"Journey": "map", "MomentOfTruth": "moment of truth", "Member": "team member"}
    return names.get(record.__name__, record.__name__.lower())
