"""Markers of a merge that nobody has decided yet."""

import re

from cjm.source.build import Slip
from cjm.source.markers import conflicts
from cjm.source.place import Diagnosis, Place

_SIGN = re.compile(r"[^\n]")


def conflict(place: Place) -> Diagnosis | None:
    """Two versions between ``<<<<<<<`` and ``>>>>>>>``: told once for each; our version is read on with."""
    found = next(conflicts(place.text), None)
    if found is None:
        return None
    last = place.line_of(max(found.start, found.end - 1))
    message = f"A merge left two versions here, down to line {last}, and nobody has chosen between them yet."
    help = "Keep the version above the line ======= or the one below it, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>."
    end = place.text.find("\n", found.start)
    start, stop = found.ours
    text = place.text
    repair = _SIGN.sub(" ", text[found.start : start]) + text[start:stop] + _SIGN.sub(" ", text[stop : found.end])
    return Slip("syntax", found.start, end, message, help), (found.start, repair)
