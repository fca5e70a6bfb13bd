"""The app as a whole: help, version, exit codes, start-up."""

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
import typer

import cjm as package
from cjm.cli.app import app
from tests.cli.conftest import SHOP, Run

COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def test_version(cjm: Run) -> None:
    assert cjm("--version").out == f"cjm {version('cjm-toolkit')}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(cjm: Run, command: str) -> None:
    done = cjm(command, "--help")
    assert done.code == 0
    assert re.search(rf"Examples?\s+cjm {command}", done.out)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_explained(command: str) -> None:
    group = typer.main.get_command(app)
    for parameter in group.commands[command].params:  # type: ignore[attr-defined]
        assert parameter.help, f"{command}: {parameter.name}"


def test_an_unknown_option_is_an_error_of_use(cjm: Run) -> None:
    assert cjm("validate", "--wibble").code == 2
    assert cjm("wibble").code == 2


def test_a_broken_configuration_stops_the_run(cjm: Run, project: Path) -> None:
    (project / "cjm.toml").write_text("mpas = []\n")
    done = cjm("validate")
    assert done.code == 2
    assert "there is no setting ‘mpas’. Did you mean ‘maps’?" in done.err


def test_a_bug_is_shown_whole_and_exits_with_70(cjm: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "shop.cjm.yaml").write_text(SHOP)
    monkeypatch.setattr("cjm.source.document.Document.parse", lambda *_: 1 / 0)
    done = cjm("validate")
    assert done.code == 70
    assert "ZeroDivisionError" in done.err
    assert "bug in cjm" in done.err


def test_an_interrupt_exits_with_130(cjm: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "shop.cjm.yaml").write_text(SHOP)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cjm.source.document.Document.parse", interrupt)
    assert cjm("validate").code == 130


def test_a_closed_pipe_is_no_traceback(project: Path) -> None:
    (project / "shop.cjm.yaml").write_text(SHOP)
    command = f"{sys.executable} -m cjm render shop.cjm.yaml -o - | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=project, check=False)
    assert done.stdout.startswith("<?xml")
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("cjm va", ["validate"]),
        ("cjm new --template m", ["minimal"]),
        ("cjm new --lang f", ["fr"]),
        ("cjm validate -f m", ["markdown"]),
        ("cjm lint -f s", ["sarif"]),
        ("cjm render --theme d", ["dark"]),
        ("cjm render --lang f", ["fr"]),
    ],
)
def test_completion_is_offered_for_a_shell(project: Path, words: str, offered: list[str]) -> None:
    place = str(len(words.split()) - 1)
    environment = {"_CJM_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": place, "PATH": "/usr/bin:/bin"}
    command = [Path(sys.executable).parent / "cjm"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=project, check=False)
    assert done.stdout.split() == offered


def test_a_clean_validate_imports_nothing_it_does_not_need(project: Path) -> None:
    (project / "shop.cjm.yaml").write_text(SHOP)
    code = "import sys; sys.argv[1:] = ['validate']; import cjm.cli as c\ntry: c.main()\nexcept SystemExit: pass\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=project, check=True)
    modules = set(done.stdout.split())
    assert not modules & {"rich", "graphviz", "uharfbuzz", "cjm.render", "cjm.report.json"}


def test_the_public_names_are_there() -> None:
    for name in package.__all__:
        assert getattr(package, name).__doc__
