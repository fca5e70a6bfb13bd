"""What stands between brackets: its entries, and how to write them so that YAML reads what their writer meant."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cjm.source.place import KEY
from cjm.source.spell import spell

_CLOSES = {"[": "]", "{": "}"}
_FURTHEST = 2000
_LONGEST = 110
_HEAD = re.compile(KEY + r"\s*")
_PAIR = re.compile(
    r"(?P<key>\"[^\"]+\"|'[^']+'|[^\s:,?\"'][^:,?\"']*?)\s*:(?:\s+|$)(?P<value>.*)|(?P<glued>[a-z_]+):(?P<rest>[^\s/].*)"
)
_WHOLE, _REST = re.compile(r"[-+−]?[0-9]+"), re.compile(r"[0-9]+(?![0-9]*[.,])")


class Cut(NamedTuple):
    """A word between braces that has no colon: where the slip begins and ends, what it is, and the remedy."""

    start: int
    end: int
    message: str
    help: str


class _Entry(NamedTuple):
    """One entry of a list or mapping: where it begins and ends, and its text as YAML should read it.

    A mapping's entry has no ``key`` where its writer forgot it; ``joined`` tells where parts begin that a comma cut off.
    """

    start: int
    end: int
    text: str
    key: str = ""
    joined: tuple[int, ...] = ()


def opening(text: str, index: int) -> int:
    """Where the bracket opens that an index stands in; -1 where none is found near."""
    depth = 0
    for at in range(index - 1, max(-1, index - _FURTHEST), -1):
        if text[at] in "]}":
            depth += 1
        elif text[at] in "[{":
            if not depth:
                return at
            depth -= 1
    return -1


def mended(text: str, opened: int, index: int = -1) -> str:
    """The line whose bracket opens here, each text that needs it between quotes: ``thinks: ["Who?", Me]``.

    Of brackets that are long, or go over several lines, only the entry that holds the index; empty where the mended
    text would say no more than the written one.
    """
    entries, close = _entries(text, opened)
    if close < 0:
        return ""
    if "\n" in text[opened:close] or close - opened > _LONGEST:
        return next((_told(each) for each in entries if each.start <= index <= each.end), "")
    head = _head(text, opened)
    written = f"{head}{text[opened : close + 1]}"
    line = f"{head}{text[opened]}{', '.join(map(_told, entries))}{text[close]}"
    return line if line != written else ""


def closed(text: str, opened: int) -> str:
    """The line whose bracket opens here and is not closed, with its bracket closed; empty where it is too long."""
    end = text.find("\n", opened)
    line = text[opened : end if end >= 0 else len(text)].rstrip(" \t\r,;")
    inside = f"{line}{_CLOSES[text[opened]]}"
    if len(line) > _LONGEST or not line[1:].strip():
        return ""
    return _head(text, opened) + (mended(inside, 0) or inside)


def cut(text: str, start: int, word: str) -> Cut | None:
    """A word between braces that has no colon; nothing where what goes before has none either, and has been told."""
    opened = opening(text, start)
    entries, close = _entries(text, opened) if opened >= 0 else ([], -1)
    entry = next((each for each in entries if each.start <= start <= each.end), None)
    if close < 0 or entry is None:
        message = f"The comma before ‘{word}’ ends the text: inside {{ }} a comma begins a new key."
        return Cut(start, start + len(word), message, "Put the whole text between double quotes, comma included.")
    if not entry.key:
        return _keyless(text, entries, opened, close) if entry is entries[0] else None
    if start != entry.joined[0]:
        return None
    begin = text.index(":", entry.start) + 1
    begin += len(text[begin:start]) - len(text[begin:start].lstrip())
    if text[begin] in "\"'[{":
        message = f"‘{word}’ stands between {{ }} and has no colon."
        return Cut(start, start + len(word), message, "Put a colon and a value behind it, or remove it.")
    line = mended(text, opened, start)
    if "," not in entry.text:
        message = f"‘{text[begin : entry.end]}’ holds a comma, and inside {{ }} a comma begins a new key."
        return Cut(begin, entry.end, message, f"Write {line}")
    message = f"The comma before ‘{word}’ ends the text: inside {{ }} a comma begins a new key."
    return Cut(begin, entry.end, message, f"Put the whole text between double quotes: {line}")


def _keyless(text: str, entries: list[_Entry], opened: int, close: int) -> Cut:
    """Braces whose first entry is a word without a key: a list, or a text, that needs other brackets or none."""
    parts = [part.strip() for part in text[opened + 1 : close].split(",")]
    message = f"‘{parts[0]}’ stands between {{ }} and has no key."
    if any(each.key for each in entries) or "\n" in text[opened:close]:
        return Cut(opened, close + 1, message, "Put a key and a colon in front of it.")
    texts = [_spelled(part) for part in filter(None, parts)]
    listed = texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"
    return Cut(opened, close + 1, message, f"Write {_head(text, opened)}{listed}")


def _head(text: str, opened: int) -> str:
    """The key on whose line a bracket opens, with its colon; empty where something else goes before."""
    line = text[text.rfind("\n", 0, opened) + 1 : opened]
    found = _HEAD.fullmatch(line)
    return f"{found['key']}: " if found else ""


def _told(entry: _Entry) -> str:
    return f"{entry.key}: {entry.text}" if entry.key else entry.text


def _entries(text: str, opened: int) -> tuple[list[_Entry], int]:
    """The entries between brackets, and where they close; -1 where they do not."""
    parts, close = _parts(text, opened)
    if text[opened] == "[":
        return [_Entry(start, end, _spelled(text[start:end])) for start, end in parts], close
    entries: list[_Entry] = []
    for start, end in parts:
        part = " ".join(text[start:end].split())
        if found := _PAIR.fullmatch(part):
            key, value = found["key"] or found["glued"], found["value"] or found["rest"]
            entries.append(_Entry(start, end, value, key))
        elif entries:
            last = entries[-1]
            whole = _joined(last.text, part, is_glued=text[start - 1] == ",")
            entries[-1] = last._replace(end=end, text=whole, joined=(*last.joined, start))
        else:
            entries.append(_Entry(start, end, part))
    return [each._replace(text=_spelled(each.text)) for each in entries], close


def _joined(text: str, rest: str, *, is_glued: bool) -> str:
    """What a comma took apart: a number with a point in place of its comma, or none where that parts thousands."""
    if is_glued and _WHOLE.fullmatch(text) and (found := _REST.match(rest)):
        return f"{text}{rest}" if len(found[0]) == 3 else f"{text}.{rest}"
    return f"{text},{rest}" if is_glued else f"{text}, {rest}"


def _parts(text: str, opened: int) -> tuple[list[tuple[int, int]], int]:
    """Where the stretches between the commas of brackets begin and end, blanks aside, and where the brackets close."""
    commas, close = [opened], -1
    for at, mark in _marks(text, opened):
        if mark == ",":
            commas.append(at)
        else:
            close = at
    stretches = ((start + 1, end) for start, end in zip(commas, [*commas[1:], close], strict=True))
    found = ((start, end, text[start:end]) for start, end in stretches)
    return [
        (start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip()))
        for start, end, part in found
        if part.strip()
    ], close


def _marks(text: str, opened: int) -> Iterator[tuple[int, str]]:
    """The commas of brackets, and the bracket that closes them; a quote opens only where a text begins."""
    depth, quote = 0, ""
    for at in range(opened + 1, min(len(text), opened + _FURTHEST)):
        mark = text[at]
        if quote:
            quote = "" if mark == quote else quote
        elif mark in "\"'" and text[opened:at].rstrip()[-1] in ",:[{":
            quote = mark
        elif mark in "[{":
            depth += 1
        elif mark in "]}" and depth:
            depth -= 1
        elif mark in "]}":
            yield at, mark
            return
        elif mark == "," and not depth:
            yield at, mark


def _spelled(part: str) -> str:
    """One entry as YAML should read it: what is quoted, or stands in brackets of its own, keeps them."""
    part = " ".join(part.split())
    if len(part) > 1 and part[0] in "\"'" and part[-1] == part[0]:
        return part
    if part[:1] in _CLOSES and part[-1] == _CLOSES[part[0]]:
        return mended(part, 0) or part
    return spell(part, flow=True, was_plain=True)
