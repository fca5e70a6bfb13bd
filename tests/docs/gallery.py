"""The pictures of ``examples/gallery``, by the commands of its page: ``python -m tests.docs.gallery`` draws them anew.

The page is the only list there is: a picture is added by a command in it.
"""

import re
import shlex
import sys
from pathlib import Path

import pytest

from cjm.cli import main
from tests.docs.generate import ROOT

PAGE = ROOT / "examples" / "README.md"
GALLERY = PAGE.with_name("gallery")


def commands(text: str) -> dict[str, tuple[str, ...]]:
    """The words of each command that a page shows, by the name of the picture it writes."""
    lines = [shlex.split(line) for line in re.findall(r"^\$ (cjm render .*)$", text, re.MULTILINE)]
    return {Path(words[-1]).name: tuple(words[1:]) for words in lines}


def draw(words: tuple[str, ...], folder: Path) -> Path:
    """Run a command from the project's root, as typed, but for the folder. Returns the picture."""
    picture = folder / Path(words[-1]).name
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setattr(sys, "argv", ["cjm", *words[:-1], str(picture)])
        with pytest.raises(SystemExit) as end:
            main()
    assert end.value.code == 0, shlex.join(words)
    return picture


if __name__ == "__main__":
    GALLERY.mkdir(exist_ok=True)
    for words in commands(PAGE.read_text("utf-8")).values():
        draw(words, GALLERY)
