"""What the README shows is what happens."""

import io
import re
import shlex
import sys
from pathlib import Path

import pytest

import cjm
from cjm import render
from cjm.cli import main
from cjm.render.lanes import Detail
from cjm.report.summary import summarise
from cjm.report.terminal.findings import findings_text
from cjm.report.terminal.paint import show
from tests.docs.generate import ROOT

STATES = ("current", "future")
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = dict(
    zip(
        ("draw", "map", "slip", "diff", "python", "test"),
        re.findall(r"```\w+\n(.*?)```", README, re.DOTALL),
        strict=True,
    )
)


@pytest.fixture
def card(tmp_path: Path) -> Path:
    (tmp_path / "cjm.toml").write_text("")
    path = tmp_path / "card.cjm.yaml"
    path.write_text(BLOCKS["map"], "utf-8")
    return path


def test_the_map_is_legal_and_can_be_drawn(card: Path) -> None:
    loaded = cjm.load(card, root=card.parent)
    assert loaded.findings == ()
    assert "Getting a library card" in cjm.draw(loaded.maps[0])


def test_the_slip_is_told_as_shown(card: Path) -> None:
    slipped = BLOCKS["map"].replace("They ask", "Hm: they ask")
    assert slipped != BLOCKS["map"]
    card.write_text(slipped, "utf-8")
    loaded = cjm.load(card, root=card.parent)
    text = io.StringIO()
    pieces = findings_text(
        loaded.findings, summarise(loaded.findings, 1), lambda _, line: slipped.splitlines()[line - 1]
    )
    show(pieces, text, colour=False)
    assert BLOCKS["slip"] == f"$ cjm validate card.cjm.yaml\n{text.getvalue()}"


def test_the_python_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    exec(BLOCKS["python"], names)
    assert str(names["svg"]).startswith("<?xml")


@pytest.mark.parametrize(
    ("name", "view", "detail"),
    [
        ("office-phone.current", "swimlane", "overview"),
        ("restaurant.current", "blueprint", "standard"),
        ("support-case.current", "flow", "standard"),
    ],
)
def test_the_picture_is_the_map_as_drawn_today(name: str, view: str, detail: Detail) -> None:
    (journey,) = cjm.load(ROOT / "maps" / f"{name}.cjm.yaml", root=ROOT).maps
    (shown,) = (ROOT / "docs" / "images").glob(f"{name}*.svg")
    assert f"(docs/images/{shown.name})" in README
    assert shown.read_text("utf-8") == cjm.draw(journey, view=view, detail=detail), (
        f"run: cjm render maps/{name}.cjm.yaml --view {view} --detail {detail} -o docs/images/"
    )


def test_the_picture_of_a_comparison_is_that_of_today() -> None:
    now, then = (cjm.load(ROOT / "maps" / f"office-phone.{state}.cjm.yaml", root=ROOT).maps[0] for state in STATES)
    style = render.style("light")
    drawn = render.svg(render.comparison(cjm.compare(now, then), style, detail="overview"), style, fonts="embed")
    path = "docs/images/office-phone.change.svg"
    command = "cjm diff maps/office-phone.current.cjm.yaml maps/office-phone.future.cjm.yaml"
    assert (ROOT / path).read_text("utf-8") == drawn, f"run: {command} --detail overview -f svg:{path}"


def test_the_comparison_begins_as_shown(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    command, _, shown = BLOCKS["diff"].partition("\n")
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "argv", shlex.split(command.removeprefix("$ ")))
    with pytest.raises(SystemExit):
        main()
    assert capsys.readouterr().out.startswith(shown)


def test_ci_runs_the_test_command_and_nothing_less() -> None:
    command = BLOCKS["test"].strip().rsplit("&& ", 1)[1]
    assert command == ".venv/bin/nox"
    assert (ROOT / ".ci" / "run").read_text("utf-8").rstrip().endswith('/bin/nox"')
