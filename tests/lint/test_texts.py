"""Texts that only hold a place, and texts in another language than the map."""

import pytest

from cjm.lint.rules.mixed_languages import check
from cjm.lint.words import LANGUAGES, listed
from tests.lint.ask import ask, stages


@pytest.mark.parametrize(
    ("text", "lang", "is_placeholder"),
    [
        ("TODO", "en", True),
        ("todo", "", True),
        ("TODO ask Marta", "en", True),
        ("'[to be completed]'", "en", True),
        ("Lorem ipsum dolor", "ja", True),
        ("Pays xxx lei", "en", True),
        ("'???'", "en", True),
        ("…", "en", True),
        ("'-'", "en", True),
        ("à compléter", "fr", True),
        ("À compléter…", "fr", True),
        ("(de completat)", "ro", True),
        ("do uzupełnienia", "pl", True),
        ("noch zu ergänzen", "de", True),
        ("por completar", "es", True),
        ("Todo", "es", False),
        ("Lo mira TODO otra vez", "es", False),
        ("Reçoit un dossier à compléter", "fr", False),
        ("Makes a to-do list", "en", False),
        ("Wears size XXXL", "en", False),
        ("Waits in the bar", "en", False),
        ("5", "en", False),
        ("Pays 5 €?", "en", False),
        ("Completar", "es", False),
        ("💸", "en", False),
    ],
)
def test_placeholders_are_told_from_texts(text: str, lang: str, *, is_placeholder: bool) -> None:
    head = f"lang: {lang}" if lang else ""
    found = ask("placeholder-text", f"{head}\nstages:\n  - name: One\n    does: {text}\n")
    assert found == [text] * is_placeholder


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("thinks: '???'", []),
        ("says: ['…', XXX]", []),
        ("says: TBD", ["TBD"]),
        ("says: I am called xxx", []),
        ("owner: TBD", ["TBD"]),
        ("pains: {text: '??', severity: 2}", ["'??'"]),
        ("backstage: {does: X, actor: tbd}", ["tbd"]),
        ("x-legal: to be defined", ["to be defined"]),
        ("tone: {angry: TODO}", ["TODO"]),
        ("opportunities: {title: TODO, id: todo}", ["TODO"]),
        ("evidence: tbd", []),
    ],
)
def test_placeholders_are_sought_where_texts_stand(line: str, wanted: list[str]) -> None:
    head = "lanes: [{key: x-legal}]\nresearch: [{id: tbd, method: interview}]"
    assert ask("placeholder-text", stages(line, head=head)) == wanted


ENGLISH = "She asks the clerk whether they have it"
FRENCH = "Elle demande pour quand une réparation est possible"
POLISH = "Pyta, czy jest już wolny termin"


@pytest.mark.parametrize(
    ("lang", "text", "is_foreign"),
    [
        ("en", FRENCH, True),
        ("en", POLISH, True),
        ("en", ENGLISH, False),
        ("en", "Eats at Café de la Paix", False),
        ("en", "Asks for the plat du jour avec une salade", False),
        ("fr-CA", ENGLISH, True),
        ("pl", ENGLISH, True),
        ("ro", "Sie fragt, ob noch ein Termin frei ist", True),
        ("de", "Pregunta cuándo está libre para la reparación", True),
        ("es", "Află că nu sunt locuri până vineri", True),
        ("it", ENGLISH, False),
        ("", FRENCH, False),
    ],
)
def test_another_language_is_heard(lang: str, text: str, *, is_foreign: bool) -> None:
    head = f"lang: {lang}" if lang else ""
    own = ENGLISH if lang == "en" else ""
    lines = [f"does: '{text}'", *([f"does: {own}"] * bool(own))]
    assert bool(ask("mixed-languages", stages(*lines, head=head))) == is_foreign


def test_a_quote_may_say_its_language() -> None:
    said = [f"does: {ENGLISH}", f"says: {{text: '{FRENCH}', lang: fr}}"]
    assert ask("mixed-languages", stages(*said, head="lang: en")) == []
    assert ask("mixed-languages", stages(said[0], said[1].replace(", lang: fr", ""), head="lang: en")) == [
        f"'{FRENCH}'"
    ]


def test_a_map_in_the_wrong_language_is_one_finding() -> None:
    french = [f"does: {FRENCH}"] * 3
    assert ask("mixed-languages", stages(*french, f"does: {ENGLISH}", head="lang: en")) == ["en"]
    assert ask("mixed-languages", stages(*french, *[f"does: {ENGLISH}"] * 3, head="lang: en")) == [FRENCH] * 3


def test_no_word_makes_two_languages_known() -> None:
    slug = check.slug
    for lang in LANGUAGES:
        others = {word for other in LANGUAGES - {lang} for word in listed(slug, other)}
        assert {*listed(slug, lang)} & others == set()
