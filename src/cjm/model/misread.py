"""Keys that the format does not have, and what was meant by them: a slip of the pen, another language, a text."""

import re
from collections.abc import Iterable
from typing import Any

from cjm.finding import Severity
from cjm.model import vocabulary
from cjm.model.fold import MANY, number_of, text_of, word
from cjm.model.problem import CLOSE, Parts, Problem, listed, nearest, one
from cjm.model.record import FORMS
from cjm.model.shape import Shape, shapes
from cjm.source.spell import spell

_FEW = 16
_USUAL = frozenset((
    "title", "lang", "stages", "name", "age", "quote", "goals", "needs", "frustrations", "does", "thinks", "says", "feels",
    "channel", "touchpoints", "onstage", "backstage", "pains", "opportunities", "metrics",
))  # fmt: skip
_CALLED = {"Goals": "a pair of goals", "Research": "a study", "Voice": "a persona's view"}
_LONGEST = 100
_BEHIND_COMMA = re.compile(r"(?P<words>.+?),\s*(?P<key>\w+)")


def unknown_key(key: str, node: dict[str, Any], record: type, at: Parts) -> tuple[Problem, str]:
    """A key that the format does not have here, as a problem; and the one that was clearly meant, if there is any."""
    known = _keys(record)
    homes = [
        _called(other) for other in FORMS if key in shapes(other) and (FORMS[other].short or not other.__subclasses__())
    ]
    message = f"‘{key}’ is no key of {_called(record)}."
    meant = vocabulary.meant(key, known)
    if key.strip() in known:
        message = f"Behind ‘{key.strip()}’ stands a space that does not break."
        return Problem(
            "unknown-key", (*at, key), message, "Delete it, or put a plain one there.", at_key=True
        ), key.strip()
    if key[:1] == "-" and key[1:].strip() in known:
        problem = Problem(
            "unknown-key",
            (*at, key),
            f"The space behind the dash of ‘{key}’ is missing.",
            f"Write - {key[1:]}:",
            at_key=True,
        )
        return problem, key[1:].strip()
    if meant:
        message = f"‘{key}’ is called ‘{meant}’ here."
        hint = "There is one already: keep one of the two." if _is_taken(meant, node) else f"Write {meant}."
    elif meant := nearest(key, known):
        is_capital = key.lower() == meant
        hint = f"Write {meant}, in small letters." if is_capital else f"Did you mean ‘{meant}’?"
    elif homes:
        hint = f"It is a key of {listed(homes)}."
    elif len(known) <= _FEW:
        hint = f"Possible here: {', '.join(known)}."
    else:
        usual = [each for each in known if each in _USUAL]
        hint = f"Usual here: {', '.join(usual)}; the reference of the format lists all."
    problem = Problem("unknown-key", (*at, key), message, f"{hint} A key of your own begins with ‘x-’.", at_key=True)
    if not _is_sure(key, meant, known) or _is_taken(meant, node):
        return problem, ""
    return problem.meaning(meant, is_safe=True), MANY[meant] if meant not in shapes(record) else meant


def split_entry(node: dict[str, Any], record: type, at: Parts, short: str) -> tuple[Problem, Any] | None:
    """An entry of a list whose first words became a key by a colon: the problem, and the entry that was meant.

    Nothing where the key is the slip. An entry of one key is its text again, any other has it under ``short``.
    """
    (key, value), *rest = node.items()
    known = _keys(record)
    if (found := _BEHIND_COMMA.fullmatch(key)) and found["key"] in known:
        entry = {short: found["words"], found["key"]: value, **dict(rest)}
        message = f"‘{found['key']}’ stands behind a comma here, and so belongs to the text before it."
        return Problem("unknown-key", (*at, key), message, f"Write - {in_braces(entry)}", at_key=True), entry
    if vocabulary.meant(key, known) or nearest(key, known) or key[:1] == "-":
        return None
    text = f"{key}: {text_of(value)}"
    message = f"The colon makes a key of ‘{key}’, and {_called(record)} has no such key."
    help = (
        f"If this is one text, put it between double quotes: - {f'{short}: ' if rest else ''}{spell(text, flow=False)}"
    )
    return Problem("unknown-key", (*at, key), message, help, at_key=True), {short: text, **dict(rest)} if rest else text


