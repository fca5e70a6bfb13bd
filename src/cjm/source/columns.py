"""Slips of indentation: what begins in the wrong column, and so belongs to nothing or to the wrong thing."""

import re
from collections.abc import Container

from cjm.source.build import Slip
from cjm.source.place import KEY, Diagnosis, Place, blank

_HARD_SPACE = "[\u00a0\u202f\u2007]"
_HARD = re.compile(
    rf"(?m)^ *(?:- +)*(?:(?P<indent>{_HARD_SPACE}(?: |{_HARD_SPACE})*)(?=- |[\w-]+ ?:)|(?P<key>[\w-]+:)(?P<gap>{_HARD_SPACE}+))"
)
_DASH = re.compile(r"(?P<margin> *)-(?P<gap> +)")
_PAD = re.compile(r"(?<=: )|(?<=- )|(?<=:)$|$")


def hard_space(text: str, begun: Container[int] | None = None) -> Diagnosis | None:
    """Spaces that do not break, before a key or behind its colon: one finding for all of them.

    ``begun``: where texts and keys begin in a text that could be read; elsewhere such spaces are part of a text.
    """
    lines = (
        found
        for found in _HARD.finditer(text)
        if begun is None or max(found.start("indent"), found.start("key")) in begun
    )
    found = next(lines, None)
    if found is None:
        return None
    where = "indents this line" if found["indent"] else f"stands behind ‘{found['key']}’"
    message = f"A space that does not break {where}, and YAML only reads plain ones."
    help = "Replace it by a plain space, here and elsewhere: such spaces come with text from word processors and chats."
    group = "indent" if found["indent"] else "gap"
    repair = _HARD.sub(lambda line: re.sub(_HARD_SPACE, " ", line[0]), text)
    return Slip("syntax", found.start(group), found.end(group), message, help), (0, repair)


def tab(place: Place) -> Diagnosis | None:
    """Tabs where YAML wants spaces: one finding for all lines that have them."""
    if not re.match(r" *\t", place.line):
        return None
    at = place.line.index("\t")
    help = "Replace each tab by two spaces. Most editors do this for you (‘insert spaces’, ‘convert indentation’)."
    slip = place.slip(at, at + 1, "A tab indents this line, and YAML only reads spaces.", help)
    return slip, (0, re.sub(r"(?m)^[ \t]+", lambda found: " " * len(found[0]), place.text))


def deeper_line(place: Place) -> Diagnosis | None:
    """A ``key: value`` indented below a line that already has its value, or below a line without a colon."""
    found = re.match(KEY, place.line)
    if "mapping values are not allowed" not in place.problem or not found:
        return None
    above = _filled_above(place)
    name = found["key"].strip()
    at = found.start("key")
    key = re.match(KEY + r"\s+\S", above.line)
    if key is None:
        line = above.line.strip()
        message = f"‘{name}:’ follows a line that is neither a key nor a text: ‘{line[:40]}’."
        help = f"Put a colon after the word above, ‘{line[:30]}:’, or remove the line."
        return place.slip(at, at + len(name), message, help), blank(place)
    column = key.start("key")
    message = f"‘{name}’ is indented deeper than the line above it, which already has its value."
    help = f"Begin it in the same column as ‘{key['key'].strip()}’ above: {_spaces(column)} in front."
    repair = _shifted(place, at - column) if at > column and found["head"].strip() == f"{name}:" else blank(place)
    return place.slip(at, at + len(name), message, help), repair


def misaligned(place: Place) -> Diagnosis | None:
    """A line that lines up with nothing above it."""
    if "did not find expected" not in place.problem or "flow" in place.problem or not place.line.strip():
        return None
    at = _indent(place)
    if place.index - place.start != at:
        return None
    others = (_indent(line) for line in _lines_above(place) if _DASH.match(line.line))
    if _DASH.match(place.line) and (dash := next((other for other in others if other != at), None)) is not None:
        return _stray_dash(place, at, dash)
    if not _DASH.match(place.line) and (entry := _dash_above(place, at)) is not None:
        return _outside_entry(place, at, entry)
    column = place.opened - (place.text.rfind("\n", 0, place.opened) + 1)
    message = f"This line begins in column {at + 1} and so belongs to nothing above it."
    help = f"Lines of one level begin in the same column: those from line {place.line_of(place.opened)} on have "
    return place.slip(at, len(place.line), message, f"{help}{_spaces(column)} in front."), blank(place)


