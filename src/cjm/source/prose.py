"""Slips within a line: prose that needs quotes, quotes and brackets that do not match."""

import re

from cjm.source.brackets import closed, culprit, disguised, mended
from cjm.source.place import KEY, Diagnosis, Place, disguise, mute, quoted
from cjm.source.spell import spell

_TYPOGRAPHIC = {'"': frozenset("„“”«»"), "'": frozenset("‘’‚")}
_QUOTED_LIST = re.compile(r"""(?:"[^"]*"|'[^']*')(?:\s*[,;]\s*(?:"[^"]*"|'[^']*'))+""")
_FIGURE = re.compile(r"(?P<name>[\w -]+): [-+−]?[0-9][0-9.,]* ?%?")
_BEHIND_COMMA = re.compile(r"(?P<words>[^,]+), *(?P<key>[a-z_]+)")


def strange_start(place: Place) -> Diagnosis | None:
    """A value that begins with a character that YAML keeps for itself."""
    mark = place.text[place.index : place.index + 1]
    if "cannot start any token" not in place.problem or not mark or mark == "\t":
        return None
    rest = re.split(r"\s#|$", place.text[place.index : place.start + len(place.line)])[0].strip(" ,]}")
    at = place.index - place.start
    help = f"Put the text between double quotes: {quoted(rest)}"
    return place.slip(at, at + 1, f"A text cannot begin with ‘{mark}’ unless it is quoted.", help), (place.index, "_")


def star_start(place: Place) -> Diagnosis | None:
    """A text that begins with a star or an ampersand, before the parser takes it for a reference."""
    found = re.match(KEY + r"\s+(?P<value>[*&].*|[|>?]\s+\S.*)", place.line)
    if not found or ("scanning an a" not in place.problem and "expected" not in place.problem):
        return None
    at = found.start("value")
    help = f"Put the text between double quotes: {found['key']}: {quoted(found['value'])}"
    message = f"A text cannot begin with ‘{found['value'][0]}’ unless it is quoted."
    return place.slip(at, at + 1, message, help), (place.start + at, "_")


def starred_key(place: Place) -> Diagnosis | None:
    """A key between stars, as Markdown makes words bold: ``**stages**:``."""
    found = re.match(r"(?P<head>[ ]*(?:- +)*)(?P<stars>\*+)(?P<key>[\w-]+)(?P<more>\*+:|:\*+)", place.line)
    if not found:
        return None
    slip = place.slip(found.start("stars"), found.end(), "A key stands without stars.", f"Write {found['key']}:")
    return slip, (place.start + found.start("stars"), found["key"].ljust(found.end() - found.start("stars") - 1) + ":")


def escape(place: Place) -> Diagnosis | None:
    """A backslash between double quotes."""
    if "escape" not in place.problem:
        return None
    at = place.text.rfind("\\", 0, place.index + 2)
    here = place.at(at)
    column = at - here.start
    message = "Between double quotes a backslash begins a special character, and this one is unknown."
    help = "Write / instead, or put the text between single quotes: 'C:\\quotes'."
    return here.slip(column, column + 2, message, help), (at, "/")


def text_after_quote(place: Place) -> Diagnosis | None:
    """Text after a closing quote: ``says: "No" she said``, ``'it's late'``."""
    last = place.last
    if (
        last is None
        or last.style not in ("'", '"')
        or not re.search("did not find expected|mapping keys", place.problem)
    ):
        return None
    start, end = last.start_mark.index, last.end_mark.index
    if place.text[end : place.index].strip() or place.text.find("\n", start, end) >= 0:
        return None
    here = place.at(end)
    found = re.match(KEY, here.line)
    if not found:
        return None
    value = re.split(r"\s#", here.line[start - here.start :])[0].rstrip()
    inner = value.replace('"', "'") if last.style == '"' else value[1:].rstrip("'")
    help = f'Put the whole text between double quotes: {found["key"]}: "{inner.strip()}"'
    if _QUOTED_LIST.fullmatch(value):
        help = f"Put several texts between brackets: {found['key']}: [{value}]"
    stop = max(end - here.start + 1, start - here.start + len(value))
    slip = here.slip(end - here.start, stop, "The text goes on after its closing quote.", help)
    return slip, (start, mute(value))


def open_quote(place: Place) -> Diagnosis | None:
    """A quote that is never closed, or is closed by the next quote some lines below."""
    index = None
    if "scanning a quoted scalar" in place.problem or "unexpected end of stream" in place.problem:
        index = place.opened
    elif place.last is not None and place.last.style in ("'", '"'):
        start, end = place.last.start_mark.index, place.last.end_mark.index
        if place.text.find("\n", start, end) >= 0 and not place.text[end : place.index].strip():
            index = start
    if index is None or place.text[index : index + 1] not in ("'", '"'):
        return None
    return unclosed(place.text, index)


def unclosed(text: str, index: int) -> Diagnosis:
    """The quote that opens at an index, and is not closed on its line."""
    here = Place(text, "", index, index, None)
    at = index - here.start
    inside = here.line[at + 1 :].rstrip()
    message = "The quote that opens here is not closed on this line."
    if inside[-1:] in _TYPOGRAPHIC[here.line[at]] and not _TYPOGRAPHIC[here.line[at]].intersection(inside[:-1]):
        message = f"A quote that opens with {here.line[at]} is not closed by {inside[-1]}."
        inside = inside[:-1]
    help = f"Close it at the end of the text: {here.line[at]}{inside}{here.line[at]}, or leave the quote out."
    return here.slip(at, at + 1, message, help), (index, mute(here.line[at:]))


