"""The documentation says what the program does."""

import re
from pathlib import Path

import pytest

from tests.docs.generate import DOCS, PAGES, ROOT

LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\)")
WRITTEN = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md")),
    *sorted(DOCS.glob("*.md")),
]


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_up_to_date(name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == PAGES[name](), "run: python -m tests.docs.generate"


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in LINK.findall(path.read_text("utf-8")):
        assert (path.parent / target).exists(), f"{path.name} links to {target}"


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_pages_are_plain_utf8_and_end_with_a_break(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.endswith("\n")
    assert not text.endswith("\n\n\n")
