"""Themes can be read, or are refused with what to do; what they show does not rest on red and green."""

from pathlib import Path
from unittest.mock import Mock

import pytest

from cjm.errors import ConfigError, UsageError
from cjm.render import theme
from cjm.render.colour import contrast
from cjm.render.theme import GRAPHICS, Theme, over
from tests.letters import font

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (240).to_bytes(4) + (80).to_bytes(4)
COLOURFUL = [name for name in theme.names() if name != "print"]
EXAMPLES = sorted(Path(__file__).parents[2].glob("examples/*.theme.toml"))


def parse(text: str, **beside: bytes) -> Theme:
    """A theme file that lies beside files of these names (``logo_png`` is ``logo.png``)."""

    def read(name: str) -> bytes:
        try:
            return beside[name.replace(".", "_")]
        except KeyError:
            raise FileNotFoundError(2, "No such file or directory") from None

    return theme.parse("mine.toml", text, read)


def test_names() -> None:
    assert list(theme.names()) == ["dark", "light", "print"]
    assert all(line.endswith(".") and "\n" not in line for line in theme.names().values())


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("purple", "Possible: dark, light, print"),
        ("drak", "Did you mean ‘dark’"),
        ("../themes/light", "Did you|Possible"),
    ],
)
def test_a_theme_that_is_not_built_in(name: str, hint: str) -> None:
    with pytest.raises(UsageError, match=rf"There is no theme ‘{name}’\. {hint}"):
        theme.load(name)


def test_how_colours_stand_apart() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)
    assert contrast("#123456", "#123456") == 1
    assert over(theme.Paint(fill="#000000", opacity=0.5), "#ffffff") == "#808080"
    assert over(theme.Paint(), "#ffffff") == "#ffffff"


# ---- those that are built in


@pytest.mark.parametrize("name", theme.names())
def test_every_theme(name: str) -> None:
    look = theme.load(name)
    assert all(kind.size >= 10 and kind.leading > kind.size for kind in look.types.values())
    for role, paint in look.paints.items():
        assert bool(paint.stroke) == (paint.width > 0), role
        assert paint.fill or paint.stroke, role


@pytest.mark.parametrize("name", theme.names())
def test_a_map_has_the_same_layout_in_each(name: str) -> None:
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


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[index : index + 2], 16) for index in (1, 3, 5))


@pytest.mark.parametrize("name", COLOURFUL)
def test_good_and_bad_are_blue_and_vermilion(name: str) -> None:
    look = theme.load(name)
    for pair in ("point-high", "point-low"), ("gain-edge", "pain-edge"), ("area-high", "area-low"):
        (red, _, blue), (red_of_low, _, blue_of_low) = (_channels(look.paints[role].fill) for role in pair)
        assert blue > red
        assert red_of_low > blue_of_low


def test_print_has_no_colour() -> None:
    look = theme.load("print")
    painted = [colour for paint in look.paints.values() for colour in (paint.fill, paint.stroke) if colour]
    for colour in (look.page, *painted, *(kind.colour for kind in look.types.values())):
        assert len(set(_channels(colour))) == 1, colour


@pytest.mark.parametrize("name", theme.names())
def test_assumptions_are_told_by_dashes(name: str) -> None:
    paints = theme.load(name).paints
    for role in ("card", "persona", "avatar", "thought", "speech", "pain", "gain"):
        assert paints[f"{role}-assumed"].dash, role
        assert not paints[role].dash, role


# ---- a file of the user's own


def test_a_theme_of_six_lines_is_enough() -> None:
    own = parse(
        'description = "Ours"\nlogo = "logo.png"\n\n[colours]\naccent = "#00695C"\nline = "accent"', logo_png=PNG
    )
    light = theme.load("light")
    assert own.paints["stage"].fill == own.paints["curve"].stroke == "#00695c"
    assert own.types == light.types
    assert own.paints["card"] == light.paints["card"]
    assert own.logo
    assert (own.logo.media, own.logo.width, own.logo.height) == ("image/png", 240, 80)
    assert own.logo.fit(120, 40) == (120, 40)
    assert own.typeface is None


