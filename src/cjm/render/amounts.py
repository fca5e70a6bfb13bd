"""Figures as the language writes them: decimal marks, signs, percentages, durations with their plurals."""

import re
from collections.abc import Callable
from decimal import Decimal

from cjm.render.labels import Labels

_MINUS = "\u2212"
_NBSP = "\u00a0"

_NUMBER = r"[-+−]?\d+(?:\.\d+)?"
_PLAIN = re.compile(rf"(?P<number>{_NUMBER})(?P<percent> ?%)?")
_SPAN = re.compile(rf"(?P<low>{_NUMBER})(?: ?[-–] ?(?P<high>{_NUMBER}))? ?(?P<unit>[a-z]+(?: [a-z]+)?)")
_ISO = re.compile(
    r"P(?:(?P<y>\d+)Y)?(?:(?P<mo>\d+)M)?(?:(?P<w>\d+)W)?(?:(?P<d>\d+)D)?"
    r"(?:T(?:(?P<h>\d+)H)?(?:(?P<min>\d+)M)?(?:(?P<s>\d+)S)?)?"
)
_UNITS = {
    "min": "min", "minute": "min", "h": "h", "hour": "h", "d": "d", "day": "d", "wd": "wd", "working day": "wd",
    "w": "w", "week": "w", "mo": "mo", "month": "mo", "y": "y", "year": "y",
}  # fmt: skip


def number(value: float | str, words: Labels) -> str:
    """A number without idle zeros, with the marks of the language and a real minus sign."""
    exact = Decimal(str(value).replace(_MINUS, "-")).normalize()
    whole, _, rest = format(abs(exact), "f").partition(".")
    if len(whole) > 4:  # four digits are read at a glance
        whole = f"{int(whole):,}".replace(",", words.word("number", "thousands"))
    sign = _MINUS if exact < 0 else ""
    return f"{sign}{whole}{words.word('number', 'decimal') if rest else ''}{rest}"


def signed(value: float, words: Labels) -> str:
    """A number that always shows its sign, but for zero: +2, −1.5."""
    rounded = round(value, 1) or 0.0  # no minus before a zero
    return ("+" if rounded > 0 else "") + number(rounded, words)


def percent(value: float | str, words: Labels) -> str:
    """A percentage as the language writes it: ``41%``, ``41 %``."""
    return words.fill("number", "percent", number(value, words))


def duration(text: str, words: Labels) -> str:
    """A duration of the format (``2-3 days``, ``PT11M``) in the language; any other text as it is."""
    if iso := _ISO.fullmatch(text):
        parts = [_counted(count, unit, words) for unit, count in iso.groupdict().items() if count]
        return " ".join(parts) or text
    span = _SPAN.fullmatch(text.strip())
    unit = span and (_UNITS.get(span["unit"]) or _UNITS.get(span["unit"].removesuffix("s")))
    if not span or not unit:
        return text
    if span["high"]:
        return f"{number(span['low'], words)}–{_counted(span['high'], unit, words)}"
    return _counted(span["low"], unit, words)


def amount(value: str, unit: str, words: Labels, *, share: bool = False) -> str:
    """A figure as it stands in a picture: a share as a percentage, a time with its unit, money with its own."""
    plain = _PLAIN.fullmatch(value.strip())
    if plain is None:
        return duration(value, words)
    if plain["percent"]:
        return percent(plain["number"], words)
    if share:
        return percent(str(Decimal(plain["number"].replace(_MINUS, "-")) * 100), words)
    if _UNITS.get(unit) or _UNITS.get(unit.removesuffix("s")):
        return duration(f"{plain['number']} {unit}", words)
    return f"{number(plain['number'], words)}{_NBSP}{unit}".rstrip(_NBSP)


def _counted(count: str, unit: str, words: Labels) -> str:
    """A number and its unit, kept together by a space that does not break."""
    forms = words.plurals(unit)
    form = forms[min(_FORMS.get(words.lang, _one_or_more)(Decimal(count)), len(forms) - 1)]
    return f"{number(count, words)}{_NBSP}{form}"


# Which of the forms of a unit a number takes, as in Unicode's plural rules.


def _one_or_more(count: Decimal) -> int:
    return int(count != 1)


def _french(count: Decimal) -> int:
    return int(count >= 2)


def _romanian(count: Decimal) -> int:
    if count == 1:
        return 0
    return 1 if count % 1 or count == 0 or 1 <= count % 100 <= 19 else 2


def _polish(count: Decimal) -> int:
    if count % 1:
        return 3
    if count == 1:
        return 0
    return 1 if 2 <= count % 10 <= 4 and not 12 <= count % 100 <= 14 else 2


_FORMS: dict[str, Callable[[Decimal], int]] = {"fr": _french, "ro": _romanian, "pl": _polish}
