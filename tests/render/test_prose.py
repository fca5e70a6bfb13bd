"""The journey told in paragraphs: as files that a human can read, and what holds for every map."""

import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cjm
from cjm.model.journey import Journey
from cjm.model.moment import Feeling, Stage, Touchpoint
from cjm.render.labels import LANGUAGES, labels
from cjm.render.prose import describe, tell
from tests import expected
from tests.journeys import journeys
from tests.texts import read

HERE = Path(__file__).parent / "prose"


def told(head: str, *stages: str, lang: str = "en") -> str:
    """The prose of a map with these lines in its head, and these flow mappings as stages."""
    lines = "".join(f"  - {stage}\n" for stage in stages or ("{name: One}",))
    reading = read(f"cjm: 1\n{head}\nstages:\n{lines}")
    assert not [each for each in reading.findings if each.severity == "error"]
    return "\n".join(tell(reading.journey, labels(lang)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_journey_in_every_language(lang: str) -> None:
    loaded = cjm.load(HERE / f"{lang}.cjm.yaml", root=HERE)
    assert not loaded.findings
    (journey,), words = loaded.maps, labels(lang)
    paragraphs = (*tell(journey, words), "* * *", describe(journey, words))
    text = "\n\n".join(textwrap.fill(each, 110, break_on_hyphens=False) for each in paragraphs)
    expected.check(HERE / f"{lang}.txt", f"{text}\n")


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "en"])
def test_no_sentence_is_left_in_english(lang: str) -> None:
    english, own = (labels(each).tables["prose"] for each in ("en", lang))
    same = [key for key, word in own.items() if word == english[key] and key != "stop"]
    assert same == []


@settings(max_examples=100)
@given(journeys(), st.sampled_from(LANGUAGES))
def test_every_journey_can_be_told(journey: Journey, lang: str) -> None:
    words = labels(lang)
    paragraphs = tell(journey, words)
    assert 2 <= len(paragraphs) <= 8
    assert paragraphs == tell(journey, words)
    for text in (*paragraphs, describe(journey, words)):
        assert "\n" not in text
        assert "  " not in text
        assert re.search("[.!?…][\u00a0»”“’)]*$", text), text


def test_a_map_with_forty_touchpoints_is_told_as_briefly_as_one_with_eight() -> None:
    def journey(count: int) -> Journey:
        stages = tuple(
            Stage(id=f"s{index}", name=f"Part {index}", does=("Waits.",), feels=Feeling(score=float(index % 5 - 2)))
            for index in range(count)
        )
        return Journey(cjm=1, title="Long", stages=stages)

    eight, forty = ("\n".join(tell(journey(count), labels("en"))) for count in (8, 40))
    assert len(forty) < 2 * len(eight)
    assert re.search(r"By way of “Part \d+”, “Part \d+”, “Part \d+” and \d+ more it goes on to “Part \d+”", forty)
    assert "“Part 39”. Waits." in forty


def test_a_long_text_is_told_by_its_beginning() -> None:
    text = told(f'title: T\nsummary: "{"word " * 2000}"', f'{{name: One, does: "{"x" * 10_000}"}}')
    assert len(text) < 1500
    assert text.count("…") == 2


def test_phases_have_a_paragraph_each() -> None:
    text = told("title: T", "{name: A, phase: In, does: Goes}", "{name: B, phase: Out, does: Leaves}")
    assert "\nThe phase “In” begins with “A”. Goes.\nThe phase “Out” begins with “B”. Leaves.\n" in text


def test_a_single_stage_and_a_single_persona() -> None:
    text = told('title: T\npersona: {name: Ana, quote: "Hm."}', "{name: A, does: Goes, feels: content}")
    assert "At the centre: Ana. “Hm.”" in text
    assert "It all happens in a single stage: “A”. Goes. The mood starts at +1 (“content”)." in text
    assert "lowest" not in text


def test_an_inventory_of_touchpoints_is_named_and_not_told() -> None:
    assert "The way leads through “A” and “B”." in told("title: T", "{name: A}", "{name: B}")


