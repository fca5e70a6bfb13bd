"""``cjm show`` as a user meets it."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import MAPS, SHOP, Run


@pytest.fixture(autouse=True)
def shop(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("COLUMNS", raising=False)
    path = project / "shop.cjm.yaml"
    path.write_text(SHOP)
    return path


def test_the_one_map_of_a_project_is_shown(cjm: Run) -> None:
    done = cjm("show")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Current state\nA visit to the shop\n")
    assert "│ ○ Looks around\n" in done.out


def test_several_maps_of_a_project_are_listed(cjm: Run, project: Path) -> None:
    (project / "b.cjm.yaml").write_text(f"id: b\nstate: future\n{SHOP.replace('visit', 'longer visit')}")
    (project / "lib.cjm.yaml").write_text("cjm: 1\nkind: library\n")
    lines = ["A longer visit to the shop  b@future  b.cjm.yaml", "A visit to the shop         current   shop.cjm.yaml"]
    assert cjm("show").out.splitlines() == lines
    assert cjm("show", ".").out.splitlines() == lines
    narrow = "A longer visit to the shop\n  b@future  b.cjm.yaml\nA visit to the shop\n  current   shop.cjm.yaml\n"
    assert cjm("show", "--width", "40").out == narrow


def test_maps_that_are_named_are_all_shown(cjm: Run, project: Path) -> None:
    (project / "b.cjm.yaml").write_text(f"state: future\n{SHOP}")
    done = cjm("show", "shop.cjm.yaml", "b.cjm.yaml")
    assert done.out.index("Current state\n") < done.out.index("\n\n\nFuture state\n")


def test_prose(cjm: Run) -> None:
    done = cjm("show", "shop.cjm.yaml", "--prose")
    assert done.out.startswith("“A visit to the shop” – the journey as it is today.\n\nIt all happens")
    wide = cjm("show", "shop.cjm.yaml", "--prose", "--width", "40").out.splitlines()
    assert max(map(len, wide)) <= 40


def test_standard_input(cjm: Run) -> None:
    assert "A view to the shop" in cjm("show", "-", stdin=SHOP.replace("A visit", "A view")).out


def test_width_lanes_and_language(cjm: Run, project: Path) -> None:
    assert max(map(len, cjm("show", "--width", "40").out.splitlines())) <= 40
    assert "Looks around" not in cjm("show", "--lanes", "feels").out
    assert "Ressenti" in cjm("show", "--lang", "fr").out
    assert "aujourd’hui" in cjm("show", "--lang", "fr", "--prose").out
    (project / "cjm.toml").write_text('[render]\nlang = "fr"\nlanes = ["feels"]\n')
    configured = cjm("show").out
    assert "Ressenti" in configured
    assert "Looks around" not in configured


def test_a_pipe_is_a_hundred_columns_wide_unless_the_shell_says_so(cjm: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    path = MAPS / "office-phone.current.cjm.yaml"
    assert max(map(len, cjm("show", path).out.splitlines())) == 100
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, cjm("show", path).out.splitlines())) == 60
    monkeypatch.setenv("COLUMNS", "20")
    assert max(map(len, cjm("show", path).out.splitlines())) <= 40


def test_ascii(cjm: Run) -> None:
    done = cjm("show", "--ascii")
    assert done.out.isascii()
    assert "| o Looks around" in done.out
    assert cjm("show", "--ascii", "--prose").out.isascii()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("more", [[], ["--prose"], ["--prose", "--lang", "pl"]])
def test_an_encoding_without_fine_signs(shop: Path, encoding: str, more: list[str]) -> None:
    shop.write_text(SHOP.replace("visit", "Übersicht – 番"), "utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "cjm", "show", shop.name, *more]
    done = subprocess.run(command, capture_output=True, env=environment, cwd=shop.parent, check=True)
    assert done.stderr == b""
    assert ("Ubersicht - ??" if encoding == "ascii" else "Übersicht - ??") in done.stdout.decode(encoding)


def test_colour_only_where_it_is_wanted(cjm: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in cjm("show").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;94m" in cjm("show").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "94m" not in cjm("show").out


def test_a_map_with_errors_is_not_shown_but_the_others_are(cjm: Run, project: Path) -> None:
    (project / "bad.cjm.yaml").write_text(SHOP.replace("feels: 1", "feels: 7").replace("A visit", "Nothing"))
    done = cjm("show", "bad.cjm.yaml", "shop.cjm.yaml")
    assert done.code == 1
    assert "score-out-of-scale" in done.err
    assert "A visit to the shop" in done.out
    assert "Nothing" not in done.out


def test_a_map_whose_library_has_errors_is_not_shown(cjm: Run, project: Path) -> None:
    (project / "lib.cjm.yaml").write_text("cjm: 1\nkind: library\nwibble: 1\n")
    (project / "bad.cjm.yaml").write_text("uses: lib.cjm.yaml\n" + SHOP)
    done = cjm("show", "bad.cjm.yaml", "--prose")
    assert (done.code, done.out) == (1, "")
    assert "wibble" in done.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--lanes", "wibble"], "There is no lane ‘wibble’."),
        (["--lang", "tlh"], "no labels in the language ‘tlh’"),
        (["--prose", "--lanes", "feels"], "--prose draws none"),
        (["--width", "12"], "40"),
        (["nowhere.cjm.yaml"], "no file or folder nowhere.cjm.yaml"),
        (["lib.cjm.yaml"], "no map here to show"),
    ],
)
def test_what_cannot_be_shown_is_explained(cjm: Run, project: Path, arguments: list[str], told: str) -> None:
    (project / "lib.cjm.yaml").write_text("cjm: 1\nkind: library\n")
    done = cjm("show", *([] if arguments[-1].endswith(".yaml") else ["shop.cjm.yaml"]), *arguments)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_control_characters_of_a_map_do_not_reach_the_terminal(cjm: Run, shop: Path) -> None:
    shop.write_text(SHOP.replace("A visit", '"A \\e[31mred').replace("the shop\n", 'the shop"\n'))
    for arguments in ([], ["--prose"]):
        done = cjm("show", *arguments)
        assert "\x1b" not in done.out
        assert "\ufffd[31mred" in done.out


@pytest.mark.parametrize(
    ("words", "offered"),
    [("cjm show --lang f", ["fr"]), ("cjm show --lanes feels,pa", ["feels,pains"])],
)
def test_lanes_and_languages_are_offered_in_the_shell(project: Path, words: str, offered: list[str]) -> None:
    place = str(len(words.split()) - 1)
    environment = {"_CJM_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": place, "PATH": "/usr/bin:/bin"}
    command = [Path(sys.executable).parent / "cjm"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=project, check=False)
    assert done.stdout.split() == offered


def test_on_a_terminal_prose_has_rows_that_are_easy_to_read(cjm: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr(sys, "stdout", terminal := Terminal())
    cjm("show", MAPS / "office-phone.current.cjm.yaml", "--prose")
    assert 70 < max(map(len, terminal.getvalue().splitlines())) <= 80
