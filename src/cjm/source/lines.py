"""Slips between lines: indentation, dashes, colons that are missing."""

import re

from cjm.source.place import KEY, Diagnosis, Place, blank


def tab(place: Place) -> Diagnosis | None:
    """Tabs where YAML wants spaces: one finding for all lines that have them."""
    if not re.match(r" *\t", place.line):
        return None
    at = place.line.index("\t")
    help = "Replace each tab by two spaces. Most editors do this for you (‘insert spaces’, ‘convert indentation’)."
    slip = place.slip(at, at + 1, "A tab indents this line, and YAML only reads spaces.", help)
    return slip, (0, re.sub(r"(?m)^[ \t]+", lambda found: " " * len(found[0]), place.text))


def list_after_key(place: Place) -> Diagnosis | None:
    """``key: - entry`` on one line."""
    found = re.match(KEY + r"\s+(?P<dash>-) +(?P<value>.*)", place.line)
    if "block sequence entries are not allowed" not in place.problem or not found:
        return None
    message = f"A list cannot begin on the same line as ‘{found['key']}:’."
    help = f"Begin the dash on the next line, indented by two spaces, or leave it out: {found['key']}: {found['value']}"
    return place.slip(found.start("dash"), found.end("dash"), message, help), (place.start + found.start("dash"), " ")


def colon_without_space(place: Place) -> Diagnosis | None:
    """``name:Need`` instead of ``name: Need``."""
    above = place.at(max(0, place.start - 1))
    for here in (place.at(place.opened), place, above):
        if found := re.match(r"[ ]*(?:- +)*(?P<key>\w[\w-]*):(?P<value>[^\s/].*)", here.line):
            at = found.end("key")
            help = f"Write {found['key']}: {found['value'].strip()}"
            message = f"After the colon of ‘{found['key']}:’ a space is missing."
            return here.slip(at, at + 1, message, help), blank(here)
    return None


def deeper_line(place: Place) -> Diagnosis | None:
    """A ``key: value`` indented below a line that already has its value, or below a line without a colon."""
    found = re.match(KEY, place.line)
    if "mapping values are not allowed" not in place.problem or not found:
        return None
    above = place.text[: place.start].rstrip()
    line_above = above[above.rfind("\n") + 1 :].strip()
    name = found["key"].strip()
    if re.match(KEY + r"\s+\S", line_above):
        message = f"‘{name}’ is indented deeper than the line above it, which already has its value."
        help = "Begin it in the same column as the key above."
    else:
        message = f"‘{name}:’ follows a line that is neither a key nor a text: ‘{line_above[:40]}’."
        help = f"Put a colon after the word above, ‘{line_above[:30]}:’, or remove the line."
    at = found.start("key")
    return place.slip(at, at + len(name), message, help), blank(place)


def misaligned(place: Place) -> Diagnosis | None:
    """A line that lines up with nothing above it."""
    if "did not find expected" not in place.problem or "flow" in place.problem or not place.line.strip():
        return None
    at = len(place.line) - len(place.line.lstrip())
    if place.index - place.start != at:
        return None
    if place.text[place.opened : place.opened + 1] == "-":
        return _without_dash(place, at)
    column = place.opened - (place.text.rfind("\n", 0, place.opened) + 1) + 1
    message = f"This line begins in column {at + 1} and so belongs to nothing above it."
    help = (
        f"Lines of one level begin in the same column: those from line {place.line_of(place.opened)} on begin in "
        f"column {column}. Entries of a list begin with a dash."
    )
    return place.slip(at, len(place.line), message, help), blank(place)


def _without_dash(place: Place, at: int) -> Diagnosis:
    """A line that stands in a list like its entries, but without their dash."""
    message = f"‘{place.line.strip()[:40]}’ stands in a list, and has no dash in front."
    help = f"Write - {place.line.strip()}, or indent it by two more spaces if it belongs to the entry above."
    return place.slip(at, len(place.line), message, help), blank(place)


def no_colon(place: Place) -> Diagnosis | None:
    """A line of words where a key is wanted."""
    if "could not find expected ':'" not in place.problem:
        return None
    here = place.at(place.opened)
    at = len(here.line) - len(here.line.lstrip())
    words = here.line.strip()
    message = f"‘{words[:40]}’ stands where a key is wanted, and has no colon."
    help = "If it goes on from the line above, indent it deeper than that line; if it is a key, put a colon after it."
    return here.slip(at, max(at + 1, len(here.line.rstrip())), message, help), blank(here)


def anything(place: Place) -> Diagnosis:
    """No slip that we know: the line, and where to look."""
    at = min(place.index - place.start, max(0, len(place.line) - 1))
    message = "YAML cannot read this line."
    help = "Look at the indentation, the quotes and the brackets here and in the line above."
    return place.slip(at, at + 1, message, help), blank(place)
