"""What a change says in a picture: the value before and after, in the words of the map's language."""

from cjm.diff.change import Change
from cjm.render.layouts.twin import Twin
from cjm.render.told.values import value

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


def delta(twin: Twin, change: Change) -> str:
    """A changed field in a few words; empty where the values are too long, or are ids, and do not help."""
    key = change.field.split("/")[-1]
    before, after = value(twin.before.naming, key, change.before), value(twin.after.naming, key, change.after)
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
    return _whose(twin, change) + value(twin.before.naming, change.field.split("/")[-1], change.before)


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
