"""Lines that are no keys: a list on the line of its key, a colon or its space that is missing, a pasted table."""

import re

from cjm.source.place import KEY, Diagnosis, Place, blank

_EMPTY_KEY = re.compile(KEY + r"\s*$")
_PLACEHOLDER = re.compile(KEY + r"\s+(?P<mark>[?-])\s*$")
_OTHER_SIGN = re.compile(r"(?P<key>(?:- +)?[\w-]+)\s*[=;：；]\s*(?P<value>\S.*)")
_ROW = re.compile(r" *[^\s#][^\t\r\n]*\t[^\t\r\n]+\t[^\r\n]*")
_ROWS = re.compile(rf"(?:{_ROW.pattern}(?:\r?\n|$))+")


def list_after_key(place: Place) -> Diagnosis | None:
    """``key: - entry`` on one line."""
    found = re.match(KEY + r"\s+(?P<dash>-) +(?P<value>.*)", place.line)
    if "block sequence entries are not allowed" not in place.problem or not found:
        return None
    message = f"A list cannot begin on the same line as ‘{found['key']}:’."
    help = f"Begin the dash on the next line, indented by two spaces: - {found['value']}"
    slip = place.slip(found.start("dash"), found.end(), message, help)
    if re.match(KEY + r"\s", found["value"]):
        return slip, (place.start + found.start("dash"), " " * (found.end() - found.start("dash")))
    slip = slip._replace(
        end=place.start + found.end("dash"), help=f"{help}, or leave it out: {found['key']}: {found['value']}"
    )
    return slip, (place.start + found.start("dash"), " ")


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


def no_colon(place: Place) -> Diagnosis | None:
    """A line of words where a key is wanted."""
    if "could not find expected ':'" not in place.problem:
        return None
    here = place.at(place.opened)
    at = len(here.line) - len(here.line.lstrip())
    words = here.line.strip()
    above = _EMPTY_KEY.match(here.at(max(0, here.start - 1)).line) if here.start else None
    message = f"‘{words[:40]}’ stands where a key is wanted, and has no colon."
    help = "If it goes on from the line above, indent it deeper than that line; if it is a key, put a colon after it."
    if other := _OTHER_SIGN.fullmatch(words):
        help = f"Write {other['key']}: {other['value']}"
    elif above:
        key = above["key"].strip()
        help = f"Write it behind the colon above, {key}: {words[:60]}, or indent it by two more spaces."
    elif re.fullmatch(r"[\w-]+", words):
        help = f"If it is a key, write {words}: with a colon; if it goes on from the line above, indent it deeper."
    return here.slip(at, max(at + 1, len(here.line.rstrip())), message, help), blank(here)


def placeholder(place: Place) -> Diagnosis | None:
    """A question mark or a dash where a value is still to come."""
    found = _PLACEHOLDER.match(place.line)
    if found is None:
        return None
    message = f"‘{found['mark']}’ alone is no value: YAML takes it for its own."
    help = f"Leave it out until you know: {found['key'].strip()}: may stand without a value."
    return place.slip(found.start("mark"), found.end("mark"), message, help), (place.start + found.start("mark"), " ")


def pasted_table(place: Place) -> Diagnosis | None:
    """Rows of a spreadsheet, cells apart by tabs: one finding for all of them."""
    here = next((each for each in (place.at(place.opened), place) if _ROW.match(each.line)), None)
    if here is None:
        return None
    cells = [cell.strip() for cell in here.line.split("\t") if cell.strip()]
    message = "This line is a row of a table: its cells stand apart by tabs, and YAML knows no tables."
    help = f"Write each row as an entry with keys: - name: {cells[0][:40]}, and below it a key for each further cell."
    rows = _ROWS.match(place.text, here.start)
    repair = re.sub(r"[^\r\n]", " ", rows[0] if rows else here.line)
    return here.slip(len(here.line) - len(here.line.lstrip()), len(here.line), message, help), (here.start, repair)


def anything(place: Place) -> Diagnosis:
    """No slip that we know: the line, and where to look."""
    at = min(place.index - place.start, max(0, len(place.line) - 1))
    message = "YAML cannot read this line."
    help = "Look at the indentation, the quotes and the brackets here and in the line above."
    return place.slip(at, at + 1, message, help), blank(place)
