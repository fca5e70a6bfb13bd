"""What a value of a map is called: one side of a change in words of a language, the same in pictures and in lists."""

from collections.abc import Callable, Mapping
from typing import Any

from cjm.diff.change import Side
from cjm.model.journey import Journey
from cjm.model.metric import Metric
from cjm.model.moment import Feeling
from cjm.model.problem import Parts
from cjm.model.walk import found_at
from cjm.render.amounts import duration
from cjm.render.naming import Naming

Say = Callable[[Naming, Any], str]


def value(naming: Naming, key: str, where: Side | None) -> str:
    """What stands under a key on one side of a change; nothing where that side has none."""
    if where is None or where.value is None:
        return ""
    if key in {"target", "value"} and (found := _metric(naming.journey, where.parts)):
        reading = naming.metric(*found)
        return reading.target if key == "target" else reading.value
    return _SAYS.get(key, _plain)(naming, where.value)


def entries(naming: Naming, key: str, where: Side | None) -> list[str]:
    """The same entry by entry where it is a list of words, else as one."""
    if where is None or where.value in (None, "", []):
        return []
    values = where.value if isinstance(where.value, list) else [where.value]
    return [value(naming, key, where._replace(value=each)) for each in values]


def _metric(journey: Journey, parts: Parts) -> tuple[str, Metric] | None:
    """The figure that a route leads into, with what it is known by."""
    place = next((index for index, part in enumerate(parts) if part == "metrics"), None)
    if place is None or len(parts) < place + 2:
        return None
    record = found_at(journey, parts[: place + 2])
    return (record.id or str(parts[place + 1]), record) if isinstance(record, Metric) else None


def _plain(naming: Naming, value: Any) -> str:
    """A text, a number or a list of them."""
    if isinstance(value, list):
        return ", ".join(_plain(naming, each) for each in value)
    if isinstance(value, dict):
        return "; ".join(_plain(naming, each) for each in value.values())
    return naming.words.word("marks", "truth") if value is True else str(value)


def _listed(name: Say) -> Say:
    """Names of what is referred to, one or several."""

    def say(naming: Naming, value: Any) -> str:
        return ", ".join(name(naming, each) for each in (value if isinstance(value, list) else [value]))

    return say


def _word(table: str) -> Say:
    return lambda naming, value: naming.words.word(table, str(value))


def _feeling(naming: Naming, value: Any) -> str:
    """A feeling as a figure and a word, as JSON holds it."""
    feeling = value if isinstance(value, dict) else {"score": value}
    return felt(naming, Feeling(score=feeling.get("score"), emotion=feeling.get("emotion", "")))


def felt(naming: Naming, feeling: Feeling) -> str:
    """A feeling as a figure and a word."""
    figure = "" if feeling.score is None else naming.score(feeling.score)
    return f"{figure}\u00a0{feeling.emotion}".strip("\u00a0")


def _date(value: Any) -> str:
    """The date in a field that may also only say yes."""
    return "" if str(value).lower() == "true" else str(value)


_SAYS: Mapping[str, Say] = {
    **dict.fromkeys(("owner", "actor"), _listed(lambda naming, value: naming.actor(value))),
    **dict.fromkeys(("initiator", "receiver"), lambda naming, value: naming.party(str(value))),
    **dict.fromkeys(("system", "systems"), _listed(lambda naming, value: naming.system(value))),
    **dict.fromkeys(("duration", "wait", "at", "limit"), lambda naming, value: duration(str(value), naming.words)),
    **dict.fromkeys(("feels", "intent"), _feeling),
    "channel": _listed(lambda naming, value: naming.channel(value)),
    "personas": _listed(lambda naming, value: naming.persona(value)),
    "status": _word("statuses"),
    "automation": _word("automation"),
    "control": _word("control"),
    "kind": lambda naming, value: naming.words.word("marks", "action") if value == "action" else "",
    "validated": lambda naming, value: f"{naming.words.word('statuses', 'validated')} {_date(value)}".strip(),
    "moves": lambda naming, value: naming.metric(str(value), Metric()).name,
}
"""How the values of a key are told where that is not as they are written."""
