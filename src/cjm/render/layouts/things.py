"""What a moment holds under the key of a lane, as a comparison tells it: each thing by its name, with its route."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from cjm.figures.emotion import score
from cjm.model.moment import Moment, Step
from cjm.model.problem import Parts
from cjm.render.amounts import duration, signed
from cjm.render.layouts.sheet import Sheet
from cjm.render.naming import leaves
from cjm.render.typography import quoted


class Thing(NamedTuple):
    """One thing: its route (that of its key where it is a plain text), its kind, its id, what it says and a remark."""

    route: Parts
    kind: str
    id: str
    text: str
    note: str = ""

    @property
    def is_text(self) -> bool:
        """Whether it is a text without an identity of its own."""
        return not self.kind


Say = Callable[[Sheet, Any], str]
Read = Callable[[Sheet, Moment], Iterator[str]]


def things(sheet: Sheet, moment: Moment, route: Parts, key: str) -> Iterator[Thing]:
    """What a moment holds under a key, in its order; what it says for single personas with their names."""
    if key == "metrics":
        for name, metric in moment.metrics.items():
            reading = sheet.naming.metric(name, metric)
            told = ": ".join(filter(None, (reading.name, reading.value)))
            note = sheet.words.fill("marks", "target", reading.target) if reading.target and not reading.value else ""
            yield Thing((*route, key, name), "metric", name, told, note)
    elif key in _RECORDS:
        kind, say = _RECORDS[key]
        for index, record in enumerate(getattr(moment, key)):
            yield Thing((*route, key, index), kind, getattr(record, "id", ""), say(sheet, record))
    else:
        for text in _TEXTS.get(key, _prose(key))(sheet, moment):
            yield Thing((*route, key), "", "", text)
    if key in {"does", "thinks", "says"}:
        for who, voice in moment.for_.items():
            for each in getattr(voice, key):
                text = quoted(each.text, sheet.words) if key == "says" else each
                yield Thing((*route, "for", who), "", "", f"{sheet.naming.persona(who)}: {text}")


def _step(sheet: Sheet, step: Step) -> str:
    """What is done, or who does it where that is all there is."""
    doer = sheet.naming.actor(step.actor) if step.actor else sheet.naming.system(step.system) if step.system else ""
    return "; ".join(step.does) or doer


def _prose(key: str) -> Read:
    """Texts under a key of the format, or of the user's own."""

    def read(_: Sheet, moment: Moment) -> Iterator[str]:
        value = moment.extra.get(key) if key.startswith("x-") else getattr(moment, key, ())
        yield from leaves(value if not isinstance(value, tuple) else list(value))

    return read


def _goals(_: Sheet, moment: Moment) -> Iterator[str]:
    yield from getattr(moment, "goal", ())


def _intent(sheet: Sheet, moment: Moment) -> Iterator[str]:
    if moment.intent:
        value = score(moment.intent, sheet.journey.scale)
        yield " ".join(filter(None, ("" if value is None else signed(value, sheet.words), moment.intent.emotion)))


def _importance(_: Sheet, moment: Moment) -> Iterator[str]:
    if moment.importance is not None:
        yield f"{moment.importance}/5"


def _wait(sheet: Sheet, moment: Moment) -> Iterator[str]:
    if moment.wait:
        yield duration(moment.wait, sheet.words)


def _systems(sheet: Sheet, moment: Moment) -> Iterator[str]:
    yield from (sheet.naming.system(system) for system in moment.systems)


def _tone(sheet: Sheet, moment: Moment) -> Iterator[str]:
    for mood, texts in moment.tone.items():
        yield ("" if mood == "always" else f"{sheet.naming.channel(mood)}: ") + "; ".join(texts)


_RECORDS: Mapping[str, tuple[str, Say]] = {
    "pains": ("pain", lambda _, pain: pain.text),
    "gains": ("gain", lambda _, gain: gain.text),
    "opportunities": ("opportunity", lambda _, opportunity: opportunity.title),
    **dict.fromkeys(("onstage", "backstage", "support"), ("step", _step)),
    "automations": ("automation", lambda _, automation: "; ".join(automation.do)),
    "rules": ("rule", lambda _, rule: rule.text),
    "says": ("quote", lambda sheet, quote: quoted(quote.text, sheet.words)),
}
"""The lanes of records, with the type of their elements and what each of them says."""

_TEXTS: Mapping[str, Read] = {
    "goals": _goals, "intent": _intent, "importance": _importance, "wait": _wait, "systems": _systems, "tone": _tone,
}  # fmt: skip
"""The lanes whose texts are not simply those under their key."""
