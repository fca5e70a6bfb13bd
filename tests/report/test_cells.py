"""How texts are measured and wrapped in the cells of a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.report.terminal.cells import cell_len, wrap
from tests.journeys import WORDS


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a", 1), ("é", 1), ("e\u0301", 1), ("番", 2), ("한", 2), ("📞", 2), ("❤", 1), ("❤\ufe0f", 2), ("🇫🇷", 2),
        ("👩🏽\u200d💻", 2), ("👨\u200d👩\u200d👧\u200d👦", 2), ("ع", 1), ("\u200e", 0), ("●", 1), ("◆", 1), ("⣿", 1), ("─", 1),
    ],
)  # fmt: skip
def test_cells(text: str, cells: int) -> None:
    assert cell_len(text) == cells


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one  two\nthree", 20, ["one two", "three"]),
        ("set-up-phones", 8, ["set-up-", "phones"]),
        ("number\u00a05 is mine", 8, ["number\u00a05", "is mine"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("soft\u00adhyphen", 20, ["softhyphen"]),
        ("番号を移す", 4, ["番号", "を移", "す"]),
        ("x番号", 4, ["x番", "号"]),
        ("👩🏽\u200d💻👩🏽\u200d💻", 3, ["👩🏽\u200d💻", "👩🏽\u200d💻"]),
        ("", 5, [""]),
    ],
)
def test_wrap(text: str, width: int, rows: list[str]) -> None:
    assert wrap(text, width) == (rows if text else [])


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.integers(2, 30))
def test_rows_fit_and_lose_nothing(words: list[str], width: int) -> None:
    text = " ".join(words)
    rows = wrap(text, width)
    assert all(cell_len(row) <= width for row in rows)
    assert "".join(rows).replace(" ", "") == text.replace(" ", "")


@given(st.text(max_size=60), st.integers(2, 12))
def test_any_text_fits(text: str, width: int) -> None:
    assert all(cell_len(row) <= width for row in wrap(text, width))