def colon_in_text(place: Place) -> Diagnosis | None:
    """A colon and a space inside a text without quotes."""
    found = re.match(KEY + r"\s+(?P<value>[^\s'\"\[{].*)", place.line)
    if "mapping values are not allowed" not in place.problem or not found:
        return None
    colon = place.index - place.start
    if colon < found.start("value"):
        return None
    start = colon
    message = f"The text after ‘{found['key']}:’ holds a colon and a space, which YAML takes for another key."
    help = f"Put the whole text between quotes: {found['key']}: {quoted(found['value'])}"
    if words := _BEHIND_COMMA.fullmatch(found["key"]):
        start = found.start("key")
        rest = f"{spell(words['words'], flow=True, was_plain=True)}, {words['key']}: {found['value']}"
        message = f"‘{words['words']}’ has no key, and ‘{words['key']}:’ behind it has one."
        help = f"Put a key in front, and braces around: {{name: {rest}}} or, for a pain or a quote, {{text: {rest}}}"
    elif _FIGURE.fullmatch(found["value"]):
        start = found.start("value")
        help = f"{help} — or, if it is a key with its value, between braces: {found['key']}: {{{found['value']}}}"
    elif pair := _BEHIND_COMMA.fullmatch(found["value"][: colon - found.start("value")]):
        rest = place.line[colon:].strip()
        help = (
            f"{help} — or, if ‘{pair['key']}’ is a key of its own, write it on a line of its own: {pair['key']}{rest}"
        )
    return place.slip(start, colon + 1, message, help), (
        place.index,
        re.sub(r":(?=\s|$)", disguise(":"), place.line[colon:]),
    )


def brackets(place: Place) -> Diagnosis | None:
    """Inside ``[ ]`` or ``{ }``: prose that needs quotes, a colon without its space, a bracket left open."""
    opened = place.opened
    bracket = place.text[opened : opened + 1]
    in_flow = "flow" in place.problem or ("unexpected ':'" in place.problem)
    if not in_flow:
        return None
    if bracket not in ("[", "{"):
        opened = max(place.text.rfind("[", place.start, place.index), place.text.rfind("{", place.start, place.index))
        bracket = place.text[opened : opened + 1]
        if opened < 0:
            return None
    close = "]" if bracket == "[" else "}"
    here = place.at(opened)
    at = opened - here.start
    inside = _inside(place.text, opened, here, close)
    if inside is None:
        message = f"The bracket {bracket} that opens here is not closed on this line."
        line = closed(place.text, opened)
        close_it = f"Close it: {line} — or" if line else f"Close it with {close}, or"
        help = f"{close_it} write the entries below each other, each on its own line after a dash."
        return here.slip(at, at + 1, message, help), (
            opened,
            (bracket + close).ljust(len(here.line) - at)[: len(here.line) - at],
        )
    column = place.index - here.start if at < place.index - here.start <= at + len(inside) else at
    if colon := re.search(r"(?<=\w):(?=[^\s,\]}])", inside):
        word = re.split(r"[\s,]", inside[: colon.start()])[-1]
        message = f"After the colon of ‘{word}:’ a space is missing."
        column = at + 1 + colon.start()
        help = f"Write {word}: and a space, then the value"
    else:
        found = culprit(place.text, opened)
        column = found - here.start if 0 <= found - here.start <= at + len(inside) else column
        mark = place.text[here.start + column]
        message = f"Inside {bracket} {close} YAML takes the ‘{mark}’ of a text for its own."
        help = "Put a text that holds , : # ? { } [ ] between double quotes"
    line = mended(place.text, opened, here.start + column)
    help += f": {line}" if line else ", or write the entries below each other."
    repair = disguised(place.text, opened)
    if repair in ("", place.text[opened : opened + len(repair)]) or colon:
        repair = bracket + re.sub(r"[^\r\n]", " ", inside)
    return here.slip(column, column + 1, message, help), (opened, repair)


def _inside(text: str, opened: int, here: Place, close: str) -> str | None:
    """What stands between a bracket and the one that closes it: on its own line, or on lines indented deeper."""
    end = here.line.rfind(close)
    at = opened - here.start
    if end > at:
        return here.line[at + 1 : end]
    margin = len(here.line) - len(here.line.lstrip())
    further = re.compile(rf"(?:\r?\n {{{margin + 1},}}(?!- )[^\r\n]*?(?={re.escape(close)}|\r?\n|$))+").match(
        text, here.start + len(here.line)
    )
    if further is None or text[further.end() : further.end() + 1] != close:
        return None
    return text[opened + 1 : further.end()]


def stray(place: Place) -> Diagnosis | None:
    """A closing bracket, or a comma, where no bracket is open."""
    mark = place.text[place.index : place.index + 1]
    if mark not in ("]", "}", ",") or "did not find expected" not in place.problem or "flow" in place.problem:
        return None
    at = place.index - place.start
    message = f"No bracket is open here to which this ‘{mark}’ could belong."
    help = "Remove it; if it is part of a text, put the whole text between double quotes."
    lost = len(place.line) - at if mark == "," else 1
    return place.slip(at, at + 1, message, help), (place.index, " " * lost)
