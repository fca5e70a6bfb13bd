"""What a number, a duration, a date or a language was meant to be, where it is not written as the format wants it.

Each function takes a text as written and gives what to write instead; nothing where it cannot tell.
"""

import re
from collections.abc import Callable
from typing import get_args

from cjm.model import vocabulary
from cjm.model.fold import YES_OR_NO
from cjm.model.problem import listed
from cjm.model.record import Amount, Date, Duration, Language, Limits, Pattern, Validated
from cjm.model.time import SHORT, unit_of
from cjm.source.spell import spell

_LONGEST = 60
_GROUPS = r"[0-9]{1,3}(?:[ \u00a0\u202f.,'’][0-9]{3})+(?![0-9])"
_NUMBER = rf"[-+−]? ?(?:{_GROUPS}(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)?)"
_ONE = re.compile(rf"(?P<number>{_NUMBER})(?:[\s,;:(–-]*[^\W\d].*)?$")
_AMOUNT = re.compile(rf"(?P<before>[€$£]?)\s*(?P<number>{_NUMBER})\s*(?P<unit>%|[€$£]|[^\W\d_].*)?")
_SPAN = re.compile(
    rf"(?:\D*\s|~)?(?P<low>{_NUMBER})(?:\s*(?:[-–—/]|à|a|to|do|bis|până la|hasta|and|et|i|und|și|y)\s*(?P<high>{_NUMBER}))?\s*(?P<unit>[^\W\d_]+(?:\s[^\W\d_]+)?)\.?"
)
_ARTICLE = re.compile(r"^(?:an?|one|une?|o|eine?[nr]?|una|jeden|jedna|jedną)\s+", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?P<hours>[0-9]{1,2})\s*(?:h|std|godz)\.?\s*(?P<minutes>[0-5]?[0-9])\s*(?:m|min|mn)?\.?", re.IGNORECASE
)
_OF = re.compile(r"(?P<number>[0-9])\s*(?:/|of|out of|sur|din|z|na|von|de|sobre)\s*(?P<high>[0-9]{1,2})")
_DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})[.\-/ ]+(?P<month>[0-9]{1,2})[.\-/ ]+(?P<year>[0-9]{4})\.?")
_YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})[.\-/ ](?P<month>[0-9]{1,2})(?:[.\-/ ](?P<day>[0-9]{1,2}))?\.?")
_MONTH_FIRST = re.compile(r"(?P<month>[0-9]{1,2})[.\-/ ](?P<year>[0-9]{4})")
_NAMED = re.compile(
    r"(?:(?P<day>[0-9]{1,2})(?:\.|er|st|nd|rd|th)?\s+(?:de\s+)?)?(?P<month>[^\W\d_]{3,})\.?,?\s+(?:de\s+)?(?P<year>[0-9]{4})"
)
_QUARTER = re.compile(
    r"[QTK]\s?([1-4])[\s/-]*([0-9]{4})|([0-9]{4})[\s/-]*[QTK]([1-4])|"
    r"([1-4])\.?(?:er|e|ème)?\s*(?:quarter|trim\w*|kw\w*|quartal)\.?\s*([0-9]{4})",
    re.IGNORECASE,
)
_UNITS = ("min", *SHORT, "s")
_CURRENCIES = {"€": "EUR", "$": "USD", "£": "GBP", "zł": "PLN"}


def number(text: str, limits: Limits, *, is_whole: bool) -> str:
    """A number: ``1.200`` and ``1 200 people`` are 1200, ``4,5`` is 4.5 – or 4 or 5, where only whole numbers are taken."""
    text = text.strip()[:_LONGEST]
    if (found := _OF.fullmatch(text)) and limits.high == float(found["high"]):
        return found["number"]
    found = _ONE.match(text)
    if not found:
        return ""
    plain = _plain(found["number"], is_whole=is_whole)
    if is_whole and "." in plain:
        low = int(float(plain))
        choices = [each for each in (low, low + 1) if limits.low is None or limits.low <= each <= (limits.high or each)]
        return listed(choices) if choices else ""
    return plain


