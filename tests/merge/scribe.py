"""Writes data as YAML in the many ways people write: blocks and brackets, quotes, folded and literal texts, comments anywhere."""

import random
import re
from typing import Any, NamedTuple

from tests.merge.mint import Mint

_PLAIN = re.compile(r"[^\W\d_][\w' ()/.-]*[\w).]|[^\W\d_]|-?\d+(\.\d+)?%?|\d{4}-\d\d(-\d\d)?")
_LONG = 4  # words that a text needs before somebody breaks it


class Manner(NamedTuple):
    """How someone writes: how deep, how much in brackets or quotes, how many remarks; ``is_flush``: dashes right below keys."""

    step: int = 2
    is_flush: bool = False
    flow: float = 0.4
    quotes: float = 0.1
    broken: float = 0.1
    remarks: float = 0.06
    blanks: float = 0.05
    ones: float = 0.5

    @classmethod
    def some(cls, chance: random.Random) -> "Manner":
        return cls(
            chance.choice((2, 2, 2, 4)), chance.random() < 0.3, chance.choice((0.0, 0.2, 0.5, 0.9)), chance.choice((0.0, 0.1, 0.5)),
            chance.choice((0.0, 0.1, 0.3)), chance.choice((0.0, 0.03, 0.1, 0.25)), chance.choice((0.0, 0.05, 0.2)),
            chance.choice((0.0, 0.5, 1.0)),
        )  # fmt: skip


class Scribe:
    """Writes from one source of chance; every remark says something else."""

    def __init__(self, chance: random.Random, mint: Mint, manner: Manner) -> None:
        self.chance = chance
        self.mint = mint
        self.manner = manner

    def maybe(self, share: float) -> bool:
        return self.chance.random() < share

    def document(self, data: dict[str, Any]) -> str:
        """A whole file."""
        head = "".join(f"{self.mint.remark()}\n" for _ in range(self.chance.choice((0, 0, 1, 3))))
        head += "\n" * (bool(head) and self.maybe(0.3))
        head += "---\n" if self.maybe(0.05) else ""
        text = head + self.mapping(data, 0)
        text += f"{self.mint.remark()}\n" if self.maybe(0.1) else ""
        text += "\n" * self.maybe(0.05)
        text = text.removesuffix("\n") if self.maybe(0.05) else text
        return text.replace("\n", "\r\n") if self.maybe(0.05) else text

    def above(self, margin: str) -> str:
        """Blank lines and remarks above an entry."""
        text = "\n" * self.maybe(self.manner.blanks)
        while self.maybe(self.manner.remarks):
            text += f"{margin}{self.mint.remark()}\n"
        return text

    def behind(self) -> str:
        return f"{self.chance.choice(('  ', ' '))}{self.mint.remark()}" if self.maybe(self.manner.remarks) else ""

    def mapping(self, data: dict[str, Any], column: int) -> str:
        margin = " " * column
        return "".join(
            f"{self.above(margin)}{margin}{key}:{self.value(value, column, is_entry=False)}"
            for key, value in data.items()
        )

    def sequence(self, data: list[Any], column: int) -> str:
        margin = " " * column
        return "".join(f"{self.above(margin)}{margin}-{self.value(value, column, is_entry=True)}" for value in data)

    def value(self, value: Any, column: int, *, is_entry: bool) -> str:
        """What stands behind a colon or dash, up to the end of its last line."""
        if (
            isinstance(value, list)
            and len(value) == 1
            and not isinstance(value[0], list)
            and self.maybe(self.manner.ones)
        ):
            value = value[0]
        if not isinstance(value, list | dict):
            return self.text(value, column + self.manner.step)
        if not value or self.is_flow(value):
            return f" {self.flow(value, column + self.manner.step)}{self.behind()}\n"
        if isinstance(value, list):
            deeper = column + (0 if self.manner.is_flush and not is_entry else self.manner.step)
            return f"{self.behind()}\n{self.sequence(value, deeper)}"
        if is_entry and self.maybe(0.95):
            deeper = column + self.manner.step
            return " " * (self.manner.step - 1) + self.mapping(value, deeper).lstrip("\n").removeprefix(" " * deeper)
        return f"{self.behind()}\n{self.mapping(value, column + self.manner.step)}"

    def is_flow(self, value: Any) -> bool:
        length = len(str(value))
        return length < 400 and self.maybe(self.manner.flow if length < 120 else self.manner.flow / 4)

    def flow(self, value: Any, column: int) -> str:
        """In brackets, now and then over several lines."""
        if isinstance(value, list):
            parts = [self.flow(each, column + 1) for each in value]
        elif isinstance(value, dict):
            parts = [f"{key}: {self.flow(each, column + 1)}" for key, each in value.items()]
        else:
            return self.quoted(value)
        is_wide = sum(map(len, parts)) > 80
        gap = f",\n{' ' * (column + 1)}"
        joined = "".join(
            f"{'' if not place else gap if is_wide and self.maybe(0.4) else ', '}{part}"
            for place, part in enumerate(parts)
        )
        start, end = "[]" if isinstance(value, list) else "{}"
        pad = " " * (not is_wide and self.maybe(0.1))
        return f"{start}{pad}{joined}{pad}{end}"

    def text(self, value: Any, column: int) -> str:
        """A text or number as a value in a block."""
        words = str(value).split(" ")
        if isinstance(value, str) and len(words) >= _LONG and self.maybe(self.manner.broken):
            return self.broken(words, column)
        return f" {self.quoted(value)}{self.behind()}\n"

    def broken(self, words: list[str], column: int) -> str:
        """A text over two lines or more."""
        half = len(words) // 2
        margin = " " * column
        first, rest = " ".join(words[:half]), " ".join(words[half:])
        kinds = ["folded", "literal"]
        if _PLAIN.fullmatch(" ".join(words)):
            kinds += ["plain", "quoted", "below"]
        match self.chance.choice(kinds):
            case "folded":
                return f" >-{self.behind()}\n{margin}{first}\n{margin}{rest}\n"
            case "literal":
                return f" |{self.chance.choice(('', '-'))}\n{margin}{first} {rest}\n"
            case "plain":
                return f" {first}\n{margin}{rest}{self.behind()}\n"
            case "quoted":
                return f' "{first}\n{margin}{rest}"{self.behind()}\n'
            case _:
                return f"{self.behind()}\n{margin}{first} {rest}\n"

    def quoted(self, value: Any) -> str:
        """A text as plain as it can be, or between quotes."""
        if isinstance(value, bool):
            return "true" if value else "false"
        text = str(value)
        if not isinstance(value, str) or (_PLAIN.fullmatch(text) and not self.maybe(self.manner.quotes)):
            return text
        if self.maybe(0.3) and "\n" not in text:
            return "'" + text.replace("'", "''") + "'"
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
