"""Lists as they are typed elsewhere: long dashes, bullets, numbers, a tab or no space behind the dash."""

import re
from collections.abc import Container

from cjm.source.build import GLUED, Slip
from cjm.source.place import Diagnosis, Place

_OTHER = r"[–—−‒•·●▪◦‣∙*]|[0-9]{1,2}[.)]|-(?= *\t)|-(?=[\u00a0\u202f])"
_LINE = re.compile(rf"(?m)^(?P<margin> *)(?P<mark>{_OTHER})(?P<gap>[ \t\u00a0\u202f]+)(?P<rest>[^\s].*)")
_GLUED = re.compile(r"(?m)^(?P<margin> *)(?P<mark>-)(?P<rest>[^\W\d_].*)")
_WORDS = re.compile(r"(?P<margin> *- +)(?P<rest>[^\s].*)")


def other_bullet(place: Place) -> Diagnosis | None:
    """An entry of a list that does not begin with a hyphen and a space: where the parser gave up, or right above."""
    here = (place.start, place.at(place.opened).start, _above(place).start)
    found = [line for start in sorted(here) if (line := _LINE.match(place.text, start))]
    return _as_hyphen(place.text, found[0]) if found else None


def glued_dash(place: Place) -> Diagnosis | None:
    """A dash without a space behind it, as in ``-name: Pay`` or, below other entries, ``-Pays``."""
    for here in (place.at(place.opened), place, _above(place)):
        if found := _GLUED.match(place.text, here.start):
            above = place.at(max(0, here.start - 1)).line
            is_entry = ":" in found["rest"] or above.startswith(f"{found['margin']}-")
            begin = found.start("rest") if is_entry else here.start
            return _glued(found, is_entry=is_entry), (
                begin,
                " " * (found.end() - begin),
            )  # no room for a space: what stands there is lost
    return None


def words_without_key(place: Place) -> Diagnosis | None:
    """Words behind a dash, and keys below them: ``- Pay`` where ``- name: Pay`` is meant."""
    above = _above(place)
    found = _WORDS.match(place.text, above.start)
    if "mapping values are not allowed" not in place.problem or not found or re.search(r":(?:\s|$)", found["rest"]):
        return None
    words = found["rest"].split(" #")[0].rstrip()
    between = place.text[found.end() : place.start].strip()
    if between and "\n" not in between and re.fullmatch(r"[a-z_]+", words):
        return _value_below(above, found, between)
    message = f"‘{words[:40]}’ has no key, and ‘{place.line.partition(':')[0].strip()[:40]}:’ below it has one."
    help = f"Put a key and a colon in front: - name: {words[:60]} or, for a pain or a quote, - text: {words[:60]}"
    at = len(found["margin"])
    return above.slip(at, at + len(words), message, help), (found.start("rest"), " " * len(found["rest"]))


def _value_below(place: Place, found: re.Match[str], value: str) -> Diagnosis:
    """A key on its own line, without a colon, and its value on the next."""
    at = len(found["margin"])
    slip = place.slip(
        at, at + len(found["rest"]), f"‘{found['rest']}’ has no colon.", f"Write - {found['rest']}: {value[:60]}"
    )
    text = place.text[found.end("rest") : place.text.index(value, found.end("rest")) + len(value)]
    return slip, (found.end("rest"), f": {value}".ljust(len(text)) if len(value) + 2 <= len(text) else " " * len(text))


def unlisted(text: str, begun: Container[int]) -> Diagnosis | None:
    """A list that was read as one text, or as keys, as its entries do not begin with a hyphen and a space.

    Within a text such a sign is part of it: only where a text or key has ``begun`` with one, on a line of its own, is it
    told.
    """
    lines = (found for found in _LINE.finditer(text) if found.start("mark") in begun)
    return next((_as_hyphen(text, found) for found in lines), None)


def _as_hyphen(text: str, found: re.Match[str]) -> Diagnosis:
    """The slip of a line, with all lines of its kind read as entries."""
    if found["mark"] == "-":
        message = "Behind this dash stands a tab, or a space that does not break: YAML wants a plain one."
    else:
        message = f"‘{found['mark']}’ begins no entry of a list: YAML wants a hyphen and a space."
    help = f"Write - {found['rest'].rstrip()[:60]}"
    help = f"{help}, and the same in the other lines." if len(_LINE.findall(text)) > 1 else help
    repair = _LINE.sub(lambda each: f"{each['margin']}{'-'.ljust(len(each['mark'] + each['gap']))}{each['rest']}", text)
    return Slip("syntax", found.start("mark"), found.end(), message, help), (0, repair)


def _glued(found: re.Match[str], *, is_entry: bool) -> Slip:
    help = f"Write - {found['rest'].rstrip()[:60]}"
    help = help if is_entry else f"{help}, and the text above it behind a dash of its own."
    return Slip("syntax", found.start("mark"), found.end(), GLUED, help)


def _above(place: Place) -> Place:
    """The nearest line above that is indented less: what the place would belong to."""
    deep = len(place.line) - len(place.line.lstrip(" "))
    here = place
    while here.start and (not here.line.strip() or len(here.line) - len(here.line.lstrip(" ")) >= deep):
        here = here.at(here.start - 1)
    return here
