"""Icons: one for every channel, inside their box, drawn with round strokes at any size."""

import re
from importlib.resources import files

import pytest

from cjm.model.channel import CHANNELS
from cjm.render import icons, theme
from cjm.render.backends import svg
from cjm.render.scene import Icon, Rect, Scene

LIGHT = theme.load("light")


def test_every_channel_has_its_own_icon() -> None:
    drawn = [icons.strokes(icons.of_channel(channel)) for channel in CHANNELS]
    assert len(set(drawn)) == len(CHANNELS)


@pytest.mark.parametrize(
    ("channel", "medium", "icon"),
    [
        ("email", "", "email"),
        ("breakfast", "event", "event"),
        ("fax", "paper", "paper"),
        ("pigeon", "bird", "contact"),
        ("wait", "", "contact"),  # the name of an icon, but no channel
    ],
)
def test_an_own_channel_looks_like_its_medium(channel: str, medium: str, icon: str) -> None:
    assert icons.of_channel(channel, medium) == icon


@pytest.mark.parametrize("name", icons.names())
def test_an_icon_is_lines_and_curves_inside_its_box(name: str) -> None:
    strokes = icons.strokes(name)
    assert strokes
    for stroke in strokes:
        assert all(len(piece) in {1, 3} for piece in stroke.pieces)
        ends = (stroke.start, *(piece[-1] for piece in stroke.pieces))
        assert all(1 <= value <= icons.BOX - 1 for end in ends for value in end)  # room for half a stroke


def test_an_icon_that_does_not_exist() -> None:
    with pytest.raises(KeyError):
        icons.strokes("smoke_signal")


def test_the_licence_travels_along() -> None:
    licence = files("cjm.render").joinpath("icons.LICENSE.txt").read_text(encoding="utf-8")
    assert "ISC License" in licence
    assert "Cole Bemis" in licence  # some of them are Feather's


def test_svg_scales_the_shape_but_not_the_stroke() -> None:
    big, small = Icon("icon", "wait", Rect(10, 20, 48, 48)), Icon("icon", "wait", Rect(70, 20, 12, 12))
    text = svg.draw((Scene("m", "M", "", "en", 100, 100, (big, small)),), LIGHT, "system")
    paths = re.findall(r'<path d="([^"]+)" transform="([^"]+)".* stroke-width="([^"]+)" stroke-linecap="round"', text)
    assert [place for _, place, _ in paths] == ["translate(10 20) scale(2)", "translate(70 20) scale(0.5)"]
    assert paths[0][0] == paths[1][0]
    width = LIGHT.paints["icon"].width
    assert [float(stroke) for *_, stroke in paths] == [pytest.approx(width / 2, abs=0.01), width * 2]
