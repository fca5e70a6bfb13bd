"""What a change says in a picture: the value before and after, in the words of the map's language."""

from collections.abc import Callable, Mapping
from typing import Any

from cjm.diff.change import Change, Side
from cjm.model.journey import Journey
from cjm.model.metric import Metric
from cjm.model.moment import Feeling
from cjm.model.problem import Parts
from cjm.render.amounts import duration
from cjm.render.layouts.merged import Which
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.twin import Twin

NONE = "–"
"""Where a side says nothing."""

_LONGEST = 60  # characters of a value that is told beside the other

_HIDDEN = {"id", "needs", "solves", "next", "to", "formerly", "uses", "map"}  # ids and paths
_PLAIN = {"owner", "feels", "wait"}  # whose words say what they are

_FILLED = {
    **{key: key for key in ("severity", "frequency", "impact", "effort", "due", "moves", "told", "wait", "target")},
    "n": "count", "evidence": "research",
}  # fmt: skip
"""Keys with a word of their own among the marks, in which the value is put."""

Say = Callable[[Sheet, Any], str]


def delta(twin: Twin, change: Change) -> str:
    """A changed field in a few words; empty where the values are too long, or are ids, and do not help."""
    key = change.field.split("/")[-1]
    sides: tuple[tuple[Which, Side | None], ...] = (("before", change.before), ("after", change.after))
    before, after = (_value(twin, key, side, where) for side, where in sides)
    if key in _HIDDEN or before == after or max(len(before), len(after)) > _LONGEST:
        return _named(twin, key)
    both = twin.arrow(before or NONE, after or NONE)
    if key in _FILLED:
        word = "worth" if key == "severity" and change.element.type == "gain" else _FILLED[key]
        both = twin.words.fill("marks", word, both)
    elif name := _named(twin, key):
        both = f"{name}: {both}"
    return _whose(twin, change) + both


def as_it_was(twin: Twin, change: Change) -> str:
    """The earlier value of a changed field."""
    return _whose(twin, change) + _value(twin, change.field.split("/")[-1], "before", change.before)


def handoff(twin: Twin, change: Change) -> str:
    """From whom to whom something is, or was, handed over."""
    naming = (twin.after if change.after else twin.before).naming
    return f"{twin.words.word('marks', 'handoff')}: {twin.arrow(*map(naming.actor, change.here.value))}"


def _named(twin: Twin, key: str) -> str:
    """What a field is called where its values do not tell it."""
    table, word = {"personas": ("head", "personas"), "moment_of_truth": ("marks", "truth")}.get(key, ("lanes", key))
    return "" if key in _PLAIN or not twin.words.has(table, word) else twin.words.word(table, word)


def _whose(twin: Twin, change: Change) -> str:
    """Of which persona a change of one voice tells."""
    parts = change.field.split("/")
    return f"{twin.after.naming.persona(parts[1])}: " if parts[0] == "for" and len(parts) > 2 else ""


def _value(twin: Twin, key: str, side: Which, where: Side | None) -> str:
    """One side of a change in words."""
    if where is None or where.value is None:
        return ""
    sheet = twin.sheet(side)
    if key in {"target", "value"} and (found := _metric(sheet.journey, where.parts)):
        reading = sheet.naming.metric(*found)
        return reading.target if key == "target" else reading.value
    return _SAYS.get(key, _plain)(sheet, where.value)


def _metric(journey: Journey, parts: Parts) -> tuple[str, Metric] | None:
    """The figure that a route leads into, with what it is known by."""
    place = next((index for index, part in enumerate(parts) if part == "metrics"), None)
    if place is None or len(parts) < place + 2:
        return None
    record = at(journey, parts[: place + 2])
    return (record.id or str(parts[place + 1]), record) if isinstance(record, Metric) else None


def at(journey: Journey, parts: Parts) -> Any:
    """What stands at a route in a map."""
    found: Any = journey
    for part in parts:
        if isinstance(part, int) or isinstance(found, Mapping):
            found = found[part]
        else:
            found = getattr(found, part, None) or getattr(found, f"{part}_", None)
    return found


def _plain(sheet: Sheet, value: Any) -> str:
    """A text, a number or a list of them."""
    if isinstance(value, list):
        return ", ".join(_plain(sheet, each) for each in value)
    if isinstance(value, dict):
        return "; ".join(_plain(sheet, each) for each in value.values())
    return sheet.words.word("marks", "truth") if value is True else str(value)


def _listed(name: Say) -> Say:
    """Names of what is referred to, one or several."""

    def say(sheet: Sheet, value: Any) -> str:
        return ", ".join(name(sheet, each) for each in (value if isinstance(value, list) else [value]))

    return say


def _word(table: str) -> Say:
    return lambda sheet, value: sheet.words.word(table, str(value))


def _feeling(sheet: Sheet, value: Any) -> str:
    """A feeling as a figure and a word, as JSON holds it."""
    feeling = value if isinstance(value, dict) else {"score": value}
    return felt(sheet, Feeling(score=feeling.get("score"), emotion=feeling.get("emotion", "")))


def felt(sheet: Sheet, feeling: Feeling) -> str:
    """A feeling as a figure and a word."""
    figure = "" if feeling.score is None else sheet.naming.score(feeling.score)
    return f"{figure}\u00a0{feeling.emotion}".strip("\u00a0")


def _date(value: Any) -> str:
    """The date in a field that may also only say yes."""
    return "" if str(value).lower() == "true" else str(value)


_SAYS: Mapping[str, Say] = {
    **dict.fromkeys(("owner", "actor"), _listed(lambda sheet, value: sheet.naming.actor(value))),
    **dict.fromkeys(("initiator", "receiver"), lambda sheet, value: sheet.party(str(value))),
    **dict.fromkeys(("system", "systems"), _listed(lambda sheet, value: sheet.naming.system(value))),
    **dict.fromkeys(("duration", "wait", "at", "limit"), lambda sheet, value: duration(str(value), sheet.words)),
    **dict.fromkeys(("feels", "intent"), _feeling),
    "channel": _listed(lambda sheet, value: sheet.naming.channel(value)),
    "personas": _listed(lambda sheet, value: sheet.naming.persona(value)),
    "status": _word("statuses"),
    "automation": _word("automation"),
    "control": _word("control"),
    "kind": lambda sheet, value: sheet.words.word("marks", "action") if value == "action" else "",
    "validated": lambda sheet, value: f"{sheet.words.word('statuses', 'validated')} {_date(value)}".strip(),
    "moves": lambda sheet, value: sheet.naming.metric(str(value), Metric()).name,
}
"""How the values of a key are told where that is not as they are written."""
