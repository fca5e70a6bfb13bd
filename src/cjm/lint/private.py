"""Personal data in a text: e-mail addresses, and the numbers of telephones, accounts and cards.

Prices, dates, opening hours, the numbers of orders, freephone numbers and the mailboxes of firms are none.
"""

import re
from functools import cache

from cjm.lint.words import alternatives, everywhere, plain

_MAIL = re.compile(r"(?<![\w.+-])([\w.+-]+)@[\w-]+(?:\.[\w-]+)+")
_NOBODY = re.compile(
    r"x+|.*(?:info|support|help|service|contact|kontakt|sales|office|hello|no-?reply|complaints|orders|booking).*",
    re.IGNORECASE,
)
"""Mailboxes of firms, and what has been blacked out already."""

_NUMBER = re.compile(r"(?<![\w#/.,-])[+(]{0,2}[0-9](?:[ ./()-]{0,2}[0-9]){7,18}(?![\w%])")
_DATE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[.:h]\d{2} ?[-–] ?\d{1,2}[.:h]\d{2}"
)
_UNIT = re.compile(
    r" ?(?:[€$£%]|(?:eur|euros?|usd|dollars?|lei|ron|pln|zł|złotych|chf|gbp|pounds?|km|kg|kwh|mb|gb)\b)", re.IGNORECASE
)
_ABROAD = re.compile(r"(?:\+|00)[1-9]\d{7,14}")
_HERE = re.compile(
    r"0[1-9](?:[ ./-]{0,3}\d){7,10}|\(0\d+\)[ ./\d-]{6,}|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|\d{3}([ -])\d{3}\1\d{3}"
)
"""Telephone numbers without a country: with a leading zero, as in America, as in Poland and Spain."""

_FREE = re.compile(r"(?:00)?0?80\d|0?90\d|1?8(?:00|33|44|55|66|77|88)\d{7}$")
"""Numbers that anybody may call."""

_CARD = re.compile(r"4\d{15}|5[1-5]\d{14}|2[2-7]\d{14}|6\d{15}|3[47]\d{13}")
_ACCOUNT = re.compile(r"\b[A-Z]{2}[0-9]{2}(?:[ -]?[A-Z0-9]){11,30}")
_LENGTHS = {
    "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24, "FI": 18, "FR": 27,
    "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IT": 27, "LT": 20, "LU": 20, "LV": 21, "MD": 24, "NL": 18,
    "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24, "UA": 29,
}  # fmt: skip
_FEWEST = 8
"""No number of the kinds sought has fewer digits."""


def private(text: str) -> str:
    """What personal data a text holds, as a sentence says it: ``an e-mail address``; empty where it holds none."""
    if any(not _NOBODY.fullmatch(found[1]) for found in _MAIL.finditer(text)):
        return "an e-mail address"
    if sum(map(str.isdigit, text)) < _FEWEST:
        return ""
    if any(_is_account(found[0]) for found in _ACCOUNT.finditer(text)):
        return "the number of an account"
    text = _DATE.sub("…", text.replace("\u00a0", " ").replace("\u202f", " "))
    for found in _NUMBER.finditer(text):
        if _other().search(plain(text[: found.start()])) or _UNIT.match(text, found.end()):
            continue
        digits = re.sub("[^0-9]", "", found[0])
        if _CARD.fullmatch(digits) and _is_card(digits):
            return "the number of a card"
        if _is_telephone(found[0], digits):
            return "a telephone number"
    return ""


@cache
def _other() -> re.Pattern[str]:
    """What a text ends with before the number of an order or a ticket."""
    things, between = (alternatives(everywhere("personal-data-in-quote", name)) for name in ("things", "between"))
    return re.compile(rf"(?:[#№]|(?<!\w){things}\W{{0,3}}(?:{between}\W{{1,2}}){{0,2}})$")


def _is_telephone(number: str, digits: str) -> bool:
    is_abroad = _ABROAD.fullmatch(("+" if "+" in number else "") + digits)
    is_round = digits.endswith("000")
    return bool(is_abroad or _HERE.fullmatch(number)) and not is_round and not _FREE.match(digits)


def _is_account(text: str) -> bool:
    """Whether an IBAN adds up: moved round and with numbers for letters, it leaves 1 when divided by 97 (ISO 13616)."""
    account = re.sub("[ -]", "", text)
    account = account[: _LENGTHS.get(account[:2], len(account))]
    return int("".join(str(int(char, 36)) for char in account[4:] + account[:4])) % 97 == 1


def _is_card(digits: str) -> bool:
    """Whether the number of a card adds up: every second digit doubled, the digits' sum is a multiple of ten (Luhn)."""
    doubled = "".join(str(int(digit) * (1 + place % 2)) for place, digit in enumerate(reversed(digits)))
    return sum(map(int, doubled)) % 10 == 0