def form(text: str, pattern: Pattern) -> str:
    """A text of a certain form: a date, a duration, a figure, a language."""
    meant = _FORMS[pattern](text.strip()) if pattern in _FORMS and len(text) <= _LONGEST else ""
    return meant if re.fullmatch(pattern.regex, meant) or meant.startswith("{") else ""


def _duration(text: str) -> str:
    """A time in an English unit, with a point: ``1,5 godziny`` is 1.5 hours."""
    if found := _CLOCK.fullmatch(text):
        minutes = 60 * int(found["hours"]) + int(found["minutes"])
        return f"{minutes} min"
    found = _SPAN.fullmatch(_ARTICLE.sub("1 ", text))
    if not found:
        return ""
    unit = found["unit"].lower()
    low, high = _plain(found["low"]), _plain(found["high"] or "")
    if not unit_of(unit):
        code = unit if unit in _UNITS else vocabulary.meant(unit, _UNITS) or vocabulary.meant(unit.split()[0], _UNITS)
        if code == "s":
            return f"PT{low}S"
        if not code:
            return ""
        name = unit_of(code)
        unit = name if name == "min" or (low == "1" and not high) else f"{name}s"
    return f"{low}-{high} {unit}" if high else f"{low} {unit}"


def _date(text: str) -> str:
    """A date with its year first: ``30.6.2026``, ``06/2026``, ``30 juin 2026``."""
    for pattern in (_YEAR_FIRST, _DAY_FIRST, _MONTH_FIRST):
        if found := pattern.fullmatch(text):
            parts = {"day": "", **found.groupdict(default="")}
            if parts["day"] and int(parts["month"]) > 12:
                parts |= {"day": parts["month"], "month": parts["day"]}
            return _dated(parts["year"], int(parts["month"]), parts["day"])
    if found := _QUARTER.fullmatch(text):
        quarter, year = sorted(filter(None, found.groups()), key=len)
        last = 3 * int(quarter)
        return f"{year}-{last - 2:02}/{year}-{last:02}"
    if found := _NAMED.fullmatch(text):
        return _dated(found["year"], vocabulary.month(found["month"]), found["day"] or "")
    return ""


def _dated(year: str, month: int, day: str) -> str:
    if not 1 <= month <= 12 or (day and not 1 <= int(day) <= 31):
        return ""
    return f"{year}-{month:02}-{int(day):02}" if day else f"{year}-{month:02}"


def _validated(text: str) -> str:
    return "true" if text.casefold() in YES_OR_NO else _date(text)


def _amount(text: str) -> str:
    """A figure with a point, a percentage, or a time; money with its currency beside it."""
    if time := _duration(text):
        return time
    found = _AMOUNT.fullmatch(text)
    if not found:
        return ""
    plain, unit = _plain(found["number"]), found["before"] or found["unit"] or ""
    if unit in ("%", ""):
        return f"{plain}{unit}"
    return f"{{value: {plain}, unit: {spell(_CURRENCIES.get(unit, unit), flow=True, was_plain=True)}}}"


def _language(text: str) -> str:
    return vocabulary.meant(text, vocabulary.LANGUAGES)


def _plain(text: str, *, is_whole: bool = False) -> str:
    """The digits of a number, with a point before its decimals and nothing between its thousands."""
    text = re.sub(r"[ \u00a0\u202f'’]", "", text).replace("−", "-")
    *groups, last = re.split("[.,]", text)
    marks = set(re.findall("[.,]", text))
    is_grouped = groups and all(len(each) == 3 for each in groups[1:])
    if is_grouped and len(last) == 3 and len(marks) == 1 and (is_whole or len(groups) > 1 or "," in marks):
        return "".join((*groups, last))
    return f"{''.join(groups)}.{last}" if groups else last


_FORMS: dict[Pattern, Callable[[str], str]] = {
    get_args(kind)[1]: meant
    for kind, meant in (
        (Language, _language), (Date, _date), (Validated, _validated), (Duration, _duration), (Amount, _amount),
    )
}  # fmt: skip

SURE = frozenset(get_args(kind)[1] for kind in (Language, Duration))
"""The forms for which there is no doubt about what was meant."""