def test_a_feeling_without_a_score_is_told_in_its_word() -> None:
    assert "The feeling: “wistful”." in told("title: T", "{name: A, feels: wistful}")


def test_the_mood_is_told_with_its_turns() -> None:
    moments = "{name: p, feels: -2, thinks: 'Why?'}, {name: q, feels: 0}"
    text = told("title: T", "{name: A, feels: 1}", f"{{name: B, touchpoints: [{moments}]}}")
    assert "The mood falls to −2, then rises to 0. The lowest point is “p”. What comes to mind: “Why?”" in text
    assert "The mood starts at +1. This is the highest point." in text


def test_a_scale_without_a_negative_side_has_no_signs() -> None:
    assert "The mood starts at 4." in told("title: T\nscale: {min: 1, max: 5}", "{name: A, feels: 4}")


def test_who_feels_most_otherwise() -> None:
    stage = "{name: A, feels: 2, for: {ana: {feels: 1}}}", "{name: B, feels: 2, for: {ana: {feels: angry}}}"
    text = told("title: T\npersonas: [{id: ana, name: 'Ana, 30'}, Bo]", *stage)
    assert text.count("Ana sees") == 1
    assert "Ana sees “B” differently: −2 (“angry”)." in text


def test_the_worst_pain_is_told_with_its_causes() -> None:
    pains = "{name: A, pains: [{text: Mild, severity: 1}, {text: Bad, severity: 5, frequency: 4, causes: [This, That, And so]}, Gone]}"
    text = told("title: T", pains)
    assert (
        "“Bad” (severity 5, frequency 4). Why? This. And why is that? That. And so. Close behind: “Gone” and “Mild”."
        in text
    )
    assert "Nothing is planned yet to make it better." in text


def test_where_customers_leave_and_how_many() -> None:
    assert "At “A”, 41.5% of customers leave." in told("title: T", "{name: A, next: [{to: end, share: 0.415}]}")


@pytest.mark.parametrize(
    ("evidence", "told_so"),
    [("", "None of this rests on research yet"), (", evidence: r", "All of this rests on research.")],
)
def test_what_it_rests_on(evidence: str, told_so: str) -> None:
    assert told_so in told("title: T\nresearch: [{id: r}]", f"{{name: A, pains: [P]{evidence}}}")


def test_pains_alone_can_be_assumptions() -> None:
    head, stages = "title: T\nresearch: [{id: r}]", ("{name: A, evidence: r}", "{name: B}")
    assert "moments (1 of 2). Not yet backed by research: “B”." in told(head, *stages)
    guessed = "title: T\nresearch: [{id: r}]\nmetrics: [{id: nps, kind: nps, value: 3}]", "{name: A, evidence: r}"
    assert "moments (1 of 1), figures (0 of 1). The rest is assumption." in told(*guessed)


@pytest.mark.parametrize(
    ("lang", "told_so"),
    [
        ("en", "“It rang.” T"),
        ("fr", "« It rang. » T"),
        ("de", "„It rang.“ T"),
        ("pl", "„It rang”. T"),
        ("ro", "„It rang”. T"),
        ("es", "«It rang». T"),
    ],
)
def test_a_stop_stands_where_the_language_has_it(lang: str, told_so: str) -> None:
    stages = "{name: A, feels: 1, says: It rang.}", "{name: B, feels: 0}"
    text = told("title: T", *stages, lang=lang).replace("\u00a0", " ")
    assert re.search(re.escape(told_so[:-1]) + "[A-ZŁŚ„“]", text), text


def test_braces_and_line_ends_of_a_map_are_text() -> None:
    text = told('title: "{0} {who}"\nsummary: "One\\ntwo"', "{name: '{}', does: '{more}'}")
    assert text.startswith("“{0} {who}” – the journey as it is today. One two.")
    assert "“{}”" in text


def test_a_title_that_asks_ends_its_sentence_in_the_description() -> None:
    journey = Journey(cjm=1, title="Where is it?", stages=(Stage(id="a", touchpoints=(Touchpoint(id="b"),)),))
    assert describe(journey, labels("en")) == "Where is it? Current state. One stage: a."
