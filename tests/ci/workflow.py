"""A composite action run step by step, as GitHub's runner does: expressions, conditions, outputs, commands in the log."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

_TOKENS = re.compile(r"\s*('[^']*'|[\w-]+(?:\.[\w-]+)*\(\)|[\w-]+(?:\.[\w-]+)*|&&|\|\||==|!=|!|[()])")
_OPERATORS = {"&&": " and ", "||": " or ", "!": " not ", "==": " == ", "!=": " != ", "(": "(", ")": ")"}
_FILES = ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """What became of a step: ``skipped``, ``success`` or ``failure``; ``given`` is what an action was called with."""

    outcome: str
    code: int = 0
    log: str = ""
    outputs: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Run:
    """What became of an action: its steps by name, its outputs, and the page that sums the job up."""

    steps: Mapping[str, Step]
    outputs: Mapping[str, str]
    summary: str

    @property
    def failed(self) -> list[str]:
        return [name for name, step in self.steps.items() if step.outcome == "failure"]

    @property
    def skipped(self) -> list[str]:
        return [name for name, step in self.steps.items() if step.outcome == "skipped"]

    def commands(self) -> list[str]:
        """The commands in the log that GitHub obeys, all steps together."""
        return [command for step in self.steps.values() for command in _commands(step.log)]


def run(
    path: Path, folder: Path, *, inputs: Values, github: Values, variables: Mapping[str, str], played: Values
) -> Run:
    """Run the action of a file in a folder.

    ``github`` is the context of that name; ``played`` holds, by id, the outputs of steps that are not to be run.
    """
    action: Any = YAML(typ="safe").load(path.read_text("utf-8"))
    assert {*inputs} <= {*action["inputs"]}
    context: dict[str, Any] = {"github": github, "steps": {}}
    defaults = {name: _filled(each["default"], context) for name, each in action["inputs"].items()}
    context["inputs"] = defaults | {name: str(value) for name, value in inputs.items()}
    files = {name: Path(variables["RUNNER_TEMP"], name) for name in _FILES}
    files["GITHUB_STEP_SUMMARY"].write_text("")
    environment = {**os.environ, **variables, **{name: str(file) for name, file in files.items()}}
    steps: dict[str, Step] = {}
    for step in action["runs"]["steps"]:
        files["GITHUB_OUTPUT"].write_text("")
        has_failed = any(each.outcome == "failure" for each in steps.values())
        if not _is_due(str(step.get("if", "")), context, has_failed=has_failed):
            done = Step("skipped")
        elif "uses" in step or step.get("id") in played:
            given = {name: _filled(value, context) for name, value in step.get("with", {}).items()}
            done = Step("success", outputs=played.get(step.get("id"), {}), given=given)
        else:
            done = _run_script(step, folder, context, environment, files["GITHUB_OUTPUT"])
        steps[step["name"]] = done
        context["steps"][step.get("id", step["name"])] = {"outcome": done.outcome, "outputs": done.outputs}
    outputs = {name: _filled(each["value"], context) for name, each in action["outputs"].items()}
    return Run(steps, outputs, files["GITHUB_STEP_SUMMARY"].read_text("utf-8"))


def _run_script(step: Values, folder: Path, context: Values, environment: Mapping[str, str], output: Path) -> Step:
    assert "${{" not in step["run"], "an expression inside a script is an injection waiting to happen"
    assert step["shell"] == "bash"
    own = {name: _filled(value, context) for name, value in step.get("env", {}).items()}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=folder / _filled(step.get("working-directory", "."), context),
        env={**environment, **own},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    outputs = dict(line.split("=", 1) for line in output.read_text("utf-8").splitlines())
    log = done.stdout.decode("utf-8", "replace")
    return Step("failure" if done.returncode else "success", done.returncode, log, outputs)


def _is_due(condition: str, context: Values, *, has_failed: bool) -> bool:
    """Whether a step is run: one that asks for no status wants that nothing has failed."""
    condition = re.sub(r"^\s*\$\{\{(.*)\}\}\s*$", r"\1", condition, flags=re.DOTALL)
    if has_failed and "cancelled()" not in condition:
        return False
    return not condition or bool(_value(condition, context))


def _filled(text: Any, context: Values) -> str:
    """A text with its expressions replaced by their values."""
    return re.sub(r"\$\{\{(.*?)\}\}", lambda found: _text(_value(found[1], context)), str(text), flags=re.DOTALL)


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _value(expression: str, context: Values) -> Any:
    """The value of an expression; the operators are Python's, but for their spelling."""
    return eval("".join(_python(expression)), {"look": lambda path: _look(path, context)})


def _python(expression: str) -> Iterator[str]:
    rest = expression.strip()
    while rest:
        found = _TOKENS.match(rest)
        assert found, f"not understood: {rest}"
        token, rest = found[1], rest[found.end() :].strip()
        if token in _OPERATORS:
            yield _OPERATORS[token]
        elif token.startswith("'"):
            yield repr(token[1:-1])
        elif token == "cancelled()":
            yield "False"
        else:
            yield f"look({token!r})"


def _look(path: str, context: Values) -> Any:
    """What a path stands for; where it leads nowhere, an empty text, to which GitHub likens nothing."""
    here: Any = context
    for part in path.split("."):
        here = here.get(part, "") if isinstance(here, Mapping) else ""
    return here


def _commands(log: str) -> Iterator[str]:
    """Lines that are commands, by both of the spellings that GitHub knows, unless commands are stopped."""
    stopped = ""
    for line in log.splitlines():
        if stopped:
            stopped = "" if line.strip() == f"::{stopped}::" else stopped
        elif line.startswith("::stop-commands::"):
            stopped = line.removeprefix("::stop-commands::")
        elif line.lstrip().startswith("::") or "##[" in line:
            yield line
