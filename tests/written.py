"""YAML texts as people may write them: every style of text, list and mapping, with comments in every legal place.

A seed and a depth make a text, so that hypothesis shrinks the depth first. Every comment says something else.
"""

import itertools
import random
from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

from cjm.source.manner import Path

TEXTS = (
    "word", "two words", "Häuser", "番号", "👩🏽\u200d💻 waits", "yes", "No", "null", "~", "", "1:30", "007", "1.10", "-2",
    "+3", ".5", "1e3", "0x1F", "2026-09-30", "2026-09-30 12:00:00", "true", "=", "<<", "a: b", "a :b", "b:c", "x:", ":x",
    "a #b", "a#b", "#a", "- a", "-a", "-", "? a", "?a", "why?", "what ? now", "a, b", "[a", "b]", "{a", "b}", "&a", "*a",
    "!a", "%a", "@a", "`a", "|", ">", "'", '"', "it's", 'say "hi"', "'quoted'", '"quoted"', "back\\slash", "--- a", "...",
    "---", " before", "after ", "two  spaces", "tab\there", "\ttab", "no\xa0break", "\xa0", "line\u2028separator", "\x07",
    "\ufeffmark", "a\nb", "a\n\nb\n", "\na", "a\n\n", "\n", " a\nb", "a\n  b\n", "a \nb", "a\n# b", "- a\n- b", "k: v\nw: x",
    "a\n \nb", "a\n\tb", "x" * 130, "words " * 24 + "end", "a: " * 40 + "b", "word  gap " * 12 + "end", "# " * 60 + "b",
)  # fmt: skip
KEYS = ("a", "b", "c c", "d-d", "é", "yes", "1", "x: y", "#k", "- k", "k?", "k,", "", "'k'", "---", "? k", "stages")
PLAIN_KEYS = ("a", "b", "c c", "d-d", "é", "yes", "1", "stages")


class Plain:
    """The manner of a format that nothing is known about: everything stays where it is."""

    def order(self, path: Path, keys: Iterable[str]) -> list[str]:  # noqa: ARG002
        return list(keys)

    def short(self, path: Path, node: Any) -> str:  # noqa: ARG002
        return ""

    def is_spaced(self, path: Path) -> bool:  # noqa: ARG002
        return False


