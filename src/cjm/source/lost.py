"""What the parser drops without a word, although YAML forbids it: a comment or a question mark that touches a text."""

import bisect
import re
from collections.abc import Iterator
from typing import Any

from _ruamel_yaml import ScalarEvent

from cjm.finding import Severity
from cjm.source.build import Slip
from cjm.source.tree import Tree, events

_BEFORE_COMMENT = "\"'],}"
_BEFORE_QUESTION = "{, \t\n"
_CUT = re.compile(r"#(?!cjm:)\w[^\r\n]*")
_COMMENT = "From the ‘#’ on, this is a comment and not part of the text."
_SIGNS = (
    re.compile(r'"(?<=[:-] ")[^"\n]*\n'),
    re.compile(r"'(?<=[:-] ')[^'\n]*\n"),
    re.compile(r",(?=[0-9]{1,3}(?![\w,-]))(?<=[0-9],)"),
    re.compile(r"\n *+(?:[^ \r\n\tA-Za-z\"'#\[{-]|-(?! \S))"),
    re.compile(":[\u00a0\u202f\u2007]"),
)
_DASH = re.compile(r"\n( *+)([-•●▪◦‣∙])(?!-)")


def lost(tree: Tree, text: str) -> list[Slip]:
    """All that a text loses on its way to the tree."""
    comments = [at for at in _all("#", text) if at and (text[at - 1] in _BEFORE_COMMENT or _is_block_head(text, at))]
    questions = [at for at in _all("?", text) if at and text[at - 1] in _BEFORE_QUESTION]
    return [*_cut_off(tree, text), *_comments(tree, text, comments), *_questions(tree, questions), *_dashes(tree, text)]


def is_suspicious(text: str) -> bool:
    """Whether a text that could be read may mean something else: a sieve, as looking closely takes time.

    A line ends within quotes, a number has a comma, or a line begins with anything but a letter, a quote, a bracket, or
    a dash and a space; a colon has a space behind it that does not break.
    """
    return any(sign.search(text) for sign in _SIGNS)


def _dashes(tree: Tree, text: str) -> Iterator[Slip]:
    """Lines with a dash that YAML takes for more of the text above: too deep, without a space behind it, or a bullet."""
    found = [each.start(2) for each in _DASH.finditer(text) if _is_suspect(text, each)]
    if not found:
        return
    for event in _scalars(tree):
        start, end = event.start_mark.index, event.end_mark.index
        place = bisect.bisect_left(found, start)
        if not event.style and place < len(found) and found[place] < end:
            at = found[place]
            sign = "This dash" if text[at] == "-" else f"‘{text[at]}’"
            message = f"{sign} begins no entry of a list: YAML reads it as part of the text."
            words = text[at + 1 : text.find("\n", at)].strip()[:60]
            help = f"Write - {words} in the column of the other entries; the first stands on a line of its own, too."
            yield Slip("syntax", at, at + 1, message, help)


def _is_suspect(text: str, line: re.Match[str]) -> bool:
    """Whether a line that begins with a dash may be no entry: glued to a word, or deeper than a text that goes before."""
    if line[2] != "-" or text[line.end() : line.end() + 1].isalpha():
        return True
    above = text[text.rfind("\n", 0, line.start()) + 1 : line.start()].rstrip()
    return above != "" and above[-1] != ":" and len(above) - len(above.lstrip(" ")) < len(line[1])


def _all(char: str, text: str) -> Iterator[int]:
    at = text.find(char)
    while at >= 0:
        yield at
        at = text.find(char, at + 1)


def _is_block_head(text: str, at: int) -> bool:
    return text[at - 1] in "|>" or (text[at - 1] in "+-123456789" and text[at - 2 : at - 1] in ("|", ">"))


def _cut_off(tree: Tree, text: str) -> Iterator[Slip]:
    """A `` #`` directly before a word cuts a text off, and was hardly meant to."""
    comments = {found.start() - 1: found for found in _CUT.finditer(text) if text[found.start() - 1] in " \t"}
    if not comments:
        return
    help = "Put the text between double quotes to keep it; a comment has a space after its ‘#’."
    for event in _scalars(tree):
        if not event.style and (found := comments.get(event.end_mark.index)):
            yield Slip("syntax", found.start(), found.end(), _COMMENT, help, Severity.WARNING)


def _comments(tree: Tree, text: str, found: list[int]) -> Iterator[Slip]:
    """``"No"#1``: the parser takes this for a comment."""
    if not found:
        return
    spans = sorted(
        (event.start_mark.index, event.end_mark.index, event.style) for event in (*_scalars(tree), *_keys(tree))
    )
    starts = [span[0] for span in spans]
    for at in found:
        place = bisect.bisect_left(starts, at)
        start, end, style = spans[place - 1] if place else (0, 0, None)
        is_head = style in ("|", ">") and not text[start:at].strip("|>+-123456789")
        begin = max(end, text.rfind("\n", 0, at) + 1)
        if is_head or (end <= at and "#" not in text[begin:at]):
            line_end = text.find("\n", at)
            help = "Put a space before a comment; a text that holds a ‘#’ stands between double quotes as a whole."
            stop = len(text) if line_end < 0 else line_end
            yield Slip("syntax", at, stop, _COMMENT, help, Severity.WARNING)


def _questions(tree: Tree, found: list[int]) -> Iterator[Slip]:
    """``{?when: x}``: the parser takes the question mark for one of its own."""
    if not found:
        return
    places = set(found)
    for event in _keys(tree):
        at = event.start_mark.index - 1
        if at in places:
            message = "A key cannot begin with ‘?’ inside { } unless it is quoted."
            help = f'Put the key between double quotes: "?{event.value}"'
            yield Slip("syntax", at, event.end_mark.index, message, help)


def _keys(tree: Tree) -> Iterator[Any]:
    return (key for key, _ in events(tree) if key is not None)


def _scalars(tree: Tree) -> Iterator[Any]:
    return (event for _, event in events(tree) if type(event) is ScalarEvent)
