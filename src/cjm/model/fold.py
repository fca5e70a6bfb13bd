"""Short forms to long ones and back: what a designer may leave out, the program sees written out.

The table is :data:`cjm.model.record.FORMS` together with the shapes of the records; nothing is decided here by name.
"""

import re
from collections.abc import Mapping
from typing import Any

from cjm.model.problem import Parts, Problem, listed, nearest, one
from cjm.model.record import FORMS, Form, Limits
from cjm.model.shape import Shape, shapes
from cjm.source.tree import Scalar

_NUMBER = re.compile(r"([-+−]?)([0-9]{1,40}(?:\.[0-9]{1,40})?)\s*(%?)")
YES_OR_NO = frozenset(
    ["yes", "no", "y", "n", "on", "off", "oui", "non", "da", "nu", "tak", "nie", "ja", "nein", "si", "sí"]
)
_FEW = 16
_USUAL = (
    "title", "stages", "name", "does", "thinks", "says", "feels", "channel", "touchpoints", "onstage",
    "backstage", "pains", "opportunities", "metrics",
)  # fmt: skip
MANY = {"persona": "personas"}
"""The one other spelling of a key."""


class Fold:
    """Folds the tree of one file. ``known`` maps the ids and names of actors and systems to ``actor``, ``system``."""

    def __init__(self, known: Mapping[str, str] | None = None) -> None:
        self.known = known or {}
        self.problems: list[Problem] = []

    def record(self, node: Any, record: type, at: Parts = (), short: str | None = None) -> Any:
        """A mapping with every key in its long form; what is no mapping and has no short form stays as it is."""
        form = FORMS[record]
        if form.flag and isinstance(truth := number_of(node), bool):
            return {} if truth else None
        if not isinstance(node, dict):
            node = self.lengthen(node, record, at, short)
        if not isinstance(node, dict):
            return node
        if at and isinstance(at[-1], int) and (text := self.split_text(node, record, at)):
            return self.record(text, record, at, short)
        folded = self.keys(node, record, at)
        if form.one_of and not any(key in folded for key in (*form.one_of, "refers")):
            message = f"This {word(record)} has no {listed(form.one_of)}."
            self.problems.append(Problem("missing-key", at, message, f"Add {listed(form.one_of)}."))
        return folded

    def keys(self, node: dict[str, Any], record: type, at: Parts) -> dict[str, Any]:
        """The keys of a mapping in their long forms; unknown ones are told of, and left out."""
        folded: dict[str, Any] = {}
        known = shapes(record)
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
                self.unknown(key, record, at)
        return folded

    def split_text(self, node: dict[str, Any], record: type, at: Parts) -> str:
        """The text that an entry of a list was meant to be, where its colon made a key of its first words."""
        if len(node) != 1 or "refers" in node or not FORMS[record].short:
            return ""
        ((key, value),) = node.items()
        known = [*shapes(record), *MANY]
        if key in known or key.startswith("x-") or not isinstance(text_of(value), str) or nearest(key, known):
            return ""
        text = f"{key}: {text_of(value)}"
        message = f"The colon makes a key of ‘{key}’, and {one(word(record))} has no such key."
        help = f'If this is one text, put it between double quotes: "{text}"'
        self.problems.append(Problem("unknown-key", (*at, key), message, help, at_key=True))
        return text

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
            return [self.item(node, shape, (*at, 0))]
        if shape.container == "map":
            return self.entries(node, shape, at)
        return self.item(node, shape, at)

    def entries(self, node: Any, shape: Shape, at: Parts) -> Any:
        """The entries of a mapping with free keys; a text alone is one of them where the shape says which."""
        if not isinstance(node, dict):
            return {shape.alone: self.prose(node)} if shape.alone is not None else node
        given = {key: value for key, value in node.items() if value is not None}
        if shape.lists:
            return {key: self.prose(value) for key, value in given.items()}
        return {key: self.item(value, shape, (*at, key)) for key, value in given.items()}

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
        return int(value) if shape.item is int and isinstance(value, float) and value.is_integer() else value

    def prose(self, node: Any) -> Any:
        """One text or several, always as a list."""
        if node is None:
            return None
        return [text_of(entry) for entry in node] if isinstance(node, list) else [text_of(node)]

    def unknown(self, key: str, record: type, at: Parts) -> None:
        """A key that the format does not have here: the one that was meant, or where this one belongs."""
        known = [*shapes(record), *(key for key, many in MANY.items() if many in shapes(record))]
        usable = [other for other, form in FORMS.items() if form.short or not other.__subclasses__()]
        homes = [one(word(other)) for other in usable if key in shapes(other)]
        if meant := nearest(key, known):
            hint = f"Did you mean ‘{meant}’?"
        elif homes:
            hint = f"It is a key of {listed(homes)}."
        elif len(known) <= _FEW:
            hint = f"Possible here: {', '.join(known)}."
        else:
            usual = [key for key in _USUAL if key in known]
            hint = f"Usual here: {', '.join(usual)}; the reference of the format lists all."
        message = f"‘{key}’ is no key of {one(word(record))}."
        help = f"{hint} A key of your own begins with ‘x-’."
        self.problems.append(Problem("unknown-key", (*at, key), message, help, at_key=True))


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


class Unfold:
    """The way back: the shortest way to write a folded record. ``known`` as for folding."""

    def __init__(self, known: Mapping[str, str] | None = None) -> None:
        self.known = known or {}

    def record(self, folded: Any, record: type, short: str | None = None) -> Any:
        """A record in its shortest form."""
        if "refers" in folded:
            return folded["refers"]
        shaped = {s.key: self.value(folded[s.attribute], s) for s in shapes(record).values() if s.attribute in folded}
        out = shaped | folded.get("extra", {})
        form = FORMS[record]
        if len(shaped) == len(out) == 1:
            ((key, value),) = out.items()
            if isinstance(value, str | float | int) and key == self.stands_for(value, form, short):
                return value
        return True if form.flag and not out else out

    def stands_for(self, value: float | str, form: Form, short: str | None) -> str:
        """The key for which a text or number alone would be taken."""
        if form.named and str(value) in self.known:
            return self.known[str(value)]
        keys = (short,) if short else form.short
        is_number = not isinstance(number_of(value), str)
        return next((key for key in keys if key != "score" or is_number), "")

    def value(self, value: Any, shape: Shape) -> Any:
        """The value of a key in its shortest form: a list of one is its entry."""
        if shape.container == "list":
            return _one([self.item(entry, shape) for entry in value])
        if shape.container == "map":
            entries = {key: _one(texts) if shape.lists else self.item(texts, shape) for key, texts in value.items()}
            return entries[shape.alone] if shape.alone and list(entries) == [shape.alone] else entries
        return self.item(value, shape)

    def item(self, value: Any, shape: Shape) -> Any:
        """One value in its shortest form."""
        return self.record(value, shape.item, shape.short) if shape.is_record else value


def _one(entries: list[Any]) -> Any:
    return entries[0] if len(entries) == 1 and not isinstance(entries[0], list | bool) else entries
