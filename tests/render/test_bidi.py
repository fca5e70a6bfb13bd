"""What runs from right to left is judged by another implementation of the same rules."""

import re

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from cjm.render import bidi

SIGNS = "abcאבגدهو0123٠١٢.,:+-/%$()[]{}<>«»!?'\u0301\u05b0 \u00a0\u202f\u200e\u200f〈〉\u2329\u232a⁅⁆"
TEXTS = st.text(
    st.one_of(st.sampled_from(SIGNS), st.characters(max_codepoint=0x2FFF, exclude_categories=["C", "Zl", "Zp"]))
)


def judged(text: str, *, is_rtl: bool) -> list[int]:
    """The levels as python-bidi has them, one for each byte in UTF-8."""
    told = get_display(text, base_dir="R" if is_rtl else "L", debug=True)
    assert isinstance(told, str)
    found = [int(level) for level in re.findall(r"Level\(\s*(\d+)", told)]
    starts = [len(text[:index].encode()) for index in range(len(text))]
    return [found[start] for start in starts]


@given(TEXTS, st.booleans())
def test_levels(text: str, is_rtl: bool) -> None:  # noqa: FBT001
    is_joined = [bidi._kind(character) == "BN" for character in text]
    found = zip(bidi.levels(text, is_rtl=is_rtl), judged(text, is_rtl=is_rtl), is_joined, strict=True)
    assert not [pair for *pair, is_left_open in found if not is_left_open and pair[0] != pair[1]]


@given(st.text(st.sampled_from("abאבده01٠١.,()[] +"), min_size=1).map(str.strip), st.booleans())
def test_order(text: str, is_rtl: bool) -> None:  # noqa: FBT001
    levels = bidi.levels(text, is_rtl=is_rtl)
    assert "".join(text[index] for index in bidi.visual(levels)) == get_display(text, base_dir="R" if is_rtl else "L")


@pytest.mark.parametrize(
    ("text", "is_rtl", "levels"),
    [
        ("", False, ""),
        ("ab אב", False, "00011"),
        ("אב ab.", True, "111221"),
        ("(אב)", False, "0110"),
        ("אב (12)", True, "1111221"),
        ("א a(1)", True, "112222"),
        ("د 12%", False, "11220"),
        ("א\u200dב", False, "111"),
        ("\u200dאb", True, "112"),
    ],
)
def test_cases(text: str, is_rtl: bool, levels: str) -> None:  # noqa: FBT001
    assert "".join(map(str, bidi.levels(text, is_rtl=is_rtl))) == levels


def test_more_brackets_than_are_waited_for() -> None:
    assert bidi.pairs("(" * 63 + ")" * 63)
    assert bidi.pairs("(" * 64 + ")" * 64) == []
    assert bidi.pairs("([)]〈\u232a") == [(0, 2), (4, 5)]


@pytest.mark.parametrize(
    ("text", "is_there", "first"),
    [
        ("", False, ""),
        ("12 +", False, ""),
        ("1 a א", True, "ltr"),
        ("«א»", True, "rtl"),
        ("Łódź", False, "ltr"),
        ("𞤀", True, "rtl"),
    ],
)
def test_direction(text: str, is_there: bool, first: str) -> None:  # noqa: FBT001
    assert bidi.has_rtl(text) == is_there
    assert bidi.first_strong(text) == first
