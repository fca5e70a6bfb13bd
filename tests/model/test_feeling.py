"""The listed feeling words, and the listed channels."""

import pytest

from cjm.model.channel import CHANNELS
from cjm.model.feeling import WORDS, implied

EACH = {
    "en": "delighted relieved neutral anxious angry",
    "fr": "ravie soulagé surprise déçue furieux",
    "ro": "încântată ușurat neutru îngrijorată furios",
    "pl": "zachwycona wdzięczny obojętna zaniepokojony wściekła",
    "de": "begeistert erleichtert überrascht besorgt wütend",
    "es": "encantada aliviado indiferente preocupada furioso",
}


@pytest.mark.parametrize("lang", EACH)
def test_each_language_has_words_from_the_best_to_the_worst(lang: str) -> None:
    assert [implied(word) for word in EACH[lang].split()] == [2, 1, 0, -1, -2]


@pytest.mark.parametrize(
    ("written", "score"),
    [
        ("ANXIOUS", -1), (" relieved ", 1), ("uşurată", 1), ("plein d’espoir", 1), ("soulage\u0301e", 1),
        ("wistful", None), ("", None), ("not angry", None),
    ],
)  # fmt: skip
def test_spelling_is_forgiven_and_meaning_is_not_guessed(written: str, score: int | None) -> None:
    assert implied(written) == score


def test_words_are_listed_as_they_are_looked_up() -> None:
    assert all(word == word.casefold().strip() and word for word in WORDS)
    assert all(implied(word) == score for word, score in WORDS.items())


def test_channels_are_listed_once() -> None:
    assert len(set(CHANNELS)) == len(CHANNELS) == 28
