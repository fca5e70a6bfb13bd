"""Builds `src/cjm/render/icons.toml`, by hand: `python tests/icons/build.py FOLDER`, after a new Lucide or a new icon.

FOLDER is an unpacked `lucide-static`. Its drawings, in a box of 24 by 24, become paths of straight lines and cubic
Bézier curves alone, with absolute numbers, so that any back end can draw them: circles, rounded rectangles and arcs are
turned into curves. The same sources give the same bytes.
"""

import math
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

TARGET = Path(__file__).parents[2] / "src" / "cjm" / "render" / "icons.toml"

CHANNELS = {
    "web": "globe", "mobile_app": "smartphone", "in_product": "app-window", "email": "mail",
    "sms": "message-square-text", "messaging": "message-circle", "chat": "messages-square",
    "chatbot": "bot-message-square", "voice_assistant": "mic", "phone": "phone", "video": "video", "social": "share-2",
    "search": "search", "ad": "megaphone", "review_site": "star", "print": "newspaper", "store": "store",
    "on_site": "map-pin", "kiosk": "monitor", "event": "ticket", "partner": "handshake",
    "marketplace": "shopping-bag", "field_visit": "house", "delivery": "truck", "packaging": "package",
    "appliance": "plug", "bank_transfer": "landmark", "word_of_mouth": "speech",
}  # fmt: skip
SIGNS = {
    "voice": "audio-lines", "paper": "file-text", "contact": "circle-dot",  # media of the user's own channels, and any
    "wait": "hourglass", "handoff": "arrow-right-left", "person": "user", "people": "users", "quote": "quote",
}  # fmt: skip

HEAD = """\
# Icons, each as paths in a box of 24 by 24: M where one begins, L a line, C a curve, Z back to where it began.
# Built by tests/icons/build.py from Lucide {version}; licence in icons.LICENSE.txt.
"""

Point = tuple[float, float]
Step = tuple[str, tuple[Point, ...]]  # M, L or C with its points, or Z

_TOKEN = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_FLAG = re.compile(r"[\s,]*([01])")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def commands(text: str) -> Iterator[tuple[str, list[float]]]:
    """The commands of a path, each with one set of numbers; the flags of arcs may stand without a space."""
    place, letter = 0, ""
    while match := _TOKEN.search(text, place):
        if match[1]:
            letter, place = match[1], match.end()
            if letter in "Zz":
                yield letter, []
            continue
        numbers: list[float] = []
        while len(numbers) < _COUNTS[letter.upper()]:
            is_flag = letter in "Aa" and len(numbers) in {3, 4}
            found = (_FLAG.match if is_flag else _TOKEN.search)(text, place)
            assert found is not None, text
            numbers.append(float(found[1] if is_flag else found[2]))
            place = found.end()
        yield letter, numbers
        letter = {"M": "L", "m": "l"}.get(letter, letter)


def steps(text: str) -> Iterator[Step]:
    """A path in absolute lines and cubic curves."""
    here = start = control = (0.0, 0.0)
    before = ""
    for letter, numbers in commands(text):
        kind = letter.upper()
        x, y = here if letter.islower() else (0.0, 0.0)
        if kind == "A":
            end = (numbers[5] + x, numbers[6] + y)
            yield from arc(here, end, numbers)
        elif kind == "Z":
            end = start
            yield "Z", ()
        elif kind in "HV":
            end = (numbers[0] + x, here[1]) if kind == "H" else (here[0], numbers[0] + y)
            yield "L", (end,)
        else:
            points = [(numbers[i] + x, numbers[i + 1] + y) for i in range(0, len(numbers), 2)]
            end = points[-1]
            if kind in "ST":
                again = before in {"C", "S"} if kind == "S" else before in {"Q", "T"}
                points.insert(0, (2 * here[0] - control[0], 2 * here[1] - control[1]) if again else here)
            if kind in "CSQT":
                control = points[-2]
            if kind in "QT":
                points = [*(_between(each, control, 2 / 3) for each in (here, end)), end]
            start = end if kind == "M" else start
            yield kind if kind in "ML" else "C", tuple(points)
        here, before = end, kind


