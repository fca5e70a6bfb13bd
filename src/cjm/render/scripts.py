"""Which script a character belongs to, and which way, and in which variant, a language is written."""

import re
import unicodedata
from functools import cache

from cjm.render import bidi

_RTL_LANGUAGES = re.compile(
    "aeb|ar|arc|arq|ary|arz|azb|bal|bqi|ckb|dv|fa|glk|he|iw|khw|lrc|mzn|nqo|pnb|prs|ps|rhg|sd|skr|syr|ug|ur|yi"
)
_RTL_SCRIPTS = re.compile("adlm|arab|aran|hebr|mand|mend|nkoo|rohg|samr|syrc|thaa|yezi")

# Scripts that a font sets like one: their letters stand side by side, and need no rules of their own.
_PLAIN = re.compile("LATIN|GREEK|CYRILLIC|CJK|HIRAGANA|KATAKANA|HANGUL|BOPOMOFO|IDEOGRAPHIC|(FULL|HALF)WIDTH|COMBINING")
_HAN = (("ja", "[\u3041-\u30ff\uff66-\uff9d]"), ("ko", "[\u1100-\u11ff\uac00-\ud7a3]"), ("zh", "[\u3400-\u9fff]"))


def is_rtl(lang: str, text: str = "") -> bool:
    """Whether a map in that language (``ar``, ``uz-Arab``) runs from right to left.

    One that names no language runs like the first letter of its title, which is ``text``.
    """
    first, *further = lang.replace("_", "-").lower().split("-")
    if not first:
        return bidi.first_strong(text) == "rtl"
    script = next((part for part in further if len(part) == 4 and part.isalpha()), "")
    return bool(_RTL_SCRIPTS.fullmatch(script) if script else _RTL_LANGUAGES.fullmatch(first))


def region(lang: str, text: str = "") -> str:
    """The form of Chinese characters a map wants, as fonts are called after it: ``JP``, ``KR``, ``SC``, ``TC``, ``HK``.

    One that names no language is Japanese if ``text`` has kana, Korean if it has Hangul, else Chinese. Nothing where
    it does not matter.
    """
    first, *further = lang.replace("_", "-").lower().split("-")
    if not first:
        first = next((name for name, letters in _HAN if re.search(letters, text)), "")
    if first not in {"zh", "yue"}:
        return {"ja": "JP", "ko": "KR"}.get(first, "")
    if first == "yue" or {"hk", "mo"} & {*further}:
        return "HK"
    return "TC" if {"hant", "tw"} & {*further} else "SC"


@cache
def script(character: str) -> str:
    """The script of a letter, mark or digit that is shaped by its own rules (``ARABIC``); nothing for all others."""
    if unicodedata.category(character)[0] not in "LMN":
        return ""
    word = unicodedata.name(character, "").partition(" ")[0]
    return "" if character < "\u0530" or _PLAIN.fullmatch(word) else word
