"""The inputs of the GitHub action: how they reach the commands, and what is installed."""

import json
import shlex
import sys
from pathlib import Path

import pytest

from tests.ci.conftest import RETURNS, ROOT, Forge

RECORDER = """\
import json, shlex, sys
from pathlib import Path
with open(Path(__file__).with_name("calls"), "a") as file:
    print(shlex.join(sys.argv[1:]), file=file)
pair = {"after": {"path": "a b.cjm.yaml"}, "changes": [1]}
for word in sys.argv:
    form, _, path = word.partition(":")
    if path and form in ("markdown", "json"):
        Path(path).write_text("told" if form == "markdown" else json.dumps({"comparisons": [pair]}))
"""
CALLS = """\
validate -f text --fail-on warning --no-cache -- 'a b.cjm.yaml' '*.yaml'
lint -f github -f sarif:FILES/cjm.sarif --profile publish --fail-on warning --since MAIN \
--select flat-emotion --as-of 2026-11-22 -- 'a b.cjm.yaml' '*.yaml'
diff SHORT -f markdown:FILES/changes.md --max-chars 2000 -f json:FILES/changes.json -f svg:FILES/pictures/changes/ \
--theme 'my theme.toml' --fail-on unknown --coverage '*' -- 'a b.cjm.yaml' '*.yaml'
render --output FILES/pictures/maps/ --theme 'my theme.toml' --detail full -- 'SITE/a b.cjm.yaml'
"""


@pytest.fixture
def recorder(tmp_path: Path) -> Path:
    """A folder with programs: a ``cjm`` that notes how it is called, and the real Python."""
    folder = tmp_path / "recorder"
    folder.mkdir()
    (folder / "cjm.py").write_text(RECORDER)
    (folder / "cjm").write_text(f'#!/bin/sh\nexec "{sys.executable}" "{folder}/cjm.py" "$@"\n')
    (folder / "cjm").chmod(0o755)
    (folder / "python").symlink_to(sys.executable)
    return folder


def test_every_option_can_be_reached(forge: Forge, recorder: Path) -> None:
    forge.propose({"site/x/readme": "", "site/a b.cjm.yaml": RETURNS})
    forge.check_out()
    run = forge.run(
        cjm=recorder,
        paths="a b.cjm.yaml\n\n*.yaml\n",
        working_directory="site/x",
        validate_args="--no-cache",
        lint_args="--select flat-emotion\n--as-of 2026-11-22",
        profile="publish",
        fail_on="warning",
        only_new=True,
        diff_args="--coverage *",
        diff_fail_on="unknown",
        max_chars="2000",
        render_args="--detail full",
        theme="my theme.toml",
    )
    assert run.failed == []
    called, base = (recorder / "calls").read_text(), forge.origin.git("rev-parse", "main")
    for text, name in ((str(forge.files), "FILES"), (str(forge.clone / "site"), "SITE"), (base, "MAIN")):
        called = called.replace(text, name)
    assert called.replace(base[:12], "SHORT") == CALLS


def test_no_option_is_given_unasked(forge: Forge, recorder: Path) -> None:
    forge.check_out()
    forge.run(cjm=recorder, pictures=False, comment=False)
    called = [shlex.split(line) for line in (recorder / "calls").read_text().splitlines()]
    assert [(words[0], words[-1]) for words in called] == [("validate", "--"), ("lint", "--"), ("diff", "--")]
    options = {word for words in called for word in words if word.startswith("-")}
    assert options == {"-f", "--max-chars", "--"}


@pytest.mark.parametrize(("extras", "asked"), [("", str(ROOT)), ("intl", f"{ROOT}[intl]")])
def test_what_is_installed(extras: str, asked: str, forge: Forge) -> None:
    """A Python that notes what it is asked for, and makes environments of itself."""
    forge.clone.mkdir()
    python = forge.home / "python"
    python.write_text(
        f'#!/bin/bash\necho "$@" >> "{forge.home}/asked"\n'
        'if [[ $2 == venv ]]; then mkdir -p "$3/bin" && cp "$0" "$3/bin/python"; fi\n'
    )
    python.chmod(0o755)
    run = forge.install(python, extras=extras)
    assert run.steps["Install cjm"].outputs == {"bin": f"{forge.files}/venv/bin", "files": str(forge.files)}
    assert (forge.home / "asked").read_text().splitlines() == [
        f"-m venv {forge.files}/venv",
        f"-m pip install --quiet --disable-pip-version-check {asked}",
    ]


@pytest.mark.parametrize("name", ["", "a b", "x-->", "../x/y", 'a"b'])
def test_a_name_that_is_none(name: str, forge: Forge) -> None:
    forge.clone.mkdir()
    run = forge.install(Path(sys.executable), name=name)
    assert run.failed == ["Install cjm"]
    assert len(run.commands()) == 1
    assert {"Validate", "Lint", "Compare"} <= {*run.skipped}


def test_each_name_has_its_own_comment(forge: Forge, recorder: Path) -> None:
    forge.check_out()
    before = forge.comments()
    forge.run(cjm=recorder, name="shop", validate=False, lint=False, pictures=False)
    assert forge.comments()[:3] == before
    assert json.dumps(forge.comments()[3]["body"]).startswith('"<!-- cjm diff: shop -->')
