"""Builds the fonts of `cjm.render`: `nox -s fonts`, after a new Inter or a wider choice of characters.

Two static instances of Inter, regular and bold, with the characters of `WANTED`, each as TTF (measured) and WOFF2
(embedded in pictures). Static, because svg2pdf draws the bold of a variable font as regular and resvg draws it
narrower than it was measured. The same sources give the same bytes.
"""

import sys
from pathlib import Path

import fontpkg_inter
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

SOURCE = Path(fontpkg_inter.ROOT) / "files" / "Inter[opsz,wght].ttf"
TARGET = Path(__file__).parents[2] / "src" / "cjm" / "render" / "fonts"
WEIGHTS = {"Regular": 400, "Bold": 700}
FEATURES = ("ccmp", "kern", "liga", "locl", "mark", "mkmk")  # no calt: it turns -> into an arrow

WANTED = (
    (0x0020, 0x024F),  # Latin
    (0x0300, 0x036F),  # combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x04FF),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin with two marks: Vietnamese
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x218F),  # ™ № fractions
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # − ≈ ≤ ≥
    (0x25A0, 0x25FF),  # ■ ▲ ● ◆
    (0x2600, 0x27BF),  # ★ ☆ ⚠ ✓ ✗
)


def instance(style: str) -> TTFont:
    """One weight of Inter with the wanted characters, at the optical size of running text."""
    font = TTFont(str(SOURCE), recalcTimestamp=False)
    font = instantiateVariableFont(font, {"wght": WEIGHTS[style], "opsz": 14}, updateFontNames=True)
    options = Options()
    options.layout_features = list(FEATURES)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]  # the licence wants the copyright to travel along
    options.hinting = False
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes={code for first, last in WANTED for code in range(first, last + 1)})
    subsetter.subset(font)
    return font


def build(folder: Path) -> list[Path]:
    """The four files, written into `folder`."""
    paths = []
    for style in WEIGHTS:
        font = instance(style)
        for flavor, suffix in ((None, "ttf"), ("woff2", "woff2")):
            font.flavor = flavor
            paths.append(folder / f"Inter-{style}.{suffix}")
            font.save(paths[-1])
    return paths


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    for path in build(folder):
        sys.stdout.write(f"{path.name}: {path.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