def test_an_empty_theme_is_light() -> None:
    assert (parse("").paints, parse("").types) == (theme.load("light").paints, theme.load("light").types)


def test_it_can_be_laid_over_another_one() -> None:
    own = parse('base = "dark"\n[paints.card]\nwidth = 2\nstroke = "mine"\n[colours]\nmine = "ink 50%"')
    dark = theme.load("dark")
    assert own.page == dark.page
    assert own.paints["card"].fill == dark.paints["card"].fill
    assert own.paints["card"].width == 2
    assert contrast(dark.page, own.paints["card"].stroke) < contrast(dark.page, dark.types["body"].colour)


def test_types_may_be_set_otherwise() -> None:
    own = parse("[types.title]\nsize = 30\nleading = 36\nweight = 400\n[paints.card-assumed]\ndash = []")
    assert (own.types["title"].size, own.types["title"].weight) == (30, 400)
    assert own.types["title"].colour == theme.load("light").types["title"].colour
    assert own.paints["card-assumed"].dash == ()


def test_its_fonts_are_a_typeface() -> None:
    regular, bold = font("Corporate", "a", width=500), font("Corporate Heavy", "a", 900, width=700)
    for text, widths in (('font = "a.ttf"', [500, 500]), ('font = "a.ttf"\nfont-bold = "b.ttf"', [500, 700])):
        own = parse(text, a_ttf=regular, b_ttf=bold).typeface
        assert own
        assert own.family == "Corporate"
        assert [own.cut(weight).shape("a", "en")[0].advance for weight in (400, 700)] == widths


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_can_be_used(path: Path) -> None:
    own = theme.parse(path.name, path.read_text("utf-8"), lambda name: (path.parent / name).read_bytes())
    assert own.logo
    assert own.paints["stage"] != theme.load("light").paints["stage"]


