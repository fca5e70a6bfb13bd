"""Words and remarks that nobody else has: what is lost can be named."""

import random


class Mint:
    """Makes texts of invented words; ``mark`` tells whose they are."""

    def __init__(self, chance: random.Random, mark: str) -> None:
        self.chance = chance
        self.mark = mark
        self.count = 0

    def word(self) -> str:
        self.count += 1
        return f"{self.mark}{self.chance.choice(_SOUNDS)}{self.chance.choice(_SOUNDS)}{self.count}"

    def text(self) -> str:
        """A text; now and then one that needs quotes."""
        words = [self.word() for _ in range(self.chance.choice((1, 2, 3, 6)))]
        text = " ".join(words).capitalize()
        return text + self.chance.choice(("", "", "", "", "", "", "?", ": so", ", or not", " #1", "!"))

    def id(self) -> str:
        return f"{self.chance.choice(_SOUNDS)}-{self.word()}"

    def remark(self) -> str:
        return f"# {self.word()}{self.chance.choice(('', ' why: so', ' # - {', ' x'))}"


_SOUNDS = ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ro", "su", "ta", "ve", "wi", "zo")
