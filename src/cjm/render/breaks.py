"""Where a line of text may break: the part of Unicode's line breaking (UAX #14) that journeys need.

Spaces, hyphens inside words, dashes, slashes, soft hyphens, and between ideographs; never beside a non-breaking space,
in front of closing or behind opening marks. Thai, which has no spaces between words, breaks between them if the package
``budoux`` of the extra ``intl`` is there to tell them apart.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import Any

SPACES = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"  # those that break
GLUE = "\u00a0\u2007\u2011\u202f\u2060\ufeff"
SOFT_HYPHEN = "\u00ad"
IDLE_HYPHEN = re.compile(rf"(?<!\w){SOFT_HYPHEN}+|{SOFT_HYPHEN}+(?!\w)")  # at the edge of a word

_JOINER = "\u200d"
_VIRAMA = 9  # the combining class of signs that fuse two consonants
_IDEOGRAPHS = "\u2e80-\u2fdf\u3041-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf"
_MORE_IDEOGRAPHS = "\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9d\U00020000-\U0003fffd"
_OPENING = "「『（【〔〈《〖〘［｛｢"
_CLOSING = "、。，．：；？！」』）】〕〉》〗〙］｝｣・ー々〻゛゜ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ\u3099\u309a"
_THAI = re.compile("[\u0e01-\u0e4e]+")
_LEADING = "\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4"  # vowels of Thai and Lao that are written before their consonant
_TRAILING = "\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46\u0eaf\u0eb0\u0eb2\u0eb3\u0ec6"  # what begins no row there

_LATIN = re.compile(
    rf"""
      (?P<idle>[{SPACES}]+)
      (?<![(\[{{][{SPACES}])(?<!\s[«‹][{SPACES}])(?<!^[«‹][{SPACES}])  # not behind an opening mark
      (?![!?;:,.%…/»›”’)\]}}]+(?:\s|$))   # not in front of a closing one
    | -(?<=[^\W_][^\W_]-)(?=[^\W\d_]{{3}})  # a-b, -2, e-mail and set-up stay whole
    | /(?<=[^\W_][^\W_]/)(?=[^\W\d_]{{2}})  # and/or breaks, n/a does not
    | [\u2010\u2012-\u2014](?=[^\W\d_])    # dashes
    | {SOFT_HYPHEN}(?=\w)
    """,
    re.VERBOSE,
)


def opportunities(line: str) -> list[tuple[int, int]]:
    """Where the line may break: for each place, where the row ends and where the next one begins."""
    matches = _LATIN.finditer(line)
    found = [(match.start() if match["idle"] else match.end(), match.end()) for match in matches]
    highest = max(line, default="")
    if highest < "\u0e00":
        return found
    found += ((index, index) for index in _between_words(line))
    if highest >= "\u2e80":
        found += ((match.start(), match.end()) for match in _between_ideographs().finditer(line))
    return sorted(set(found))


def characters(line: str) -> list[int]:
    """Where each character begins, as a reader counts them: marks, joined emoji and flags stay whole."""
    starts = []
    flags = 0  # regional indicators in a row: every second one ends a flag
    for index, character in enumerate(line):
        flags = flags + 1 if "\U0001f1e6" <= character <= "\U0001f1ff" else 0
        if index == 0 or not (_extends(character) or _ties(line[index - 1]) or (flags and flags % 2 == 0)):
            starts.append(index)
    return starts


def is_glued(line: str, index: int) -> bool:
    """Whether a non-breaking character stands at either side of a place."""
    return any(character in GLUE for character in line[index - 1 : index + 1])


def _extends(character: str) -> bool:
    """Whether a character belongs to the one before it."""
    if character < "\u0300":
        return character == SOFT_HYPHEN
    return (
        unicodedata.category(character) in {"Mn", "Mc", "Me"}
        or character in "\u200c\u200d"
        or character in _TRAILING
        or "\u1160" <= character <= "\u11ff"  # vowels and finals of decomposed Hangul
        or "\U0001f3fb" <= character <= "\U0001f3ff"  # skin colours
        or "\U000e0020" <= character <= "\U000e007f"  # tags: the flags of Scotland and Wales
    )


def _ties(character: str) -> bool:
    """Whether a character belongs to the one behind it."""
    return character == _JOINER or unicodedata.combining(character) == _VIRAMA or character in _LEADING


def _between_words(line: str) -> Iterator[int]:
    """Where one Thai word ends and the next one begins."""
    stretches = list(_THAI.finditer(line))
    parser = _thai() if stretches else None
    if parser is None:
        return
    for words in stretches:
        starts = {words.start() + start for start in characters(words[0])}
        ends = accumulate(map(len, parser.parse(words[0])), initial=words.start())
        yield from (end for end in ends if end in starts and words.start() < end)


@cache
def _thai() -> Any:
    """What tells Thai words apart; nothing without the package."""
    try:
        import budoux  # noqa: PLC0415
    except ImportError:
        return None
    return budoux.load_default_thai_parser()


@cache
def _between_ideographs() -> re.Pattern[str]:
    wide = _IDEOGRAPHS + _MORE_IDEOGRAPHS
    return re.compile(
        rf"(?<=[{wide}{_CLOSING}])(?![{_CLOSING}])(?=[{_OPENING}\w])"
        rf"|(?<=\w)(?![{_CLOSING}])(?=[{wide}{_OPENING}])"
        rf"|(?<=[{wide}])(?=[“‘(\[￥￡＄〒][{wide}\w])|(?<=[{wide}][”’)\]％℃])(?=[{wide}])"
    )
