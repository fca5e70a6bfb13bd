"""``cjm lint`` and ``cjm rule``, as users call them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

GOOD = (Path(__file__).parents[1] / "lint" / "good.cjm.yaml").read_text("utf-8")
SILENT = GOOD.replace("        does: Asks when there is a free day\n", "")
RULE = ("--select", "missing-does")


def count(text: str) -> int:
    return text.count("[missing-does]")


def test_a_good_map_is_good(cjm: Run, project: Path) -> None:
    (project / "m.cjm.yaml").write_text(GOOD, "utf-8")
    done = cjm("lint", "--as-of", "2026-11-22")
    assert (done.code, done.out) == (0, "1 file checked: nothing to complain about.\n")


def test_syntax_schema_and_rules_in_one_pass(cjm: Run, project: Path) -> None:
    (project / "a.cjm.yaml").write_text("cjm: 1\ntitle: A\nstages:\n  - name: One\n    does: Hm: well\n", "utf-8")
    (project / "b.cjm.yaml").write_text(SILENT.replace("importance: 4", "importance: 9"), "utf-8")
    done = cjm("lint", "-f", "concise", *RULE, "--as-of", "2026-11-22")
    assert done.code == 1
    assert [line.rpartition("[")[2] for line in done.out.splitlines()[:-1]] == [
        "syntax]",
        "missing-does]",
        "out-of-range]",
    ]


def test_a_broken_element_is_not_judged_as_well(cjm: Run, project: Path) -> None:
    (project / "m.cjm.yaml").write_text(GOOD.replace("does: Asks", "doe: Asks"), "utf-8")
    done = cjm("lint", "-f", "concise", *RULE)
    assert "[unknown-key]" in done.out
    assert count(done.out) == 0


@pytest.mark.parametrize(
    ("status", "options", "severity", "code"),
    [
        ("validated", (), "warning", 0),
        ("validated", ("--fail-on", "warning"), "warning", 1),
        ("validated", ("--fail-on", "never"), "warning", 0),
        ("draft", (), "info", 0),
        ("draft", ("--fail-on", "info"), "info", 1),
        ("draft", ("--profile", "review"), "warning", 0),
        ("draft", ("--min-severity", "warning"), "", 0),
        ("retired", (), "", 0),
    ],
)
def test_a_status_decides_how_strict(  # noqa: PLR0917  (two fixtures and four columns)
    cjm: Run, project: Path, status: str, options: tuple[str, ...], severity: str, code: int
) -> None:
    (project / "m.cjm.yaml").write_text(SILENT.replace("status: validated", f"status: {status}"), "utf-8")
    done = cjm("lint", "-f", "json", *RULE, *options)
    assert [finding["severity"] for finding in json.loads(done.out)["findings"]] == ([severity] if severity else [])
    assert done.code == code


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("", ["warning"]),
        ('[lint]\nignore = ["missing-does"]', []),
        ('[lint]\nselect = ["unexplained-drop"]', []),
        ('[lint.rules.missing-does]\nseverity = "error"', ["error"]),
        ('[lint.rules.missing-does]\nseverity = "off"', []),
        ('[lint]\nprofile = "draft"', ["info"]),
        ('[[lint.ignores]]\nrule = "missing-does"\nelement = "touchpoint/call"\nreason = "so"', []),
        ('[[lint.ignores]]\nrule = "missing-does"\nelement = "repair@current:touchpoint/call"\nreason = "so"', []),
        (
            '[[lint.ignores]]\nrule = "missing-does"\nelement = "repair@future:touchpoint/call"\nreason = "so"',
            ["warning"],
        ),
        (
            '[[lint.ignores]]\nrule = "missing-does"\nelement = "touchpoint/call"\nreason = "so"\nuntil = 2026-01-01',
            ["warning"],
        ),
    ],
)
def test_the_configuration(cjm: Run, project: Path, toml: str, told: list[str]) -> None:
    (project / "m.cjm.yaml").write_text(SILENT, "utf-8")
    (project / "cjm.toml").write_text(toml, "utf-8")
    done = cjm("lint", "-f", "json", "--as-of", "2026-11-22")
    found = json.loads(done.out)["findings"]
    assert [each["severity"] for each in found if each["rule"] == "missing-does"] == told
    assert cjm("lint", "--no-ignores", "-f", "json").code == done.code


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--select", "mising-does"), "There is no rule ‘mising-does’. Did you mean ‘missing-does’?"),
        (("--ignore", "zzz"), "‘cjm rule’ lists them."),
        (("--as-of", "soon"), "write --as-of 2026-06-30"),
        (("--baseline", "none.json"), "The baseline none.json cannot be read"),
    ],
)
def test_what_cannot_be_asked(cjm: Run, project: Path, options: tuple[str, ...], said: str) -> None:
    (project / "m.cjm.yaml").write_text(GOOD, "utf-8")
    done = cjm("lint", *options)
    assert done.code == 2
    assert said in done.err


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('[lint]\nselect = ["mising-does"]', "lint: There is no rule ‘mising-does’. Did you mean"),
        ('[lint]\nfail-on = "bad"', "lint.fail-on is one of error, warning, info, never, not ‘bad’."),
        ('[lint]\nprofile = "strict"', "There is no profile ‘strict’. Possible: auto, draft"),
        ("[lint.rules.zzz]", "There is no rule ‘zzz’"),
        (
            '[lint.rules.missing-does]\nseverity = "bad"',
            "lint.rules.missing-does.severity is one of error, warning, info and off",
        ),
        ("[lint.rules.unexplained-drop]\ndorp = 1", "has no setting ‘dorp’. Possible: severity, drop"),
        ('[lint.rules.unexplained-drop]\ndrop = "1"', "lint.rules.unexplained-drop.drop is like 2, not '1'"),
        ("[lint.rules.unexplained-drop]\ndrop = true", "is like 2, not True"),
        ('[[lint.ignores]]\nrul = "a"', "lint.ignores, entry 1: there is no key ‘rul’"),
        ('[[lint.ignores]]\nrule = "zzz"', "There is no rule ‘zzz’"),
        ('[[lint.ignores]]\nrule = "missing-does"\nuntil = "soon"', "‘until’ is a day"),
    ],
)
def test_what_cannot_be_set(cjm: Run, project: Path, toml: str, said: str) -> None:
    (project / "m.cjm.yaml").write_text(GOOD, "utf-8")
    (project / "cjm.toml").write_text(toml, "utf-8")
    done = cjm("lint")
    assert done.code == 2
    assert said in done.err


def test_an_ignore_in_the_map(cjm: Run, project: Path) -> None:
    path = project / "m.cjm.yaml"
    path.write_text(
        SILENT.replace("      - id: call\n", "      # cjm: ignore[missing-does] they only listen\n      - id: call\n"),
        "utf-8",
    )
    assert cjm("lint", *RULE).out == "1 file checked: nothing to complain about.\n"
    assert count(cjm("lint", "--no-ignores", *RULE).out) == 1
    path.write_text(
        GOOD.replace("      - id: call\n", "      # cjm: ignore[missing-does] they only listen\n      - id: call\n"),
        "utf-8",
    )
    done = cjm("lint", *RULE)
    assert "Nothing here breaks ‘missing-does’ (any more). [unused-ignore]" in done.out


def test_a_slip_of_yaml_can_be_ignored_like_anything_else(cjm: Run, project: Path) -> None:
    slip = SILENT.replace("    does: ", "    does: Hm: ", 1)
    (project / "m.cjm.yaml").write_text(slip.replace("stages:", "# cjm: ignore-file[syntax] we know\nstages:"), "utf-8")
    assert "[syntax]" not in cjm("lint", *RULE).out
    assert cjm("lint", "--no-ignores", *RULE).out.count("[syntax]") == 1


def test_a_baseline(cjm: Run, project: Path) -> None:
    path = project / "m.cjm.yaml"
    path.write_text(SILENT, "utf-8")
    assert cjm("lint", "--write-baseline", "base.json", *RULE).code == 0
    assert count(cjm("lint", "--baseline", "base.json", *RULE).out) == 0
    moved = SILENT.replace("stages:\n", "stages:\n\n  # a line more\n")
    path.write_text(moved.replace("        does: Stops at", "        x-does: Stops at"), "utf-8")
    done = cjm("lint", "--baseline", "base.json", *RULE)
    assert count(done.out) == 1
    assert "The chain jumps again" in done.out
    (project / "cjm.toml").write_text('[lint]\nbaseline = "base.json"', "utf-8")
    path.write_text(GOOD, "utf-8")
    assert cjm("lint", "--prune-baseline", *RULE).code == 0
    assert json.loads((project / "base.json").read_text("utf-8"))["findings"] == []


def test_the_cache_knows_what_it_depends_on(cjm: Run, project: Path) -> None:
    path = project / "m.cjm.yaml"
    path.write_text(SILENT, "utf-8")
    first = cjm("lint", *RULE)
    assert (first.out, count(first.out)) == (cjm("lint", *RULE).out, 1)
    assert count(cjm("lint", "--select", "unexplained-drop").out) == 0
    assert cjm("validate").out == "1 file checked: nothing to complain about.\n"
    path.write_text(GOOD, "utf-8")
    assert count(cjm("lint", *RULE).out) == 0


def test_what_has_not_changed_is_not_judged_again(cjm: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "m.cjm.yaml").write_text(SILENT, "utf-8")
    first = cjm("lint", *RULE)

    def judge(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("cjm.cli.linting.judge", judge)
    code = "import sys; sys.argv = ['cjm', 'lint', *sys.argv[1:]]; import cjm.cli.linting as l; l.judge = None; from cjm.cli import main; main()"
    again = subprocess.run(
        [sys.executable, "-c", code, *RULE], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert again.stdout == first.out == cjm("lint", *RULE).out


def test_statistics(cjm: Run, project: Path) -> None:
    (project / "m.cjm.yaml").write_text(SILENT, "utf-8")
    assert cjm("lint", "--statistics", *RULE).err == "1 missing-does\n"


def test_rules_explained(cjm: Run) -> None:
    assert "missing-does" in cjm("rule").out
    assert "A map that breaks it" in cjm("rule", "missing-does").out
    assert cjm("rule", "missing-does", "-f", "markdown").out.startswith("## missing-does\n")
    (told,) = json.loads(cjm("rule", "missing-does", "-f", "json").out)
    assert told["severity"] == "warning"
    assert "quote, a colon" in cjm("rule", "syntax").out
    assert "An ignore that nothing needs" in cjm("rule", "unused-ignore").out
    done = cjm("rule", "missing-dos")
    assert (done.code, done.err) == (2, "cjm: There is no rule ‘missing-dos’. Did you mean ‘missing-does’?\n")
