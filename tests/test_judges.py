"""A missing judge is never passed over in silence."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests import judges
from tests.judges import JUDGES, Judge, NodeJudge, PythonJudge, program

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parents[1]
SUITE = """
    import pytest
    from tests.judges import program

    @pytest.fixture
    def chromium():
        return program("chromium")

    @pytest.mark.judge("chromium")
    @pytest.mark.parametrize("page", ["a", "b"])
    def test_judged(page, chromium):
        pass

    @pytest.mark.judge("chromium", "rsvg-convert")
    def test_judged_twice():
        pass

    def test_free():
        pass
"""


@pytest.fixture
def path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A PATH with one empty folder, and CJM_ALL unset."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("CJM_ALL", raising=False)
    return folder


@pytest.fixture
def suite(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A folder with this project's settings, in which its conftest can be loaded as a plugin."""
    pytester.makepyprojecttoml((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return pytester


def run(suite: pytest.Pytester, text: str, *options: str) -> pytest.RunResult:
    return suite.runpytest_subprocess("-p", "tests.conftest", *options, suite.makepyfile(text))


def install(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).touch(mode=0o755)


@pytest.mark.parametrize("workers", ["-n0", "-n2"])
@pytest.mark.usefixtures("path")
def test_skips_and_lists(suite: pytest.Pytester, workers: str) -> None:
    result = run(suite, SUITE, workers)
    result.assert_outcomes(passed=1, skipped=3)
    assert result.ret == pytest.ExitCode.OK
    result.stdout.fnmatch_lines(
        [
            "SKIPPED*missing chromium*",
            "!!!* missing judges !!!*",
            "chromium: 3 tests not judged; apt-get install --no-install-recommends chromium",
            "rsvg-convert: 1 test not judged; apt-get install --no-install-recommends librsvg2-bin",
            "*1 passed, 3 skipped*",
        ]
    )


@pytest.mark.usefixtures("path")
def test_fails_where_every_judge_is_wanted(suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CJM_ALL", "1")
    result = run(suite, SUITE, "-n2")
    result.assert_outcomes(passed=1, errors=3)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["!!!* missing judges !!!*", "chromium: 3 tests not judged;*", "rsvg-convert: 1 test*"])


def test_judges_where_there_is_a_judge(suite: pytest.Pytester, path: Path) -> None:
    install(path, "google-chrome", "rsvg-convert")
    result = run(suite, SUITE)
    result.assert_outcomes(passed=4)
    result.stdout.no_fnmatch_line("*missing judges*")


def test_an_unknown_judge_is_a_mistake(suite: pytest.Pytester) -> None:
    result = run(suite, "import pytest\n\n@pytest.mark.judge('judy')\ndef test_it():\n    pass\n")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*no such judge: judy; the table is in tests/judges.py"])


def test_program(path: Path) -> None:
    with pytest.raises(LookupError, match=r"apt-get install .* librsvg2-bin"):
        program("rsvg-convert")
    install(path, "rsvg-convert")
    assert program("rsvg-convert") == str(path / "rsvg-convert")


@pytest.mark.parametrize(("required", "code", "word"), [("", 0, "skipped"), ("0", 0, "skipped"), ("1", 1, "aborted")])
def test_nox_tells(path: Path, required: str, code: int, word: str) -> None:
    install(path, "chromium")
    command = [sys.executable, "-m", "nox", "-f", str(ROOT / "noxfile.py"), "-s", "judges"]
    environment = os.environ | {"CJM_ALL": required}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    assert "rsvg-convert: apt-get install --no-install-recommends librsvg2-bin" in done.stderr
    assert "chromium:" not in done.stderr
    assert word in done.stderr


@pytest.mark.parametrize("name", JUDGES)
def test_ci_installs_every_judge(name: str) -> None:
    judge, words = JUDGES[name], (ROOT / ".ci" / "run").read_text(encoding="utf-8").split()
    match judge:
        case Judge():
            assert judge.package in words
        case NodeJudge():
            assert words[words.index("npm") :][:2] == ["npm", "ci"]
        case PythonJudge():
            extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
            assert [each for each in extras["judges"] if each.startswith(f"{judge.package}>=")]
            assert words[words.index("-e") + 1] == "'.[dev,judges]'"


def test_a_package_of_npm_needs_its_folder_and_node(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judges, "NPM", tmp_path)
    install(path, "node")
    with pytest.raises(LookupError, match="no ajv: npm ci --prefix tests/npm"):
        program("ajv")
    folder = tmp_path / "node_modules" / "ajv"
    folder.mkdir(parents=True)
    assert program("ajv") == str(folder)
    (path / "node").unlink()
    assert JUDGES["ajv"].path is None


def test_a_package_of_python_is_looked_for_beside_the_interpreter(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(path / "nowhere" / "python"))
    with pytest.raises(LookupError, match=r"no sarif-tools: pip install -e '\.\[judges\]'"):
        program("sarif-tools")
    install(path, "sarif")
    assert program("sarif-tools") == str(path / "sarif")
    (path / "nowhere").mkdir()
    install(path / "nowhere", "sarif")
    assert program("sarif-tools") == str(path / "nowhere" / "sarif")


def test_packages_of_npm_are_pinned_and_each_is_a_judge() -> None:
    wanted: dict[str, str] = json.loads((ROOT / "tests/npm/package.json").read_text("utf-8"))["dependencies"]
    locked = json.loads((ROOT / "tests/npm/package-lock.json").read_text("utf-8"))["packages"]
    assert sorted(wanted) == sorted(judge.package for judge in JUDGES.values() if isinstance(judge, NodeJudge))
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted


@pytest.mark.parametrize(("profile", "figures"), [("ci", "200 True None"), ("long", "20000 False None")])
def test_hypothesis_profiles(profile: str, figures: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "HYPOTHESIS_PROFILE"}
    if profile != "ci":  # which is what nobody has to ask for
        environment["HYPOTHESIS_PROFILE"] = profile
    code = """if True:
        import tests.conftest
        from hypothesis import settings
        now = settings()
        print(now.max_examples, now.derandomize, now.deadline)
    """
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == figures, done.stderr
