"""What runs on other people's machines in CI, judged by those who know the forges: schemas, and two readers for holes."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.judges import program

ROOT = Path(__file__).parents[2]
ACTION: Any = YAML(typ="safe").load((ROOT / "action.yml").read_text("utf-8"))
GUIDE = (ROOT / "docs" / "ci.md").read_text("utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
HOOKS, WORKFLOW, INCLUDE = BLOCKS
SCRIPTS = {step["name"]: step["run"] for step in ACTION["runs"]["steps"] if "run" in step}
HOLE = "${{ github.event.pull_request.title }}"


def judge(*words: str | Path, given: str | None = None) -> tuple[int, str]:
    """Ask a judge, who gets a text by standard input if there is one."""
    name, *rest = words
    command = [program(str(name)), *rest]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False, cwd=ROOT)
    return done.returncode, done.stdout + done.stderr


def written(text: str, path: Path) -> Path:
    """A text as a file, whose folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.mark.judge("check-jsonschema")
@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ("vendor.github-actions", (ROOT / "action.yml").read_text("utf-8")),
        ("vendor.github-workflows", WORKFLOW),
        ("vendor.gitlab-ci", (ROOT / "docs" / "gitlab-ci.yml").read_text("utf-8")),
        ("vendor.gitlab-ci", INCLUDE),
    ],
)
def test_the_schemas_of_the_forges(schema: str, text: str, tmp_path: Path) -> None:
    options = ("--builtin-schema", schema)
    code, told = judge("check-jsonschema", *options, written(text, tmp_path / "given.yml"))
    assert code == 0, told
    slip = re.sub(r"^( *)(runs|jobs|script|include):", r"\1x\2: 1", text, flags=re.MULTILINE)
    assert judge("check-jsonschema", *options, written(slip, tmp_path / "slip.yml"))[0] == 1


@pytest.mark.judge("zizmor")
@pytest.mark.parametrize("persona", ["pedantic", "auditor"])
def test_the_action_has_no_hole(persona: str, tmp_path: Path) -> None:
    options = ("--offline", "--no-config", "--persona", persona)
    code, told = judge("zizmor", *options, ROOT / "action.yml")
    assert code == 0, told
    holes = (ROOT / "action.yml").read_text("utf-8").replace("set -euo pipefail", f"echo {HOLE}")
    code, told = judge("zizmor", *options, written(holes, tmp_path / "action.yml"))
    assert (code != 0, told.count("error[template-injection]")) == (True, len(SCRIPTS))


@pytest.mark.judge("zizmor")
def test_the_workflow_shown_has_no_hole(tmp_path: Path) -> None:
    pinned = WORKFLOW.replace("OWNER/cjm@v0.1.0", f"acme/cjm@{'0' * 40} # v0.1.0")
    options = ("--offline", "--no-config", "--persona", "pedantic")
    code, told = judge("zizmor", *options, written(pinned, tmp_path / ".github" / "workflows" / "maps.yml"))
    assert code == 0, told


@pytest.mark.judge("shellcheck")
@pytest.mark.parametrize("name", SCRIPTS)
def test_the_scripts_of_the_action(name: str) -> None:
    options = ("--shell", "bash", "--enable", "all", "--exclude", "SC2154,SC2250,SC2310,SC2312", "-")
    code, told = judge("shellcheck", *options, given=SCRIPTS[name])
    assert code == 0, told
    assert judge("shellcheck", *options, given=f"{SCRIPTS[name]}\necho $NAME\n")[0] == 1


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_stop_at_the_first_fault(name: str) -> None:
    assert SCRIPTS[name].startswith("set -euo pipefail\n")


@pytest.mark.judge("pre-commit")
def test_the_hooks(tmp_path: Path) -> None:
    manifest = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    for kind, text, key in (("manifest", manifest, "entry"), ("config", HOOKS, "rev")):
        code, told = judge("pre-commit", f"validate-{kind}", written(text, tmp_path / "given.yaml"))
        assert code == 0, told
        slip = text.replace(f"{key}:", "wrong:")
        assert judge("pre-commit", f"validate-{kind}", written(slip, tmp_path / "slip.yaml"))[0] == 1


def test_the_guide_tells_of_every_input_and_output() -> None:
    for name, each in ACTION["inputs"].items():
        default = f"`{each['default']}`" if each["default"] else ""
        assert f"| `{name}` | {each['description']} | {default} |" in GUIDE
    for name, each in ACTION["outputs"].items():
        assert f"| `{name}` | {each['description']} |" in GUIDE
    assert GUIDE.count("\n| `") == len(ACTION["inputs"]) + len(ACTION["outputs"])


def test_the_guide_names_hooks_that_there_are() -> None:
    hooks: Any = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    named = set(re.findall(r"`?(cjm-[a-z-]+)\b", GUIDE)) - {"cjm-toolkit", "cjm-pictures"}
    assert named == {hook["id"] for hook in hooks}
