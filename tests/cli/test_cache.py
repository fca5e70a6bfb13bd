"""The cache never changes an answer: what it remembers is what a fresh run would say."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cjm.cli.formats import Format
from cjm.errors import FileError
from cjm.source.cache import FOLDER
from cjm.source.document import Document
from tests.cli.conftest import SHOP, Run

LIBRARY = "cjm: 1\nkind: library\nresearch: [{id: survey, n: 40}]\n"
USER = "uses: lib.cjm.yaml\n" + SHOP + "    evidence: survey\n"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were parsed, in order."""
    names: list[str] = []
    original = Document.parse

    def parse(path: str, data: bytes) -> Document:
        names.append(path)
        return original(path, data)

    monkeypatch.setattr(Document, "parse", parse)
    return names


@pytest.fixture
def shop(project: Path) -> Path:
    (project / "lib.cjm.yaml").write_text(LIBRARY)
    path = project / "shop.cjm.yaml"
    path.write_text(USER)
    return path


def test_what_has_not_changed_is_not_read_again(cjm: Run, shop: Path, parsed: list[str]) -> None:
    first = cjm("validate")
    assert sorted(parsed) == ["lib.cjm.yaml", "shop.cjm.yaml"]
    parsed.clear()
    assert cjm("validate") == first
    assert parsed == []
    shop.write_text(USER + "\n")
    cjm("validate")
    assert parsed[0] == "shop.cjm.yaml"


def test_no_cache_leaves_nothing_behind(cjm: Run, shop: Path, parsed: list[str]) -> None:
    for _ in range(2):
        assert cjm("validate", "--no-cache").code == 0
    assert parsed.count("shop.cjm.yaml") == 2
    assert not (shop.parent / FOLDER).exists()


def test_a_changed_library_changes_the_verdict_on_its_maps(cjm: Run, shop: Path) -> None:
    assert cjm("validate", "shop.cjm.yaml").code == 0
    (shop.parent / "lib.cjm.yaml").write_text(LIBRARY.replace("survey", "poll"))
    assert "no research with the id ‘survey’" in cjm("validate", "shop.cjm.yaml").out
    (shop.parent / "lib.cjm.yaml").unlink()
    assert "does not exist" in cjm("validate", "shop.cjm.yaml").out
    (shop.parent / "lib.cjm.yaml").write_text(LIBRARY)
    assert cjm("validate", "shop.cjm.yaml").code == 0


def test_a_changed_compared_map_or_its_library_changes_the_verdict(cjm: Run, shop: Path) -> None:
    future = "state: future\ncompares_to: shop.cjm.yaml\n" + SHOP + "    evidence: survey\n"
    (shop.parent / "future.cjm.yaml").write_text(future)
    assert cjm("validate", "future.cjm.yaml").code == 0
    (shop.parent / "lib.cjm.yaml").write_text(LIBRARY.replace("survey", "poll"))
    assert cjm("validate", "future.cjm.yaml").code == 1


def test_findings_are_told_the_same_from_memory(cjm: Run, shop: Path) -> None:
    shop.write_text(USER.replace("feels: 1", "feels: 7").replace("A visit", "A: visit"))
    (shop.parent / "lib.cjm.yaml").write_text(LIBRARY + "wibble: 1\n")
    for form in Format:
        fresh = cjm("validate", "-f", form, "--no-cache")
        assert cjm("validate", "-f", form) == cjm("validate", "-f", form) == fresh
        assert fresh.code == 1


def test_twins_are_found_among_remembered_maps(cjm: Run, project: Path) -> None:
    for name in ("a", "b"):
        (project / f"{name}.cjm.yaml").write_text("id: shop\n" + SHOP)
    assert cjm("validate", "a.cjm.yaml").code == 0
    assert cjm("validate", "b.cjm.yaml").code == 0
    done = cjm("validate")
    assert done == cjm("validate")
    assert "b.cjm.yaml:1:5  error  ‘shop@current’ is the id and state of a.cjm.yaml already." in done.out


def test_another_configuration_begins_anew(cjm: Run, shop: Path, parsed: list[str]) -> None:
    cjm("validate")
    (shop.parent / "cjm.toml").write_text('[render]\ntheme = "dark"\n')
    parsed.clear()
    cjm("validate")
    assert "shop.cjm.yaml" in parsed
    assert len(list((shop.parent / FOLDER).glob("*.json"))) == 1


@pytest.mark.parametrize(
    "junk",
    [
        "",
        "{",
        "[]",
        "null",
        '{"shop.cjm.yaml": 3}',
        '{"shop.cjm.yaml": [[[1]], "", [], {}]}',
        '{"shop.cjm.yaml": [[], "", [], {}]}',
    ],
)
def test_a_damaged_cache_counts_as_empty(cjm: Run, shop: Path, junk: str) -> None:
    shop.write_text(USER.replace("feels: 1", "feels: 7"))
    fresh = cjm("validate")
    (file,) = (shop.parent / FOLDER).glob("*.json")
    file.write_text(junk)
    assert cjm("validate") == fresh


def test_a_cache_that_cannot_be_written_is_no_matter(cjm: Run, shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shop.parent / FOLDER).write_text("in the way")
    assert cjm("validate").code == 0
    (shop.parent / FOLDER).unlink()

    def full(path: Path, data: bytes) -> None:
        raise FileError(f"{path}: no space left for {len(data)} bytes")

    monkeypatch.setattr("cjm.source.cache.replace", full)
    assert cjm("validate").code == 0


def test_two_runs_at_once_leave_a_whole_cache(shop: Path) -> None:
    for number in range(20):
        (shop.parent / f"m{number}.cjm.yaml").write_text(USER)
    command = [sys.executable, "-m", "cjm", "validate"]
    runs = [subprocess.Popen(command, cwd=shop.parent, stdout=subprocess.PIPE) for _ in range(4)]
    assert [run.communicate()[0] for run in runs] == [b"22 files checked: nothing to complain about.\n"] * 4
    (file,) = (shop.parent / FOLDER).glob("*.json")
    assert len(json.loads(file.read_text())) == 22
    assert {path.name for path in (shop.parent / FOLDER).iterdir()} == {file.name, "CACHEDIR.TAG", ".gitignore"}


def test_files_that_are_gone_are_forgotten(cjm: Run, shop: Path) -> None:
    (shop.parent / "old.cjm.yaml").write_text(SHOP)
    cjm("validate")
    (shop.parent / "old.cjm.yaml").unlink()
    cjm("validate")
    (file,) = (shop.parent / FOLDER).glob("*.json")
    assert sorted(json.loads(file.read_text())) == ["lib.cjm.yaml", "shop.cjm.yaml"]


@pytest.mark.usefixtures("shop")
def test_standard_input_is_never_remembered_as_the_file(cjm: Run) -> None:
    assert (
        cjm("validate", "-", "--stdin-filename", "shop.cjm.yaml", stdin=USER.replace("feels: 1", "feels: 7")).code == 1
    )
    assert cjm("validate", "shop.cjm.yaml").code == 0
