"""Where a line of text may break: the part of Unicode's line breaking (UAX #14) that journeys need.

Spaces, hyphens inside words, dashes, slashes, soft hyphens, and between ideographs; never beside a non-breaking space,
in front of closing or behind opening marks.
"""

import re
import unicodedata
from functools import cache

SPACES = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"  # those that break
GLUE = "\u00a0\u2007\u2011\u202f\u2060\ufeff"
SOFT_HYPHEN = "\u00ad"
IDLE_HYPHEN = re.compile(rf"(?<!\w){SOFT_HYPHEN}+|{SOFT_HYPHEN}+(?!\w)")  # at the edge of a word

_JOINER = "\u200d"
_VIRAMA = 9  # the combining class of signs that fuse two consonants
_IDEOGRAPHS = "\u2e80-\u2fdf\u3041-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf"
_MORE_IDEOGRAPHS = "\uac00-\ud7a3\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9d\U00020000-\U0003fffd"
_OPENING = "「『（【〔〈《〖〘［｛｢"
_CLOSING = "、。，．：；？！」』）】〕〉》〗〙］｝｣・ー々〻゛゜ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ\u3099\u309a"

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
    if line.isascii() or max(line) < "\u2e80":
        return found
    return sorted({*found, *((match.start(), match.end()) for match in _between_ideographs().finditer(line))})


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
        or character in "\u200c\u200d\u0e33\u0eb3"  # joiners, Thai and Lao am
        or "\u1160" <= character <= "\u11ff"  # vowels and finals of decomposed Hangul
        or "\U0001f3fb" <= character <= "\U0001f3ff"  # skin colours
        or "\U000e0020" <= character <= "\U000e007f"  # tags: the flags of Scotland and Wales
    )


def _ties(character: str) -> bool:
    """Whether a character belongs to the one behind it."""
    return character == _JOINER or unicodedata.combining(character) == _VIRAMA


@cache
def _between_ideographs() -> re.Pattern[str]:
    wide = _IDEOGRAPHS + _MORE_IDEOGRAPHS
    return re.compile(
        rf"(?<=[{wide}{_CLOSING}])(?![{_CLOSING}])(?=[{_OPENING}\w])"
        rf"|(?<=\w)(?![{_CLOSING}])(?=[{wide}{_OPENING}])"
    )