def _between(one: Point, other: Point, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def arc(start: Point, end: Point, numbers: list[float]) -> Iterator[Step]:
    """An elliptical arc as cubic curves (SVG 1.1, appendix F.6.5, for axes that are not turned)."""
    rx, ry, turn, is_large, is_clockwise = numbers[:5]
    assert turn == 0 or rx == ry, numbers
    px, py = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    short = math.sqrt(max((px / rx) ** 2 + (py / ry) ** 2, 1))
    rx, ry = rx * short, ry * short
    left = max((rx * ry) ** 2 / ((rx * py) ** 2 + (ry * px) ** 2) - 1, 0)
    side = math.sqrt(left) * (-1 if is_large == is_clockwise else 1)
    cx, cy = side * rx * py / ry, -side * ry * px / rx
    first = math.atan2((py - cy) / ry, (px - cx) / rx)
    sweep = (math.atan2((-py - cy) / ry, (-px - cx) / rx) - first) % math.tau
    sweep -= 0 if is_clockwise else math.tau
    middle = cx + (start[0] + end[0]) / 2, cy + (start[1] + end[1]) / 2
    count = math.ceil(abs(sweep) / (math.pi / 2) - 1e-9)
    reach = 4 / 3 * math.tan(sweep / count / 4)

    def at(angle: float, off: float) -> Point:
        c, s = math.cos(angle), math.sin(angle)
        return middle[0] + rx * (c - off * s), middle[1] + ry * (s + off * c)

    for part in range(count):
        one, two = first + sweep * part / count, first + sweep * (part + 1) / count
        yield "C", (at(one, reach), at(two, -reach), at(two, 0))


def outline(shape: ET.Element) -> Iterator[Step]:
    """A shape of a drawing as a path."""
    number = {key: float(value) for key, value in shape.attrib.items() if re.fullmatch(r"[-\d.]+", value)}
    match shape.tag.rpartition("}")[2]:
        case "path":
            yield from steps(shape.attrib["d"])
        case "line":
            yield from steps("M{x1} {y1}L{x2} {y2}".format(**shape.attrib))
        case "polyline":
            yield from steps("M" + shape.attrib["points"])
        case "circle":
            x, y, r = number["cx"], number["cy"], number["r"]
            yield from steps(f"M{x - r} {y}A{r} {r} 0 1 1 {x + r} {y}A{r} {r} 0 1 1 {x - r} {y}Z")
        case "rect":
            x, y, r = number["x"], number["y"], number.get("rx", 0)
            wide, high = number["width"] - 2 * r, number["height"] - 2 * r
            turn = f"a{r} {r} 0 0 1 "
            yield from steps(
                f"M{x + r} {y}h{wide}{turn}{r} {r}v{high}{turn}{-r} {r}h{-wide}{turn}{-r} {-r}v{-high}{turn}{r} {-r}Z"
            )
        case other:
            raise SystemExit(f"there is a {other} in this icon: teach build.py to draw it")


def written(number: float) -> str:
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def path(file: Path) -> str:
    """A drawing in one line."""
    drawn = (step for shape in ET.parse(file).getroot() for step in outline(shape))
    return "".join(
        letter + " ".join(written(number) for point in points for number in point) for letter, points in drawn
    )


def main() -> None:
    folder = Path(sys.argv[1])
    version = re.search(r'"version": "([^"]+)"', (folder / "package.json").read_text(encoding="utf-8"))
    assert version is not None
    icons = {name: path(folder / "icons" / f"{source}.svg") for name, source in (CHANNELS | SIGNS).items()}
    lines = [f'{name} = "{drawn}"\n' for name, drawn in icons.items()]
    TARGET.write_text(HEAD.format(version=version[1]) + "".join(lines), encoding="utf-8", newline="\n")
    licence = (folder / "LICENSE").read_text(encoding="utf-8")
    TARGET.with_suffix(".LICENSE.txt").write_text(licence, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{TARGET.name}: {len(icons)} icons, {TARGET.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
