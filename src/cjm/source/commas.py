"""Commas inside brackets that were part of a text or a number, and braces around what has no keys."""

import re

from cjm.source.brackets import Entry, entries_of, head_of, mended, opening, spelled, told
from cjm.source.build import Slip
from cjm.source.place import Diagnosis, disguise

_DIGITS = re.compile(r"[0-9]+,[0-9]+")


def cut(text: str, start: int, word: str) -> Diagnosis:
    """A word between braces that has no colon: the rest of a text or number that a comma took apart, or a forgotten key."""
    opened = opening(text, start)
    entries, close = entries_of(text, opened) if opened >= 0 else ([], -1)
    entry = next((each for each in entries if each.start <= start <= each.end), None)
    message = f"The comma before ‘{word}’ ends the text: inside {{ }} a comma begins a new key."
    if close < 0 or entry is None:
        help = "Put the whole text between double quotes, comma included."
        return Slip("syntax", start, start + len(word), message, help), (start, " " * len(word))
    if not entry.key:
        return _keyless(text, entries, opened, close)
    begin = text.index(":", entry.start) + 1
    begin += len(text[begin:start]) - len(text[begin:start].lstrip())
    if text[begin] in "\"'[{":
        message = f"‘{word}’ stands between {{ }} and has no colon."
        help = "Put a colon and a value behind it, or remove it."
        return Slip("syntax", start, entry.end, message, help), (start, " " * (entry.end - start))
    line = mended(text, opened, start)
    commas = {text.rindex(",", 0, at) for at in entry.joined}
    if "," not in entry.text:
        message = f"‘{text[begin : entry.end]}’ holds a comma, and inside {{ }} a comma begins a new key."
        return Slip("syntax", begin, entry.end, message, f"Write {line}"), (
            begin,
            entry.text.ljust(entry.end - begin)[: entry.end - begin],
        )
    help = f"Put the whole text between double quotes: {line}"
    repair = "".join(disguise(text[at]) if at in commas else text[at] for at in range(begin, entry.end))
    return Slip("syntax", begin, entry.end, message, help), (begin, repair)


def decimal(text: str, comma: int) -> Diagnosis:
    """The comma of a number in prose, which ends an entry of a list."""
    first = comma - len(text[:comma]) + len(text[:comma].rstrip("0123456789"))
    number = _DIGITS.match(text, first)
    message = f"The comma of ‘{number[0] if number else ','}’ ends an entry: inside [ ] a comma begins a new one."
    line = mended(text, opening(text, comma), comma)
    help = "Put the whole text between double quotes"
    return Slip("syntax", comma, comma + 1, message, f"{help}: {line}" if line else f"{help}."), (comma, disguise(","))


def _keyless(text: str, entries: list[Entry], opened: int, close: int) -> Diagnosis:
    """Braces whose first entry is a word without a key: a list, or a text, that needs other brackets or none."""
    first = entries[0]
    words = text[first.start : first.end].partition(",")[0]
    message = f"‘{words.strip()}’ stands between {{ }} and has no key."
    inside = text[opened + 1 : close]
    if any(each.key for each in entries):
        help = f"Put a key and a colon in front of it, as in front of ‘{told(entries[1])[:40]}’."
        end = entries[1].start
        return Slip("syntax", first.start, first.end, message, help), (first.start, " " * (end - first.start))
    is_list = "," in inside
    pair = "[]" if is_list else "  "
    line = f"{head_of(text, opened)}[{', '.join(spelled(part) for part in inside.split(',') if part.strip())}]"
    help = f"Write {line if is_list else head_of(text, opened) + spelled(inside)}"
    return Slip("syntax", opened, close + 1, message, help), (opened, f"{pair[0]}{inside}{pair[1]}")
