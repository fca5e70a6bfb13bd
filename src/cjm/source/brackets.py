"""What stands between brackets: its entries, and how to write them so that YAML reads what their writer meant."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cjm.source.place import KEY, MARKS, bare, disguise
from cjm.source.spell import spell

_CLOSES = {"[": "]", "{": "}"}
_FURTHEST = 2000
_LONGEST = 110
_HEAD = re.compile(KEY + r"\s*")
_PAIR = re.compile(
    r"(?P<key>\"[^\"]+\"|'[^']+'|[^\s:,?\"'][^:,?\"']*?)\s*:(?:\s+|$)(?P<value>.*)|(?P<glued>[a-z_]+):(?P<rest>[^\s/].*)"
)
_BROKEN = re.compile(r"(?<![\w.,])[0-9]+,[0-9]{1,3}(?![\w,-])")
_SIGNED = re.compile(r"^([-+−]) +(?=[0-9.]+$)")
_WHOLE, _REST = re.compile(r"[-+−]?[0-9]+"), re.compile(r"[0-9]+(?![0-9]*[.,])")


class Entry(NamedTuple):
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
    entries, close = entries_of(text, opened)
    if close < 0:
        return ""
    if "\n" in text[opened:close] or close - opened > _LONGEST:
        return next((told(each) for each in entries if each.start <= index <= each.end), "")
    head = head_of(text, opened)
    written = f"{head}{text[opened : close + 1]}"
    line = f"{head}{text[opened]}{', '.join(map(told, entries))}{text[close]}"
    return line if line != written else ""


def culprit(text: str, opened: int) -> int:
    """Where the first character stands, inside brackets, that YAML takes for its own; -1 where there is none."""
    for start, end in _to_quote(text, opened):
        return next((at for at in range(start, end) if text[at] in MARKS), start)
    return -1


def disguised(text: str, opened: int) -> str:
    """Brackets as they are to be read on: the characters that YAML takes for its own in disguise."""
    chars = list(text)
    for start, end in _to_quote(text, opened):
        chars[start:end] = disguise(text[start:end])
    close = entries_of(text, opened)[1]
    return "".join(chars[opened : close + 1])


def _to_quote(text: str, opened: int) -> Iterator[tuple[int, int]]:
    """Where the texts inside brackets begin and end that need quotes."""
    for entry in entries_of(text, opened)[0]:
        start = text.index(":", entry.start) + 1 if entry.key else entry.start
        value = text[start : entry.end]
        start += len(value) - len(value.lstrip())
        if start < entry.end and text[start] in _CLOSES and text[entry.end - 1] == _CLOSES[text[start]]:
            yield from _to_quote(text, start)
        elif " ".join(value.split()) != entry.text:
            yield start, entry.end


def closed(text: str, opened: int) -> str:
    """The line whose bracket opens here and is not closed, with its bracket closed; empty where it is too long."""
    end = text.find("\n", opened)
    line = text[opened : end if end >= 0 else len(text)].rstrip(" \t\r,;")
    inside = f"{line}{_CLOSES[text[opened]]}"
    if len(line) > _LONGEST or not line[1:].strip():
        return ""
    return head_of(text, opened) + (mended(inside, 0) or inside)


def head_of(text: str, opened: int) -> str:
    """The key on whose line a bracket opens, with its colon; empty where something else goes before."""
    line = text[text.rfind("\n", 0, opened) + 1 : opened]
    found = _HEAD.fullmatch(line)
    return f"{found['key']}: " if found else ""


def told(entry: Entry) -> str:
    """An entry as it should stand between its brackets."""
    return f"{entry.key}: {entry.text}" if entry.key else entry.text


def entries_of(text: str, opened: int) -> tuple[list[Entry], int]:
    """The entries between brackets, and where they close; -1 where they do not, or open nowhere."""
    parts, close = _parts(text, opened) if opened >= 0 else ([], -1)
    if close < 0:
        return [], -1
    if text[opened] == "[":
        spans: list[tuple[int, int]] = []
        for start, end in parts:
            whole = text[spans[-1][0] : end] if spans and spans[-1][1] == start - 1 else ""
            is_rest = _BROKEN.search(whole) and not whole.replace(",", "").isdigit()
            spans[-1:] = [(spans[-1][0], end)] if is_rest else [*spans[-1:], (start, end)]
        return [Entry(start, end, spelled(text[start:end])) for start, end in spans], close
    entries: list[Entry] = []
    for start, end in parts:
        part = " ".join(text[start:end].split())
        if found := _PAIR.fullmatch(part):
            key, value = found.group("key", "value") if found["key"] else found.group("glued", "rest")
            entries.append(Entry(start, end, value, key))
        elif entries:
            last = entries[-1]
            whole = _joined(last.text, part, is_glued=text[start - 1] == ",")
            entries[-1] = last._replace(end=end, text=whole, joined=(*last.joined, start))
        else:
            entries.append(Entry(start, end, part))
    return [each._replace(text=spelled(each.text)) for each in entries], close


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
        elif mark in "\"'" and _begins(text[opened:at]):
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


def _begins(before: str) -> bool:
    """Whether a text begins behind what stands before."""
    rest = before.rstrip()
    return rest[-1] in ",[{" or (rest[-1] == ":" and rest != before)


def spelled(part: str) -> str:
    """One entry as YAML should read it: what is quoted, or stands in brackets of its own, keeps them."""
    part = _SIGNED.sub(r"\1", " ".join(bare(part).split()))
    if len(part) > 1 and part[0] in "\"'" and part[-1] == part[0]:
        return part
    if part[:1] in _CLOSES and part[-1] == _CLOSES[part[0]]:
        return mended(part, 0) or part
    return spell(part, flow=True, was_plain=True)
