"""The direction of a map and the form of its Chinese characters follow from its language, else from its title."""

import pytest

from cjm.render.scripts import is_rtl, region, script


@pytest.mark.parametrize(
    ("lang", "title", "rtl"),
    [
        ("ar", "", True),
        ("ar-EG", "", True),
        ("he", "iPhone", True),
        ("fa_IR", "", True),
        ("ur", "", True),
        ("yi", "", True),
        ("ckb", "", True),
        ("dv", "", True),
        ("az-Arab", "", True),
        ("pa-Arab-PK", "", True),
        ("ar-Latn", "", False),
        ("en", "שלום", False),
        ("arn", "", False),
        ("", "«שלום» a", True),
        ("", "Office שלום", False),
        ("", "2024", False),
        ("", "", False),
    ],
)
def test_direction(lang: str, title: str, rtl: bool) -> None:  # noqa: FBT001
    assert is_rtl(lang, title) == rtl


@pytest.mark.parametrize(
    ("lang", "title", "wanted"),
    [
        ("ja", "", "JP"),
        ("ko-KR", "", "KR"),
        ("zh", "", "SC"),
        ("zh-Hans-HK", "", "HK"),
        ("zh_TW", "", "TC"),
        ("zh-Hant", "", "TC"),
        ("yue", "", "HK"),
        ("en", "日本", ""),
        ("", "図書館カード", "JP"),
        ("", "도서관 圖書館", "KR"),
        ("", "图书馆", "SC"),
        ("", "Office", ""),
    ],
)
def test_region(lang: str, title: str, wanted: str) -> None:
    assert region(lang, title) == wanted


@pytest.mark.parametrize(
    ("characters", "name"),
    [
        ("aλя字かカ한．ａ\u0301", ""),
        (" .(1👍", ""),
        ("ع", "ARABIC"),
        ("ש", "HEBREW"),
        ("क\u093f१", "DEVANAGARI"),
        ("ไ", "THAI"),
    ],
)
def test_script(characters: str, name: str) -> None:
    assert {script(character) for character in characters} == {name}
