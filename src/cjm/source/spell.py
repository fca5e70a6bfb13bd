"""How a text is spelled in YAML so that every reader takes it for that text: bare, between quotes, or as a block."""

import re

from cjm.source.scalar import resolve

_MARKS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_TOUCHING = frozenset("-?:")
_BREAKS_OFF = re.compile(r":(?=[ \t]|$)|[ \t]#")
_IN_BRACKETS = re.compile(r"[,:?\[\]{}]")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_UNSEEN_IN_LINES = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "=", "<<", ".inf", ".nan"))
_LIKE_A_NUMBER = re.compile(
    r"[-+.]?[0-9][0-9a-fx_.:+-]*|[-+]\.inf|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[t \t].*", re.IGNORECASE
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_TO_ESCAPE = re.compile(f'[\\\\"]|{_UNSEEN.pattern}')
_GAP = re.compile(r"(?<=[^ ]) (?=[^ ])")


def spell(text: str, *, flow: bool, was_plain: bool = False) -> str:
    """A text on one line: bare where it can be, else between quotes. ``flow``: it stands within brackets.

    What older readers take for a number, a date or a yes is only bare where its writer left it so.
    """
    is_bare = is_plain(text, flow=flow) and (was_plain or not is_surprising(text))
    return text if is_bare else quote(text)


def is_plain(text: str, *, flow: bool) -> bool:
    """Whether a text can stand without quotes and be read as the same characters."""
    if not text or text != text.strip() or _UNSEEN.search(text) or _BREAKS_OFF.search(text):
        return False
    if flow and _IN_BRACKETS.search(text):
        return False
    first = text[0]
    return first not in _MARKS or (first in _TOUCHING and text[1:2] not in ("", " "))


def is_surprising(text: str) -> bool:
    """Whether some readers of YAML take a bare text for something else: a number, a date, yes or no, nothing."""
    if text.casefold() in _WORDS or text.startswith(("---", "...")):
        return True
    return not isinstance(resolve(text), str) or _LIKE_A_NUMBER.fullmatch(text) is not None


def quote(text: str) -> str:
    """A text between quotes, on one line: double ones, unless single ones save it from backslashes."""
    if "'" not in text and ('"' in text or "\\" in text) and not _UNSEEN.search(text):
        return f"'{text}'"
    return f'"{_TO_ESCAPE.sub(_escape, text)}"'


def literal(text: str) -> list[str] | None:
    """A text of several lines as a block that keeps them: its head, then its lines; nothing where it cannot be one."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    if len(lines) < 2 and body == text:
        return None
    if not body or body.endswith("\n") or _UNSEEN_IN_LINES.search(text):
        return None
    if any(line != "" and not line.strip(" ") for line in lines):
        return None
    depth = "2" if next(filter(None, lines)).startswith(" ") else ""
    return [f"|{depth}{'' if body != text else '-'}", *lines]


def folded(text: str, width: int) -> list[str] | None:
    """A long text as a block whose lines are joined by spaces: its head, then lines that fit, as far as words allow."""
    if text != text.strip(" ") or _UNSEEN.search(text) or not _GAP.search(text):
        return None
    words = _GAP.split(text)
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [">-", *lines] if len(lines) > 1 else None


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    code = ord(char)
    return _ESCAPES.get(char) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
