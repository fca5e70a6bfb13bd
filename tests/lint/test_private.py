"""Who somebody is must not stand in a quote; prices, dates and the numbers of orders may."""

import pytest

from cjm.lint.private import private
from tests.lint.ask import ask, stages

MAILS = ("Write to dana.b@example.com please", "maria+x@example.ro", "d@mail.example.co.uk")
ACCOUNTS = (
    "DE89 3704 0044 0532 0130 00",
    "RO49AAAA1B31007593840000 este contul",
    "PL61 1090 1014 0000 0712 1981 2874",
    "FR1420041010050500013M02606",
    "DE89 3704 0044 0532 0130 00 BITTE ZAHLEN",
)
CARDS = ("4111 1111 1111 1111", "card 5500-0000-0000-0004", "3782 822463 10005")
TELEPHONES = (
    "06 12 34 56 78",
    "06\u202f12\u202f34\u202f56\u202f78",
    "Appelez-moi au 06.12.34.56.78 svp",
    "+40 722 123 456",
    "0722 123 456",
    "0722.123.456",
    "sunați la 0722123456",
    "0040722123456",
    "tel. 601 234 567",
    "601-234-567",
    "0171/1234567",
    "0171 123 45 67",
    "030-1234 5678",
    "+49 (0)171 1234567",
    "(555) 123-4567",
    "+34 612 34 56 78",
    "my number: 07700 900123",
    "My number is 020 7946 0958.",
)
NOTHING = (
    "It cost 1 250 000 lei",
    "1 200,50 €",
    "€ 1 200 300.50",
    "123 456 789 zł",
    "Am plătit 2.500.000 lei",
    "100 000 000 people",
    "+1 000 000 users",
    "25 000 km par an",
    "on 2026-05-12 at 10:30",
    "05.12.2026 10:30",
    "2022-2023 2024-2025",
    "From 08.30-09.15 to 10",
    "24/7",
    "order 4711-0815-99",
    "commande n° 0612345678",
    "the invoice number is 0712345678",
    "Zamówienie nr 601 234 567 nie dotarło",
    "Bestellnummer 0171 1234567",
    "ticket #601234567",
    "parcel JD014600006281230704",
    "tracking RR123456789RO",
    "1Z999AA10123456784",
    "ISBN 978-3-16-148410-0",
    "room 4021, floor 12",
    "I called 0800 123 456 twice",
    "1-800-555-0199",
    "I wrote to support@firm.example three times",
    "xxx@xxx.com",
    "4111 1111 1111 1112",
    "DE88 3704 0044 0532 0130 00",
    "@dana said so",
    "",
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *((text, "an e-mail address") for text in MAILS),
        *((text, "the number of an account") for text in ACCOUNTS),
        *((text, "the number of a card") for text in CARDS),
        *((text, "a telephone number") for text in TELEPHONES),
        *((text, "") for text in NOTHING),
    ],
)
def test_personal_data_is_told_from_other_numbers(text: str, kind: str) -> None:
    assert private(text) == kind


@pytest.mark.parametrize(
    "where",
    [
        "says: MINE",
        "says: [Ah, MINE]",
        "says: {text: Ah, by: MINE}",
        "for: {P: {says: MINE}}",
        "touchpoints: [{name: T, says: MINE}]",
    ],
)
def test_every_quote_is_looked_at(where: str) -> None:
    assert ask("personal-data-in-quote", stages(where.replace("MINE", "0722 123 456"), head="persona: P")) == [
        "0722 123 456"
    ]


def test_the_quote_of_a_persona_is_looked_at() -> None:
    assert ask("personal-data-in-quote", stages("", head="personas: {name: P, quote: 0722 123 456}")) == [
        "0722 123 456"
    ]