MISTAKES = [
    ("page = ", r"is no TOML: Invalid value"),
    ('logi = "x.png"', r"nothing is called ‘logi’\. Did you mean ‘logo’\?"),
    ("[colour]\nink = '#000000'", r"nothing is called ‘colour’\. Did you mean ‘colours’\?"),
    ("wibble = 1", r"nothing is called ‘wibble’\. Possible: base, colours, description, font, font-bold"),
    ('base = "drak"', r"‘base’ is one of the built-in themes: dark, light, print\."),
    ("base = 3", r"‘base’ is one of"),
    ("paints = 3", r"‘paints’ is a table\."),
    ("logo = 3", r"‘logo’ is a text in quotes\."),
    ("[colours]\nink = 3", r"‘ink’ in \[colours\] is a text in quotes\."),
    ('[colours]\nacent = "#123456"', r"nothing is called ‘acent’ in \[colours\]\. Did you mean ‘accent’\?"),
    ('[colours]\nink = "black"', r"colour ‘ink’ is ‘black’, which is no colour\. Write it as #rrggbb, or a name"),
    ('[colours]\nink = "#123"', r"colour ‘ink’ is ‘#123’, which is no colour"),
    ('[colours]\nink = "acent"', r"‘ink’ is ‘acent’, which is no colour\. Did you mean ‘accent’\?"),
    ('[colours]\nink = "accent 101%"', r"‘accent 101%’, which is no colour"),
    ('[colours]\nink = "inks 10%"', r"‘inks’, which is no colour\. Did you mean ‘ink’\?"),
    ('[colours]\nink = "ink-soft"\nink-soft = "ink"', r"which leads back to itself"),
    ('[colours]\npage = "page 50%"', r"which leads back to itself"),
    ('[paints.cart]\nfill = "ink"', r"nothing is called ‘cart’ in \[paints\]\. Did you mean ‘card’\?"),
    ('[types.boddy]\ncolour = "ink"', r"nothing is called ‘boddy’ in \[types\]\. Did you mean ‘body’\?"),
    ('[paints.card]\nfil = "ink"', r"nothing is called ‘fil’ in \[paints\.card\]\. Did you mean ‘fill’\?"),
    ("[types.body]\non = []", r"nothing is called ‘on’ in \[types\.body\]\. Possible: colour, leading, size, weight"),
    ("[paints]\ncard = 3", r"‘card’ in \[paints\] is a table"),
    ('[paints.card]\nfill = "rgba(0,0,0,0)"', r"‘fill’ in \[paints\.card\] is ‘rgba\(0,0,0,0\)’, which is no colour"),
    ("[paints.card]\nwidth = -1", r"‘width’ in \[paints\.card\] is a number of points from 0 to 20"),
    ("[paints.card]\nwidth = nan", r"‘width’ in \[paints\.card\] is a number"),
    ("[paints.card]\nwidth = true", r"‘width’ in \[paints\.card\] is a number"),
    ("[paints.card]\nopacity = 2", r"‘opacity’ in \[paints\.card\] is a number from 0 to 1"),
    ("[paints.card]\ndash = [4, 0]", r"‘dash’ in \[paints\.card\] is a list of points, such as \[4, 3\]"),
    ("[paints.card]\ndash = 4", r"‘dash’ in \[paints\.card\] is a list"),
    ("[types.note]\nsize = 9.5", r"‘size’ in \[types\.note\] is a number of points from 10, which can just be read"),
    ("[types.note]\nsize = inf", r"‘size’ in \[types\.note\] is a number"),
    ("[types.note]\nsize = 14", r"‘leading’ in \[types\.note\] must be more than its size 14"),
    ("[types.note]\nweight = 500", r"‘weight’ in \[types\.note\] is 400 \(regular\) or 700 \(bold\)"),
    ("[types.note]\nweight = []", r"‘weight’ in \[types\.note\] is 400"),
    ('[types.body]\ncolour = "#9aa5b3"', r"\[types\.body\] is hard to see on \[paints\.page\]: #9aa5b3 on #ffffff has a contrast of 2\.5, and 4\.5 is the least\. Make"),
    ('[colours]\naccent = "#c0c8e0"', r"is hard to see on \[paints\.[a-z-]+\]: #ffffff on #c0c8e0"),
    ('[colours]\nline = "#e0e0e0"', r"\[paints\.curve\] is hard to see on \[paints\.page\]: #e0e0e0 on #ffffff .* and 3 is the least"),
    ('[paints.curve]\nstroke = ""', r"\[paints\.curve\] is hard to see"),
    ('logo = "gone.png"', r"the logo ‘gone\.png’ cannot be read: No such file or directory\. Its path starts from the folder"),
    ('font = "gone.ttf"', r"the font ‘gone\.ttf’ cannot be read"),
    ('font-bold = "b.ttf"', r"‘font-bold’ needs a ‘font’ beside it"),
    ('font = "logo.png"', r"the font ‘logo\.png’ is no TrueType or OpenType file"),
    ('logo = "text.png"', r"the logo ‘text\.png’ is no PNG, JPEG or SVG image whose size can be read"),
    ('logo = "large.png"', r"the logo ‘large\.png’ has 2\.0 MiB, and at most 1 MiB fits"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), MISTAKES)
def test_a_mistake_is_named_with_what_to_do(text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=rf"^Theme mine\.toml:? .*{message}"):
        parse(text, logo_png=PNG, text_png=b"Hello", large_png=PNG + bytes(1 << 21))


@pytest.mark.parametrize("problem", [PermissionError(13, "Permission denied"), ValueError("embedded null byte")])
def test_a_file_that_cannot_be_read_is_named(problem: Exception) -> None:
    read = Mock(side_effect=problem)
    with pytest.raises(ConfigError, match=r"the logo ‘x\.png’ cannot be read: (Permission denied|embedded null byte)"):
        theme.parse("mine.toml", 'logo = "x.png"', read)
    read.assert_called_once_with("x.png")
