"""What fields and their values are called where a change is told: plain words instead of keys and ids."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cjm.diff.change import Element
from cjm.model.identity import SPACES
from cjm.model.journey import Journey
from cjm.model.lookup import actors, lookup
from cjm.model.metric import SHARES, Metric
from cjm.model.problem import Parts
from cjm.model.record import Named
from cjm.model.values import complete
from cjm.model.walk import found_at, walk

MINUS = "\u2212"

FEELINGS = frozenset({"feels", "intent"})

_LABELS = {
    "feels": "emotion", "intent": "intended emotion", "does": "doing", "thinks": "thought", "says": "quote",
    "validated": "validation", "next": "way on", "map": "detailed map", "for": "voice", "fails": "failure",
    "succeeds": "success", "why": "reason", "when": "condition", "do": "action", "by": "speaker", "due": "due date",
    "with": "who was asked", "n": "number of cases", "formerly": "earlier ids", "told": "customers told",
    "better": "better side", "available": "availability", "personas": "who meets it", "solves": "pains solved",
    "moves": "metric to move", "compares_to": "compared map",
}  # fmt: skip

_TERSE = frozenset({
    "actor", "age", "at", "automation", "available", "better", "category", "channel", "cjm", "compares_to", "control",
    "currency", "date", "device", "due", "duration", "effort", "evidence", "formerly", "frequency", "function", "id", "impact",
    "importance", "initiator", "key", "kind", "lang", "limit", "link", "map", "max", "medium", "method", "min", "moves",
    "n", "occasion", "owned_by", "owner", "part_of", "personas", "phase", "receiver", "review_every", "reviewed",
    "segment", "severity", "share", "state", "status", "system", "systems", "tags", "target", "team", "timeframe",
    "told", "unit", "url", "uses", "validated", "value", "wait", "with",
})  # fmt: skip
"""Keys whose values are a word, a name or a figure: told without quotation marks."""

_SHORT = frozenset({"nps", "csat", "ces"})

_GOALS = {"to": ("stage", "touchpoint"), "needs": ("step", "touchpoint"), "solves": ("pain",), "moves": ("metric",)}
"""Keys that name elements of the map by id, and the types of these."""

_PLURAL = frozenset({"minute", "hour", "day", "working day", "week", "month", "year"})

_WORDS = frozenset({"automation", "channel", "control", "kind", "method", "state", "status", "with"})
"""Keys whose values are words of the format, written with underscores."""


_TYPES = {"branch": "way on", "member": "team member", "lane": "own lane", "map": "map"}


def kind(element: Element) -> str:
    """What sort of thing an element is."""
    return _TYPES.get(element.type) or element.type


def label(key: str) -> str:
    """What a key of the format is called: ``emotion`` for ``feels``; one of the user's own by its name."""
    return _LABELS.get(key) or key.removeprefix("x-").replace("_", " ").replace("-", " ")


def figure(value: float, *, signed: bool = False) -> str:
    """A number for people: no idle zeros, a real minus sign, and with ``signed`` a plus as well."""
    rounded = round(value, 2) or 0.0  # no minus before a zero
    sign = MINUS if rounded < 0 else "+" if signed and rounded > 0 else ""
    return f"{sign}{abs(rounded):g}"


def feeling(value: Any, *, signed: bool = True) -> str:
    """A feeling: ``−2 anxious``, from ``{"score": -2, "emotion": "anxious"}``, a number or a word."""
    if not isinstance(value, Mapping):
        return figure(value, signed=signed) if isinstance(value, int | float) else str(value)
    score, emotion = value.get("score"), value.get("emotion") or ""
    return " ".join(filter(None, (figure(score, signed=signed) if score is not None else "", emotion))) or "?"


def amount(text: str, parts: Parts, journey: Journey) -> str:
    """A figure of the metric at a place: a share as a percentage, a bare number with its unit."""
    metric = found_at(journey, parts)
    whole = complete(metric, str(parts[-1]), journey, None) if isinstance(metric, Metric) else None
    is_number = re.fullmatch(r"[-+\u2212]?[0-9.]+", text) is not None
    if not whole or not is_number:
        return text.replace("-", MINUS, 1) if text.startswith("-") else text
    value = float(text.replace(MINUS, "-"))
    if whole.kind in SHARES:
        return f"{figure(value * 100)}%"
    return f"{figure(value)} {whole.unit}{'s' if value != 1 and whole.unit in _PLURAL else ''}".rstrip()


def said(value: Any, key: str, journey: Journey) -> str:
    """A value as a sentence shows it: names for ids, texts in quotation marks, entries with commas between them."""
    if key in FEELINGS:
        return feeling(value, signed=journey.scale.min < 0)
    match value:
        case bool():
            told = "yes" if value else "no"
        case int() | float():
            told = f"{figure(value * 100)}%" if key == "share" else figure(value)
        case Mapping():
            told = ", ".join(f"{label(str(part))} {said(each, str(part), journey)}" for part, each in value.items())
        case list() | tuple():
            joint = ", " if all(isinstance(each, str) for each in value) else "; "
            told = joint.join(said(each, key, journey) for each in value)
        case _:
            text = name(str(value), key, journey)
            told = text if key in _TERSE else f"‘{text}’"
    return told


def called(element: Element, journey: Journey) -> str:
    """What the reader knows an element by: its name; a step without one by who does it, a way on by where it leads."""
    match element.type:
        case "step":
            return name(name(element.name, "actor", journey), "system", journey)
        case "branch":
            return name(element.name, "to", journey)
        case "metric":
            return element.name.upper() if element.name in _SHORT else element.name.replace("_", "-")
    return " ".join(element.name.split())


def name(word: str, key: str, journey: Journey) -> str:
    """What a map calls a thing that it names under a key: ``Porting desk`` for ``porting-desk``."""
    text = " ".join(word.split())
    if key in _GOALS:
        return next(_goals(word, key, journey), text)
    if found := lookup(word, _entries(key, journey)):
        known = " ".join((found.name or word).split())
        return known.split(",", maxsplit=1)[0] if key == "personas" else known
    return text.replace("_", " ") if key in _WORDS else text


def _entries(key: str, journey: Journey) -> Sequence[Named]:
    match key:
        case "owner" | "actor" | "initiator" | "receiver" | "owned_by":
            return actors(journey)
        case "system" | "systems":
            return journey.systems
        case "personas":
            return journey.personas
        case "channel":
            return journey.channels
    return ()


def _goals(word: str, key: str, journey: Journey) -> Iterator[str]:
    """What the elements are called that an id stands for."""
    for place, record in walk(journey):
        kind, sources = SPACES.get(str(place[-2]), ("", ())) if len(place) > 1 else ("", ())
        if kind in _GOALS[key] and getattr(record, "id", "") == word:
            text = next((text for source in sources if (text := getattr(record, source, ""))), "")
            if told := text if isinstance(text, str) else " · ".join(text):
                yield " ".join(told.split())