def _stray_dash(place: Place, at: int, column: int) -> Diagnosis:
    """A dash that is not below the others of its list: read on as if it were, where that takes no more room."""
    message = f"This dash begins in column {at + 1}, and those of its list in column {column + 1}."
    help = (
        f"Put {_spaces(column)} in front of it, as in front of the others, and two more in front of what belongs to it."
    )
    slip = place.slip(at, len(place.line), message, help)
    if column > at:
        return slip, _blanked(place, at + 1)
    dash = _DASH.match(place.line)
    key = dash.end() if dash else at + 2
    below = _indent(place.at(min(place.start + len(place.line) + 1, len(place.text))))
    key = below if column + 2 <= below < key else key
    return slip, (
        place.start,
        f"{' ' * column}-{' ' * (key - column - 1)}{place.line[dash.end() if dash else key :]}".ljust(len(place.line)),
    )


def _outside_entry(place: Place, at: int, entry: re.Match[str]) -> Diagnosis:
    """A key that belongs to an entry of a list, and does not begin below the entry's first key."""
    dash, column = len(entry["margin"]), entry.end()
    line = place.line.strip()
    key = re.match(KEY, place.line)
    if at == dash and key and (first := re.match(KEY, entry.string)) and first["key"] == key["key"]:
        message = f"‘{line[:40]}’ begins an entry of its own, and has no dash in front."
        return place.slip(at, len(place.line), message, f"Write - {line[:60]}"), _blanked(place, at)
    repair = _blanked(place, at, but=column)
    lines = "it and the lines below it" if "\n" in repair[1] else "it"
    message = f"‘{line[:40]}’ begins in column {at + 1}, and the keys of its entry in column {column + 1}."
    help = f"Put {_spaces(column)} in front of {lines}."
    if at == dash:
        message = f"‘{line[:40]}’ stands in the column of the dashes, and has none."
        help = f"Put {_spaces(column)} in front of {lines}; if it is no part of the entry above, write - {line[:60]}"
    return place.slip(at, len(place.line), message, help), repair


def _dash_above(place: Place, at: int) -> re.Match[str] | None:
    """The dash of the entry that a line at this column most likely belongs to."""
    for line in _lines_above(place):
        found = _DASH.match(line.line)
        if found and len(found["margin"]) <= at:
            return found
        if _indent(line) < at and not found:
            return None
    return None


def _lines_above(place: Place) -> list[Place]:
    """The lines above that hold something, the nearest first; some dozens are enough."""
    lines: list[Place] = []
    here = place
    while here.start and len(lines) < 60:
        here = here.at(here.start - 1)
        if here.line.strip():
            lines.append(here)
    return lines


def _filled_above(place: Place) -> Place:
    return next(iter(_lines_above(place)), place)


def _shifted(place: Place, by: int) -> tuple[int, str]:
    """The line and those that belong to it moved left, as long as before: what stands behind a colon stays in place."""
    lines = _belonging(place, _indent(place)).split("\n")
    return place.start, "\n".join(_PAD.sub(" " * by, line[by:], count=1) if line.strip() else line for line in lines)


def _blanked(place: Place, least: int, but: int = -1) -> tuple[int, str]:
    """The line left out, with those that belong to it."""
    return place.start, re.sub(r"[^\r\n]", " ", _belonging(place, least, but))


def _belonging(place: Place, least: int, but: int = -1) -> str:
    """The line, and those below it that are indented by ``least`` spaces or more, ``but`` for those by so many."""
    lines = place.text[place.start :].split("\n")
    count = 1
    while count < len(lines):
        line = lines[count].rstrip("\r")
        margin = len(line) - len(line.lstrip(" "))
        if line.strip() and (margin < least or margin == but or line[least : least + 2] == "- "):
            break
        count += 1
    while not lines[count - 1].strip() and count > 1:
        count -= 1
    return "\n".join(lines[:count])


def _indent(place: Place) -> int:
    return len(place.line) - len(place.line.lstrip(" "))


def _spaces(count: int) -> str:
    return "no space" if not count else f"{count} space{'s' if count > 1 else ''}"