class Writer:
    """Writes one text from one source of chance; ``comments`` are those it has put in."""

    def __init__(self, seed: int, depth: int) -> None:
        self.chance = random.Random(seed)
        self.depth = depth
        self.comments: list[str] = []

    def text(self) -> str:
        """A whole document, with a mapping or list at its root."""
        body = self.flow(0, self.depth) + self.behind() if self.maybe(0.1) else self.block(0, self.depth)
        head = self.lines(0, 0.5) + self.blank()
        start = f"---{self.behind()}\n" if self.maybe(0.15) else ""
        end = self.lines(0, 0.3) + (f"...{self.behind()}\n{self.lines(0, 0.5)}" if self.maybe(0.1) else "")
        text = f"{head}{start}{self.lines(0, 0.3)}{body.lstrip(chr(10))}"
        text = text if text.endswith("\n") else f"{text}\n"
        text += end
        return text if self.maybe(0.9) else text.rstrip("\n")

    def maybe(self, share: float) -> bool:
        return self.chance.random() < share

    def comment(self) -> str:
        self.comments.append(f"# {len(self.comments)}{self.chance.choice(('', ' why: so', ' # - {', '  '))}")
        return self.comments[-1]

    def behind(self) -> str:
        """A comment behind something, or nothing."""
        return f"{' ' * self.chance.randint(1, 3)}{self.comment()}" if self.maybe(0.25) else ""

    def blank(self) -> str:
        return "\n" * self.chance.choice((0, 0, 0, 1, 3))

    def lines(self, indent: int, share: float = 0.2) -> str:
        """Comments on lines of their own, nearly always as deep as they should be."""
        text = ""
        while self.maybe(share):
            depth = indent if self.maybe(0.8) else self.chance.randint(0, indent + 3)
            text += f"{self.blank()}{' ' * depth}{self.comment()}\n"
        return text + self.blank()

    def block(self, indent: int, depth: int) -> str:
        """A list or mapping on lines of its own, beginning in the line that goes before."""
        size = self.chance.randint(1, 3)
        pad = " " * indent
        if self.maybe(0.4):
            parts = [f"{pad}-{self.value(indent, depth - 1, is_entry=True)}" for _ in range(size)]
        else:
            parts = [
                f"{pad}{self.key(key, indent)}{self.value(indent, depth - 1, is_entry=False)}"
                for key in self.chance.sample(KEYS, size)
            ]
        ends = [part if part.endswith("\n") else f"{part}\n" for part in parts]
        return "".join(f"{'' if not place else self.lines(indent)}{part}" for place, part in enumerate(ends))

    def key(self, key: str, indent: int) -> str:
        """A key up to its colon, now and then in the form that begins with a question mark."""
        spelled = self.quoted(key) if key not in PLAIN_KEYS or self.maybe(0.2) else key
        if self.maybe(0.05):
            return f"? {spelled}{self.behind()}\n{self.lines(indent, 0.1)}{' ' * indent}:"
        return f"{spelled}{' ' * self.maybe(0.05)}:"

    def value(self, indent: int, depth: int, *, is_entry: bool) -> str:
        """What stands behind a colon or a dash."""
        step = self.chance.choice((1, 2, 2, 2, 4))
        inner = indent + step
        if depth > 0 and self.maybe(0.55):
            if self.maybe(0.45):
                return f" {self.flow(inner, depth)}{self.behind()}"
            if is_entry and self.maybe(0.7):
                return " " * step + self.block(inner + 1, depth).lstrip(" \n")
            lead = f"{self.behind()}\n{self.lines(inner)}"
            return lead + self.block(inner, depth)
        if self.maybe(0.08):
            return f"{self.behind()}\n{self.lines(inner, 0.3)}"
        text = self.chance.choice(TEXTS)
        if self.maybe(0.15):
            return f"{self.behind()}\n{self.lines(inner, 0.1)}{' ' * inner}{self.scalar(text, inner)}"
        return f" {self.scalar(text, inner)}"

    def scalar(self, text: str, indent: int) -> str:
        """A text in a block, in any style that can hold it, with a comment behind it."""
        if self.is_bare(text) and self.maybe(0.6):
            return self.broken(text, indent) + self.behind()
        if self.is_literal(text) and self.maybe(0.6):
            lines = text.removesuffix("\n").split("\n")
            chomp = "-" if not text.endswith("\n") else ""
            deep = " " * (indent + self.chance.choice((0, 2)))
            return f"|{chomp}{self.behind()}\n" + "".join(f"{deep}{line}\n" if line else "\n" for line in lines)
        return self.quoted(text, indent) + self.behind()

    def quoted(self, text: str, indent: int | None = None) -> str:
        if self.maybe(0.4) and not any(ord(char) < 32 or ord(char) in (0x7F, 0x2028, 0xFEFF) for char in text):
            inner = text.replace("'", "''")
            return f"'{inner}'" if indent is None else f"'{self.broken(inner, indent)}'"
        escapes = {
            "\\": "\\\\",
            '"': '\\"',
            "\n": "\\n",
            "\t": "\\t",
            "\x07": "\\a",
            "\u2028": "\\L",
            "\ufeff": "\\uFEFF",
        }
        return '"' + "".join(escapes.get(char, char) for char in text) + '"'

    def broken(self, text: str, indent: int) -> str:
        """A text over several lines, folded at spaces between letters."""
        words = text.split(" ")
        out = words[0]
        for before, word in itertools.pairwise(words):
            can_break = before[-1:].isalpha() and word[:1].isalpha() and word not in {"---", "..."}
            out += f"\n{' ' * indent}{word}" if can_break and self.maybe(0.15) else f" {word}"
        return out

    @staticmethod
    def is_bare(text: str) -> bool:
        """Whether a text can surely stand without quotes, anywhere."""
        is_number = text.strip("+-.0123456789") == ""
        return (is_number and text not in ("", "-", "---", "...")) or (
            text[:1].isalpha() and not set(text) & set(":#,?[]{}\n\t\u2028\x07\ufeff") and text == text.strip()
        )

    @staticmethod
    def is_literal(text: str) -> bool:
        lines = text.removesuffix("\n").split("\n")
        return (
            "\n" in text
            and not set(text) & set("\t\x07\u2028\ufeff")
            and lines[0][:1] not in ("", " ")
            and all(line.strip() or not line for line in lines)
            and lines[-1] != ""
        )

    def flow(self, indent: int, depth: int) -> str:
        """A list or mapping in brackets, over any number of lines."""
        is_map = self.maybe(0.5)
        keys: list[Any] = self.chance.sample(KEYS, self.chance.randint(0, 4))
        out = "{" if is_map else "["
        busy = self.maybe(0.35)
        for place, key in enumerate(keys):
            if place:
                out += self.gap(indent, busy) + ","
            out += self.gap(indent, busy)
            if is_map:
                out += (key if key in PLAIN_KEYS and self.maybe(0.8) else self.quoted(key)) + ":"
                out += self.gap(indent, busy) or " "
            if depth > 1 and self.maybe(0.3):
                out += self.flow(indent + 1, depth - 1)
            else:
                text = self.chance.choice(TEXTS)
                out += text if self.is_bare(text) and self.maybe(0.6) else self.quoted(text)
        return out + self.gap(indent, busy) + ("}" if is_map else "]")

    def gap(self, indent: int, busy: bool) -> str:  # noqa: FBT001
        """What may stand between two parts within brackets: blanks, breaks, comments."""
        if not busy or self.maybe(0.5):
            return " " * self.chance.randint(0, 2)
        return f"{self.behind()}\n{self.lines(indent, 0.15)}{' ' * (indent + 1)}"


@st.composite
def written(draw: st.DrawFn, most: int = 4) -> tuple[str, list[str]]:
    """A text, and the comments in it."""
    writer = Writer(draw(st.integers(0, 2**32)), draw(st.integers(1, most)))
    text = writer.text()
    return text, [comment.rstrip() for comment in writer.comments]
