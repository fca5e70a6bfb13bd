"""A map as Markdown: all that matters stands in it, and no text of the map becomes markup."""

import re

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

import cjm
from cjm.convert import markdown
from cjm.errors import UsageError
from cjm.model.journey import Journey
from cjm.model.moment import Feeling, Stage, Touchpoint
from cjm.model.opportunity import Pain
from tests.journeys import journeys

FORGE = MarkdownIt("gfm-like", {"html": False})
HOSTILE = (
    "<script>alert(1)</script>",
    "[link](https://evil.example) @someone #12",
    "| a | b |",
    "```\nfence\n```",
    "- item\n# head",
    "1. one",
    "*a* _b_ ~~c~~ `d`",
    "https://evil.example www.evil.example",
    "a\x00\u202eb",
)


def load(name: str) -> Journey:
    return cjm.load(f"maps/{name}.cjm.yaml").maps[0]


def html(text: str) -> str:
    return str(FORGE.render(text.replace("<br>", " ")))


def test_the_page_of_a_map() -> None:
    page = markdown.write(load("office-phone.current"))
    assert page.startswith("# I want my firm to be reachable again\n\n*Current state*\n\nDana falls for the product")
    assert "- **Personas:** Dana, owner of a design studio; Imani, office manager\n" in page
    assert "| | Notice the problem | Look for a way out |" in page
    assert "8. Keep the old numbers: −2 anxious\n" in page
    assert (
        "- Nobody says when the number moves (severity 5 · frequency 4 · Keep the old numbers)\n  - The carrier" in page
    )
    assert "## Opportunities\n\n- How might we show owners the calls they lose? (impact 3" in page
    assert re.search(r"^- Drop-off: \*\*41% · target 35%\*\* \(n = 1260", page, re.MULTILINE)
    assert "\n## Research\n\n- **interviews-spring** (interview · customers" in page


def test_the_curve() -> None:
    page = markdown.write(load("office-phone.current"))
    drawn = page.split("```text\n")[1].split("\n```")[0].splitlines()
    assert [line[:2].strip() for line in drawn[:-1]] == ["+2", "", "+1", "", "0", "", "−1", "", "−2"]
    columns = {int(number.group()): number.end() - 1 for number in re.finditer(r"\d+", drawn[-1])}
    assert len(columns) == 14
    assert {drawn[row][columns[8] : columns[8] + 1] for row in (8,)} == {"◆"}
    assert [sum(sign in "●○◆◇" for sign in line) for line in drawn] == [2, 0, 4, 0, 4, 0, 2, 1, 1, 0]


def test_the_table_is_one_everywhere() -> None:
    for name in ("office-phone.future", "park-rozrywki.current", "enseigne.touchpoints", "concession.current"):
        journey = load(name)
        tokens = FORGE.parse(markdown.write(journey))
        rows = [token for token in tokens if token.type == "tr_open"]
        cells = [token for token in tokens if token.type in {"td_open", "th_open"}]
        assert len(cells) == len(rows) * (len(journey.stages) + 1)


def test_in_another_language() -> None:
    journey = load("office-phone.current")
    assert "## Études" in markdown.write(journey, "fr")
    with pytest.raises(UsageError, match="no labels in the language ‘tlh’"):
        markdown.write(journey, "tlh")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    pain = Pain(id="p", text=text, severity=3, causes=(text,))
    touchpoint = Touchpoint(
        id="t", name=text, does=(text,), feels=Feeling(score=1, emotion=text), pains=(pain,), evidence=(text,)
    )
    stage = Stage(id="s", name=text, goal=(text,), touchpoints=(touchpoint,))
    shown = html(markdown.write(Journey(cjm=1, title=text, summary=(text,), owner=text, stages=(stage,))))
    mild = html(markdown.write(Journey(cjm=1, title="x", summary=("x",), owner="x", stages=(Stage(
        id="s", name="x", goal=("x",), touchpoints=(Touchpoint(
            id="t", name="x", does=("x",), feels=Feeling(score=1, emotion="x"),
            pains=(Pain(id="p", text="x", severity=3, causes=("x",)),), evidence=("x",)),)),))))  # fmt: skip
    assert re.findall(r"<[^>]*>", shown) == re.findall(r"<[^>]*>", mild)


@settings(max_examples=40)
@given(journeys())
def test_any_map_makes_one_table(journey: Journey) -> None:
    page = markdown.write(journey)
    tokens = FORGE.parse(page)
    cells = [token for token in tokens if token.type in {"td_open", "th_open"}]
    assert len(cells) % (len(journey.stages) + 1) == 0
    assert page == markdown.write(journey)