def named(entries: list[Any], shape: Shape, at: Parts) -> tuple[dict[str, Any], dict[Parts, str | int]] | None:
    """What was meant by a list where keys are wanted: ``- csat: 52``; and how its routes are spelled in the list.

    Nothing where an entry does not say by its first key what it is about.
    """
    meant: dict[str, Any] = {}
    spelled: dict[Parts, str | int] = {}
    for place, entry in enumerate(entries):
        key, value = next(iter(entry.items()), ("", None)) if isinstance(entry, dict) else ("", None)
        if key == "kind" and isinstance(text_of(value), str):
            key, inside = text_of(value), entry
        elif not key or key in shapes(shape.item):
            return None
        elif isinstance(value, dict):
            inside = {**value, **{other: entry[other] for other in entry if other != key}}
        else:
            short = FORMS[shape.item].short[:1]
            inside = {**dict.fromkeys(short, value), **{other: entry[other] for other in entry if other != key}}
            spelled |= {(*at, key, *short): key}
        if key in meant:
            return None
        meant[key] = inside
        spelled[*at, key] = place
    return meant, spelled


def list_for_keys(meant: dict[str, Any], shape: Shape, at: Parts) -> Problem:
    """A list where keys are wanted, with what was meant."""
    short = {key: value for key, value in meant.items() if value is not None}
    text = in_braces({shape.key: {key: _shortest(value, shape.item) for key, value in short.items()}})[1:-1]
    message = f"‘{shape.key}’ takes keys without dashes, not a list."
    return Problem(
        "wrong-type", at, message, f"Write {text}" if len(text) <= _LONGEST else f"It takes {shape.doc}.", at_key=True
    )


def several_in_one(text: str, shape: Shape, at: Parts) -> Problem:
    """A text alone where a list of names is wanted, with commas."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    message = f"‘{text}’ is taken for one {word(shape.item)}."
    return Problem("bad-value", (*at, 0), message, f"Write {shape.key}: {in_braces(parts)}", Severity.WARNING)


def in_record(entries: Iterable[Any], record: type) -> dict[str, Any]:
    """The record that a list of values was meant to be, each under the first key that can take it; empty if there is none."""
    meant: dict[str, Any] = {}
    for entry in entries:
        text = text_of(entry)
        is_number = not isinstance(number_of(entry), str)
        free = (key for key in FORMS[record].short if key not in meant and key in shapes(record))
        key = next((key for key in free if is_number or shapes(record)[key].item is str), "")
        if not key or not isinstance(text, str):
            return {}
        meant[key] = entry
    return meant


def in_braces(node: Any) -> str:
    """A value as one would write it on one line: ``{text: Late, severity: 4}``."""
    if isinstance(node, dict):
        return f"{{{', '.join(f'{spell(key, flow=True, was_plain=True)}: {in_braces(value)}' for key, value in node.items())}}}"
    if isinstance(node, list):
        return f"[{', '.join(map(in_braces, node))}]"
    return "" if node is None else spell(text_of(node), flow=True, was_plain=True)


def _shortest(node: Any, record: type) -> Any:
    short = FORMS[record].short[:1]
    return node[short[0]] if isinstance(node, dict) and short and list(node) == list(short) else node


def _keys(record: type) -> list[str]:
    """The keys of a record, other spellings among them."""
    return [*shapes(record), *(key for key, many in MANY.items() if many in shapes(record))]


def _is_taken(key: str, node: dict[str, Any]) -> bool:
    return MANY.get(key, key) in {MANY.get(each, each) for each in node}


def _is_sure(key: str, meant: str, known: list[str]) -> bool:
    return meant != "" and (vocabulary.meant(key, known) == meant or nearest(key, known, CLOSE) != "")


def _called(record: type) -> str:
    """What a record is called in a sentence, with its article."""
    return _CALLED.get(record.__name__) or one(word(record))
