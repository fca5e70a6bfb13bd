"""PNG is as large as it says, and shows what Chromium shows of the SVG."""

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from cjm.errors import UsageError
from cjm.render import pdf, png, style, svg
from cjm.render.backends import png as backend
from cjm.render.scene import Box, Picture, Rect, Scene
from cjm.render.theme import names
from tests.judges import program
from tests.render.test_pdf import LOGO, MAPS, WORLD, fonts_of, of_map, page, texts
from tests.render.test_svg import everything

LOOK = style("light")


def pixels(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    assert (image.format, image.mode) == ("PNG", "RGB")
    return image


@pytest.mark.parametrize("scale", [0.1, 1, 1.5, 2, 20])
def test_it_is_as_large_as_it_says(scale: float) -> None:
    image = pixels(png([page(width=100, height=50.4)], LOOK, scale=scale)[0])
    assert image.size == (round(100 * scale), max(1, round(50.4 * scale)))
    assert image.info["dpi"] == pytest.approx((72 * scale, 72 * scale), abs=0.1)


@pytest.mark.parametrize("name", names())
def test_pixels_have_the_colours_of_the_theme(name: str) -> None:
    look = style(name)
    scene = page(Box("stage", Rect(10.25, 20, 100, 50)))
    image = pixels(png([scene], look)[0])
    told = {place: "#{:02x}{:02x}{:02x}".format(*image.getpixel(place)) for place in ((2, 2), (60, 60), (798, 598))}  # type: ignore[misc] # it is RGB
    fill = look.theme.paints["stage"].fill
    assert told == {(2, 2): look.theme.page, (60, 60): fill, (798, 598): look.theme.page}


def test_strips_leave_no_seams(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = png([everything()], LOOK)
    monkeypatch.setattr(backend, "_STRIP", 800 * 7)
    monkeypatch.setattr(backend, "_WAITING", 2)
    seam = ImageChops.difference(pixels(whole[0]), pixels(png([everything()], LOOK)[0])).convert("L")
    assert max(level for level, count in enumerate(seam.histogram()) if count) <= 2


def test_one_image_a_page() -> None:
    one, other = png([texts("one"), page(width=10, height=10)], LOOK, scale=1)
    assert (pixels(one).size, pixels(other).size) == ((400, 300), (10, 10))
    assert ImageChops.invert(pixels(one)).getbbox() is not None
    assert ImageChops.invert(pixels(other)).getbbox() is None


def test_the_same_bytes_twice() -> None:
    scenes = of_map(MAPS[0])
    assert png(scenes, LOOK) == png(scenes, LOOK)


def test_an_image_that_hardly_any_program_opens() -> None:
    with pytest.raises(UsageError, match=r"^An image of 200000 × 200000 pixels .* --scale 1\.63, or as PDF\.$"):
        png([page(width=10_000, height=10_000)], LOOK, scale=20)


def screenshot(scene: Scene, folder: Path) -> Image.Image:
    """What Chromium makes of the SVG, a pixel a point."""
    size = int(scene.width), int(scene.height)
    (folder / "map.svg").write_text(svg([scene], LOOK, fonts="embed"), "utf-8")
    (folder / "map.html").write_text(
        f"<body style='margin:0'><img src=map.svg width={scene.width} height={scene.height}></body>"
    )
    command = [
        program("chromium"),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={folder / 'profile'}",
    ]
    options = ["--hide-scrollbars", f"--window-size={size[0]},{size[1]}", f"--screenshot={folder / 'shot.png'}"]
    subprocess.run([*command, *options, (folder / "map.html").as_uri()], capture_output=True, check=True, timeout=120)
    return Image.open(folder / "shot.png").convert("RGB")


def far_off(one: Image.Image, other: Image.Image) -> float:
    """The share of places that look different, when edges may be softer and half a pixel off."""
    size = min(one.width, other.width), min(one.height, other.height)
    soft = [image.crop((0, 0, *size)).filter(ImageFilter.BoxBlur(2)) for image in (one, other)]
    seen = ImageChops.difference(*soft).convert("L").point(lambda value: 255 * (value > 40))
    return seen.histogram()[255] / (size[0] * size[1])


@pytest.mark.judge("chromium")
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name.removesuffix(".cjm.yaml"))
def test_it_shows_what_chromium_shows_of_the_svg(path: Path, tmp_path: Path) -> None:
    (scene,) = of_map(path)
    shot = screenshot(scene, tmp_path)
    image = pixels(png([scene], LOOK, scale=1)[0])
    assert far_off(image, shot) < 0.0005
    assert far_off(ImageChops.offset(image, 0, 4), shot) > 0.005  # the same, a little lower


@pytest.mark.judge("chromium")
def test_every_shape_is_as_in_chromium(tmp_path: Path) -> None:
    scene = everything()
    assert far_off(pixels(png([scene], LOOK, scale=1)[0]), screenshot(scene, tmp_path)) == 0


def test_a_logo() -> None:

    image = pixels(png([page(Picture(Rect(300, 10, 60, 20), "image/svg+xml", LOGO))], LOOK, scale=1)[0])
    assert image.getpixel((310, 20)) == (224, 0, 0)
    assert image.getpixel((350, 20)) == (255, 255, 255)


def test_letters_of_a_font_that_may_not_travel_are_shapes(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = texts("Hamburg, 12 €", "夜にレビュー", "مكالمة تجريبية")
    usual = pixels(png([scene], WORLD)[0])
    monkeypatch.setattr("cjm.render.backends.pdf.fonts.may_travel", lambda _: False)
    assert fonts_of(pdf([scene], WORLD)) == []
    assert far_off(pixels(png([scene], WORLD)[0]), usual) == 0
    assert ImageChops.invert(usual).getbbox() is not None
