"""The hooks of pre-commit, run for real: it clones this tree, installs it, and is handed a few maps."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.ci.conftest import BROKEN, LIBRARY, ROOT, SHOP
from tests.judges import program
from tests.repositories import Work, begin

NEEDED = ("src", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
MAPS = {"company.cjm.yaml": LIBRARY, "my shop.cjm.yaml": SHOP, "notes.yaml": "a: [", "odd.cjm.yaml.txt": "a: ["}
UNTIDY = SHOP.replace("    does: Looks around", "    does:    Looks around   # a while")

pytestmark = pytest.mark.judge("pre-commit")


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    """What a release of this tree would be."""
    source = begin(tmp_path / "source", monkeypatch)
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source.root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, source.root / name)
    source.commit({})
    return source


def call(work: Work, *words: str) -> tuple[int, str]:
    """Run hooks on what is staged."""
    work.git("add", "-A")
    done = subprocess.run([program("pre-commit"), *words], cwd=work.root, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_all_hooks(source: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    work = begin(tmp_path / "work", monkeypatch)
    hooks = [hook["id"] for hook in YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))]
    settings = f"""\
default_language_version: {{python: {Path(sys.executable).resolve()}}}
repos:
  - repo: {source.root}
    rev: {source.git("rev-parse", "HEAD")}
    hooks: [{", ".join(f"{{id: {hook}}}" for hook in hooks)}]
"""
    work.commit({".pre-commit-config.yaml": settings})
    work.write(MAPS)
    code, told = call(work, "run")
    assert (code, told.count("Passed")) == (0, 4), told

    work.write({"broken.cjm.yaml": BROKEN})
    code, told = call(work, "run", "cjm-validate")
    assert code == 1
    assert "broken.cjm.yaml:4:1" in told
    assert "1 file checked" not in told, "files that refer to each other are read in one go"
    assert call(work, "run", "cjm-lint")[0] == 1

    work.write({"broken.cjm.yaml": None, "my shop.cjm.yaml": UNTIDY})
    code, told = call(work, "run", "cjm-fmt-check")
    assert (code, "my shop.cjm.yaml" in told) == (1, True)
    assert (work.root / "my shop.cjm.yaml").read_text("utf-8") == UNTIDY
    assert call(work, "run", "cjm-fmt")[0] == 1  # a hook that changes a file has failed, until that is staged
    assert (work.root / "my shop.cjm.yaml").read_text("utf-8") == UNTIDY.replace("does:    ", "does: ")
    assert call(work, "run", "cjm-fmt")[0] == 0

    work.write({"my shop.cjm.yaml": SHOP.replace("persona: ana\n", "")})
    code, told = call(work, "run", "cjm-lint")
    assert (code, "[no-persona]" in told) == (1, True)
    assert call(work, "run", "cjm-validate")[0] == 0
