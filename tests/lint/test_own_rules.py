"""The example of a project with rules of its own: found through its entry point, selected, set and explained."""

import tomllib
from importlib import invalidate_caches
from pathlib import Path

import pytest

from cjm.lint.page import page
from cjm.lint.rules import RULES
from cjm.lint.settings import offered
from tests.cli.conftest import Run, cjm, project

__all__ = ["cjm", "project"]

HERE = Path(__file__).parents[2] / "examples" / "own-rules"
MAP = "cjm: 1\ntitle: A visit to the dentist\npersona: Ana\ngoals: {customer: No pain, business: Regulars}\nstages:\n  - name: Wait\n"


@pytest.fixture
def installed(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example as pip would install it: its package and its metadata on the path."""
    told = tomllib.loads((HERE / "pyproject.toml").read_text("utf-8"))["project"]
    folder = tmp_path_factory.mktemp("site")
    facts = folder / f"{told['name'].replace('-', '_')}-{told['version']}.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {told['name']}\nVersion: {told['version']}\n", "utf-8"
    )
    points = "\n".join(f"{name} = {value}" for name, value in told["entry-points"]["cjm.rules"].items())
    (facts / "entry_points.txt").write_text(f"[cjm.rules]\n{points}\n", "utf-8")
    monkeypatch.syspath_prepend(str(HERE / "src"))
    monkeypatch.syspath_prepend(str(folder))
    invalidate_caches()


@pytest.mark.usefixtures("installed")
def test_the_rule_is_offered_beside_ours() -> None:
    (rule,) = offered()
    assert rule.slug == "no-promise"
    assert rule.slug not in {each.slug for each in RULES}
    assert page(rule.docstring).source == "our own."


@pytest.mark.usefixtures("installed")
def test_it_judges_maps_like_any_other(cjm: Run, project: Path) -> None:
    (project / "m.cjm.yaml").write_text(MAP, "utf-8")
    assert "[no-promise]" in cjm("lint").out
    assert "[no-promise]" not in cjm("lint", "--ignore", "no-promise").out
    (project / "cjm.toml").write_text('[lint.rules.no-promise]\nseverity = "error"\nwords = 5\n', "utf-8")
    (project / "m.cjm.yaml").write_text(MAP + "promise: Not too long\n", "utf-8")
    done = cjm("lint", "--select", "no-promise")
    assert (done.code, done.out.count("error  ")) == (1, 1)
    assert "Nobody waits longer" in cjm("rule", "no-promise").out


@pytest.mark.usefixtures("installed")
def test_a_rule_without_a_page_is_refused(cjm: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "m.cjm.yaml").write_text(MAP, "utf-8")
    offered()
    monkeypatch.setattr("our_journey_rules.no_promise.__doc__", "A rule.\n\nSo it is.\n\nBad:\n    title: T\n")
    done = cjm("lint")
    assert done.code == 2
    assert "‘no-promise’" in done.err
    assert "lacks good, remedy, source" in done.err


def test_without_it_nothing_is_offered() -> None:
    assert offered() == ()
