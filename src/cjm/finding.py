"""What every room may report about a map: where, how bad, what, and the way out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Route(NamedTuple):
    """The way to a place in a file: keys and indices from the top, e.g. ``("stages", 0, "name")``.

    ``path`` is relative to the project, with ``/``. ``at_key`` points at the key itself instead of its value.
    """

    path: str
    parts: tuple[str | int, ...] = ()
    at_key: bool = False

    def pointer(self) -> str:
        """The route within the file as a JSON Pointer (RFC 6901)."""
        return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in self.parts)


class Span(NamedTuple):
    """A stretch of text: 1-based lines and columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Edit(NamedTuple):
    """A change to the text of a map: the value at a route becomes ``value``; a key that is not there is put in.

    With ``at_key`` the key itself is renamed.
    """

    parts: tuple[str | int, ...]
    value: str
    at_key: bool = False


class Fix(NamedTuple):
    """What puts a finding right. A safe one changes nothing that the map says; any other wants a second look."""

    edits: tuple[Edit, ...]
    is_safe: bool = True


class Suppression(NamedTuple):
    """Why a finding does not count: the team has decided to live with it.

    ``is_in_map``: it says so in a comment of the map, else in the configuration or a baseline.
    """

    reason: str
    is_in_map: bool = False


class Finding(NamedTuple):
    """One thing that is wrong, or could be better, at one place of one map.

    ``message`` says what is wrong in a sentence, ``help`` what to do about it. ``element`` is the address of the
    nearest named thing (``touchpoint/porting``), ``map`` the identity of the map (``office-phone@future``, or its path).
    ``span`` is ``None`` until the file's text has been asked, and stays so where the file has no text to show. What is
    ``suppressed`` counts nowhere; it is carried along for reports that tell of it.
    """

    rule: str
    severity: Severity
    message: str
    route: Route
    help: str = ""
    element: str = ""
    map: str = ""
    span: Span | None = None
    fix: Fix | None = None
    suppressed: Suppression | None = None

    def identity(self) -> tuple[str, ...]:
        """What the finding is about, without any text or line: rule, map, element, field."""
        field = [part for part in self.route.parts if isinstance(part, str)][-1:]
        return (self.rule, self.map or self.route.path, self.element, *field)


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """An identity for each finding that survives edits elsewhere, moves and rewording: 16 hexadecimal digits.

    Made of rule, map, element and field, and the ordinal among the findings that share all four.
    """
    return marks(finding.identity() for finding in findings)


def marks(identities: Iterable[tuple[str, ...]]) -> list[str]:
    """Sixteen hexadecimal digits for each identity; of those that are the same, the ordinal makes the difference."""
    import hashlib  # noqa: PLC0415  (dear, and only programs ask for it)

    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for identity in identities:
        text = "\0".join((*identity, str(seen[identity])))
        found.append(hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:16])
        seen[identity] += 1
    return found


def valid(text: str) -> str:
    """Text that UTF-8 can hold: bytes of a file name that are none become U+FFFD."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
