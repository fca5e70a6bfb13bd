"""Themes can be read, or are refused; what they show does not rest on red and green."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from cjm.errors import ConfigError, UsageError
from cjm.render import theme
from cjm.render.theme import contrast, over

GRAPHICS = 3  # WCAG 2.2, 1.4.11: what one must see to understand the picture


def light() -> dict[str, Any]:
    return tomllib.loads(files("cjm.render").joinpath("themes", "light.toml").read_text(encoding="utf-8"))


def test_names() -> None:
    assert theme.names() == ("dark", "light")
    with pytest.raises(UsageError, match="no theme is called 'purple'; there are dark, light"):
        theme.load("purple")
    with pytest.raises(UsageError):
        theme.load("../themes/light")


def test_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)
    assert contrast("#123456", "#123456") == 1
    assert over(theme.Paint(fill="#000000", opacity=0.5), "#ffffff") == "#808080"
    assert over(theme.Paint(), "#ffffff") == "#ffffff"


@pytest.mark.parametrize("name", theme.names())
def test_every_theme(name: str) -> None:
    look = theme.load(name)
    assert all(kind.size >= 10 and kind.leading > kind.size for kind in look.types.values())
    for role, paint in look.paints.items():
        assert bool(paint.stroke) == (paint.width > 0), role
        assert paint.fill or paint.stroke, role


@pytest.mark.parametrize("name", theme.names())
def test_themes_differ_in_colours_alone(name: str) -> None:
    """So a map has the same layout in each."""
    one, other = theme.load(name), theme.load("light")
    shape = {role: (kind.size, kind.weight, kind.leading) for role, kind in one.types.items()}
    assert shape == {role: (kind.size, kind.weight, kind.leading) for role, kind in other.types.items()}
    assert one.paints.keys() == other.paints.keys()


@pytest.mark.parametrize("name", theme.names())
@pytest.mark.parametrize("kind", ["high", "low", "neutral"])
def test_points_can_be_seen(name: str, kind: str) -> None:
    look = theme.load(name)
    point, assumed = look.paints[f"point-{kind}"], look.paints[f"point-{kind}-assumed"]
    for ground in (look.page, look.paints["lane-alt"].fill):
        assert contrast(point.fill, ground) >= GRAPHICS
        assert contrast(assumed.stroke, ground) >= GRAPHICS
        assert contrast(look.paints["curve"].stroke, ground) >= GRAPHICS


@pytest.mark.parametrize("name", theme.names())
def test_good_and_bad_are_blue_and_vermilion(name: str) -> None:
    look = theme.load(name)
    for pair in ("point-high", "point-low"), ("gain-edge", "pain-edge"), ("area-high", "area-low"):
        (red, _, blue), (red_of_low, _, blue_of_low) = (
            tuple(int(look.paints[role].fill[i : i + 2], 16) for i in (1, 3, 5)) for role in pair
        )
        assert blue > red
        assert red_of_low > blue_of_low


def test_a_faint_text_is_refused() -> None:
    tables = light()
    tables["types"]["body"]["colour"] = "#9aa5b3"
    with pytest.raises(ConfigError, match=r"theme mine: body \(#9aa5b3\) on page \(#ffffff\) has a contrast of 2.50;"):
        theme.read("mine", tables)


def test_a_faint_ground_is_refused() -> None:
    tables = light()
    tables["colours"]["accent"] = "#c0c8e0"
    with pytest.raises(ConfigError, match=r"stage \(#ffffff\) on stage \(#c0c8e0\)"):
        theme.read("mine", tables)


@pytest.mark.parametrize(
    ("part", "role", "key", "value", "message"),
    [
        ("types", "note", "size", 9.5, r"note is 9.5 pt; no type may be under 10 pt"),
        ("types", "note", "on", ["moon"], r"note is drawn on 'moon', which is no paint"),
        ("types", "note", "colour", "moon", r"note: 'moon' is neither a named colour nor #rrggbb"),
        ("paints", "card", "fill", "rgba(0,0,0,0)", r"card: 'rgba\(0,0,0,0\)' is neither"),
        ("paints", "card", "stroke", "#fff", r"card: '#fff' is neither"),
    ],
)
def test_mistakes(part: str, role: str, key: str, value: object, message: str) -> None:
    tables = light()
    tables[part][role][key] = value
    with pytest.raises(ConfigError, match=message):
        theme.read("mine", tables)


def test_named_colours_are_colours() -> None:
    tables = light()
    tables["colours"]["ink"] = "black"
    with pytest.raises(ConfigError, match="theme mine, colour ink: 'black' is neither"):
        theme.read("mine", tables)
