"""The maps that are measured are legal, as large as they claim, and the same every time."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

import cjm
from cjm.cli.app import app
from cjm.model.walk import moments
from tests.benchmarks import maps


def load(text: str, folder: Path) -> cjm.Loaded:
    path = folder / "map.cjm.yaml"
    path.write_text(text, encoding="utf-8")
    return cjm.load(path, root=folder)


@pytest.mark.parametrize("seed", range(20))
def test_a_map_has_no_findings(seed: int, tmp_path: Path) -> None:
    assert load(maps.make(seed), tmp_path).findings == ()


@pytest.mark.parametrize(
    "text",
    [maps.MINIMAL, maps.make(stages=80), maps.later(), maps.later(3, edits=200)],
    ids=["minimal", "tenfold", "later", "last"],
)
def test_other_sizes_have_none_either(text: str, tmp_path: Path) -> None:
    assert load(text, tmp_path).findings == ()


def test_a_map_is_as_large_as_it_claims(tmp_path: Path) -> None:
    (journey,) = load(maps.make(), tmp_path).maps
    contacts = [moment for _, moment, stage in moments(journey) if moment is not stage]
    assert (len(journey.stages), len(contacts)) == (8, 40)
    assert 30_000 < len(maps.make().encode()) < 32_000
    assert 9.5 < len(maps.make(stages=80)) / len(maps.make()) < 10.5


def test_a_touchpoint_is_so_many_cards(tmp_path: Path) -> None:
    (journey,) = load(maps.make(), tmp_path).maps
    contacts = [moment for _, moment, stage in moments(journey) if moment is not stage]
    parts = ("thinks", "onstage", "backstage", "pains", "opportunities")
    assert {1 + sum(len(getattr(contact, part)) for part in parts) for contact in contacts} == {maps.CARDS}


def test_a_seed_is_one_map() -> None:
    assert maps.make(7) == maps.make(7)
    assert len({maps.make(seed) for seed in range(50)}) == 50


def test_a_later_version_is_the_same_map_with_some_edits(tmp_path: Path) -> None:
    (before,), (after,) = (load(text, tmp_path).maps for text in (maps.make(), maps.later()))
    assert {stage.id for stage in before.stages} == {stage.id for stage in after.stages}
    assert len(set(maps.later().splitlines()) - set(maps.make().splitlines())) > 10
    assert maps.later() == maps.later()


@pytest.mark.parametrize("stages", [8, 80])
def test_two_later_versions_can_be_merged(stages: int, tmp_path: Path) -> None:
    texts = maps.make(0, stages), maps.later(0, stages), maps.later(0, stages, edits=maps.APART)
    paths = [tmp_path / f"{place}.cjm.yaml" for place in range(3)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    assert CliRunner().invoke(app, ["merge", *map(str, paths), "-o", str(tmp_path / "merged.cjm.yaml")]).exit_code == 0


def test_mermaid_has_the_same_shape() -> None:
    lines = maps.mermaid(stages=3, touchpoints=4).splitlines()
    assert sum(line.startswith("  section ") for line in lines) == 3
    assert sum(line.startswith("    ") for line in lines) == 12
