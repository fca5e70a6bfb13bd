"""Logos: how large an image is, by what its file says."""

import base64
import xml.etree.ElementTree as ET

import pytest

from cjm.render import logo, theme
from cjm.render.backends import svg
from cjm.render.scene import Picture, Rect, Scene

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (300).to_bytes(4) + (50).to_bytes(4)
FRAME = b"\xff\xc0\0\x11\x08" + (40).to_bytes(2) + (90).to_bytes(2) + b"\x03\x01\x11\0"
JPEG = b"\xff\xd8\xff\xe0\0\x06JFIF" + FRAME


def drawing(attributes: str) -> bytes:
    return (
        f'<?xml version="1.0"?><!-- <svg width="1" height="1"> -->\n<svg {attributes}><path d="M0 0"/></svg>'.encode()
    )


@pytest.mark.parametrize(
    ("data", "media", "size"),
    [
        (PNG, "image/png", (300, 50)),
        (JPEG, "image/jpeg", (90, 40)),
        (b"\xff\xd8\xff\xff\xc2" + FRAME[2:], "image/jpeg", (90, 40)),  # filled up, progressive
        (drawing('width="120" height="40"'), "image/svg+xml", (120, 40)),
        (drawing("height='2.5cm' width=' 5cm '"), "image/svg+xml", (5, 2.5)),
        (drawing('width="100%" height="100%" viewBox="0 0 300 100"'), "image/svg+xml", (300, 100)),
        (drawing('width="10mm" height="40" viewBox="-5, -5, 60 20"'), "image/svg+xml", (60, 20)),
        (drawing('data-x="a > b" viewBox="0 0 3 1"'), "image/svg+xml", (3, 1)),
        (b'<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 8 2"/>', "image/svg+xml", (8, 2)),
        (drawing('viewBox="0 0 8 2"').decode().encode("utf-8-sig"), "image/svg+xml", (8, 2)),
    ],
)
def test_the_size_is_read(data: bytes, media: str, size: tuple[float, float]) -> None:
    found = logo.read(data)
    assert (found.media, found.width, found.height) == (media, *size)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        PNG[:20],
        b"\x89PNG\r\n\x1a\n" + bytes(40),
        PNG[:16] + bytes(8),
        JPEG[:-8],
        b"\xff\xd8\xff\xe0\0\0\xff\xe0",
        b"\xff\xd8" + b"\xff" * 40,
        drawing(""),
        drawing('width="0" height="10"'),
        drawing('viewBox="0 0 wide 10"'),
        drawing('viewBox="0 0 nan 10"'),
        drawing('viewBox="0 0 1e999 10"'),
        drawing('viewBox="0 0 10"'),
        b'<svgx width="1" height="1">',
        b'<!-- <svg width="1" height="1">',
        b"<svg " + b'a="' * 4000,
    ],
)
def test_what_has_no_size_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="is no PNG, JPEG or SVG image whose size can be read"):
        logo.read(data)


def test_what_is_too_large_is_refused() -> None:
    assert logo.read(PNG + bytes(logo.LARGEST - len(PNG))).width == 300
    with pytest.raises(ValueError, match="at most 1 MiB"):
        logo.read(PNG + bytes(logo.LARGEST))


@pytest.mark.parametrize(("size", "fitted"), [((300, 50), (120, 20)), ((10, 20), (20, 40)), ((3, 1), (120, 40))])
def test_proportions_are_kept(size: tuple[float, float], fitted: tuple[float, float]) -> None:
    assert logo.Logo("image/png", b"", *size).fit(120, 40) == pytest.approx(fitted)


def test_an_image_is_drawn_as_data() -> None:
    data = drawing('viewBox="0 0 3 1" onload="alert(1)"')
    picture = Picture(Rect(10, 20, 120, 40), "image/svg+xml", data)
    text = svg.draw((Scene("m", "M", "", "en", 200, 100, (picture,)),), theme.load("light"), "system")
    (image,) = ET.fromstring(text.encode()).iter("{http://www.w3.org/2000/svg}image")
    kind, _, body = image.attrib["{http://www.w3.org/1999/xlink}href"].partition(",")
    assert kind == "data:image/svg+xml;base64"
    assert base64.b64decode(body) == data
    assert [image.get(key) for key in ("x", "y", "width", "height")] == ["10", "20", "120", "40"]
    assert "alert" not in text
    without = svg.draw((Scene("m", "M", "", "en", 200, 100),), theme.load("light"), "system")
    assert "xlink" not in without
