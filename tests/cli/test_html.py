"""``cjm render -o map.html`` and ``cjm diff -f html`` as a user meets them."""

from pathlib import Path

import pytest

from tests.cli.conftest import SHOP, Run
from tests.repositories import begin


@pytest.fixture(autouse=True)
def shop(project: Path) -> Path:
    path = project / "shop.cjm.yaml"
    path.write_text(SHOP)
    return path


def test_a_page_by_its_suffix(cjm: Run, project: Path) -> None:
    done = cjm("render", "shop.cjm.yaml", "-o", "shop.html")
    assert (done.code, done.out) == (0, "shop.html\n")
    page = (project / "shop.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "<table>" in page


def test_a_page_by_format_in_another_language(cjm: Run, project: Path) -> None:
    assert cjm("render", "shop.cjm.yaml", "-f", "html", "--lang", "fr").out == "shop.html\n"
    assert "Chercher dans la carte" in (project / "shop.html").read_text(encoding="utf-8")


def test_letters_as_shapes_are_refused(cjm: Run) -> None:
    done = cjm("render", "shop.cjm.yaml", "-f", "html", "--fonts", "outline")
    assert (done.code, done.out) == (2, "")
    assert "choose --fonts embed or system" in done.err


def test_the_page_of_a_comparison(cjm: Run, project: Path) -> None:
    (project / "later.cjm.yaml").write_text(SHOP.replace("feels: 1", "feels: 2"))
    assert cjm("diff", "shop.cjm.yaml", "later.cjm.yaml", "-f", "html:changes.html").code == 0
    page = (project / "changes.html").read_text(encoding="utf-8")
    assert '<body class="listed">' in page
    assert "Feeling: +1 →\u00a0+2" in page
    assert '<div id="slide" hidden>' in page
    assert cjm("diff", "shop.cjm.yaml", "later.cjm.yaml", "--view", "in-turn", "-f", "html:turns.html").code == 0
    assert '<div id="slide">' in (project / "turns.html").read_text(encoding="utf-8")


def test_the_page_of_a_history(cjm: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(project, monkeypatch).commit({"shop.cjm.yaml": SHOP})
    (project / "shop.cjm.yaml").write_text(SHOP.replace("feels: 1", "feels: 2"))
    assert cjm("log", "shop.cjm.yaml", "-f", "html:history.html").code == 0
    page = (project / "history.html").read_text(encoding="utf-8")
    assert '<section data-of="emotion"' in page
