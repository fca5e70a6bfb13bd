"""The maps that the project keeps are legal, and whole enough to be examples."""

from pathlib import Path

import pytest

import cjm
from cjm.cli import main
from cjm.model.walk import moments

ROOT = Path(__file__).parents[1]
MAPS = sorted([*(ROOT / "maps").glob("*.cjm.yaml"), *(ROOT / "examples").glob("*.cjm.yaml")])


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_a_map_has_no_findings(path: Path) -> None:
    assert cjm.load(path, root=ROOT).findings == ()


def test_lint_has_nothing_to_say_but_what_is_ignored_with_a_reason(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("sys.argv", ["cjm", "lint", "--no-cache", "--as-of", "2026-11-22", "--fail-on", "info"])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 0
    assert capsys.readouterr().out.endswith("nothing to complain about.\n")


@pytest.mark.parametrize("state", ["current", "future"])
def test_the_office_phone_is_a_full_example(state: str) -> None:
    (journey,) = cjm.load(ROOT / "maps" / f"office-phone.{state}.cjm.yaml", root=ROOT).maps
    touchpoints = [moment for _, moment, stage in moments(journey) if moment is not stage]
    assert len(journey.stages) == 8
    assert len(touchpoints) >= 12
    assert any(touchpoint.evidence for touchpoint in touchpoints)
    assert not all(touchpoint.evidence for touchpoint in touchpoints)


def test_the_project_is_fine_as_a_whole() -> None:
    loaded = cjm.load(root=ROOT)
    assert not loaded.has_errors
    assert len(loaded.maps) >= 3


def test_maps_and_templates_are_in_canonical_form(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    templates = map(str, sorted((ROOT / "src" / "cjm" / "templates").glob("*.cjm.yaml")))
    for paths in ((), tuple(templates)):
        monkeypatch.setattr("sys.argv", ["cjm", "fmt", "--check", *paths])
        with pytest.raises(SystemExit) as end:
            main()
        assert end.value.code == 0, capsys.readouterr().out
