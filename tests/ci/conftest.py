"""A made-up pull request of two commits, and what a forge's runner finds around it."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.ci import workflow
from tests.repositories import Work, begin

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent

LIBRARY = "cjm: 1\nkind: library\npersonas: [{id: ana, name: Ana, goals: [A quick visit]}]\n"
SHOP = """\
cjm: 1
title: A visit to the shop
state: current
uses: company.cjm.yaml
persona: ana
goals: {customer: To be home soon, business: To sell}

stages:
  - name: Enter
    does: Looks around
    feels: 1

  - name: Pay
    does: Waits in line
    feels: 0
    pains: [{text: One till is open, severity: 2}]
"""
WORSE = SHOP.replace("severity: 2", "severity: 5")
RETURNS = SHOP.replace("A visit to the shop", "Sending it back").replace("Pay", "Queue")
BROKEN = "cjm: 1\ntitle: No end\nstages: [\n"


@dataclass(frozen=True)
class Forge:
    """A repository with a pull request, a clone of it as a checkout makes it, and the comments of the pull request."""

    home: Path
    origin: Work

    @property
    def clone(self) -> Path:
        return self.home / "clone"

    @property
    def files(self) -> Path:
        """Where the action keeps what it makes."""
        return self.home / "temporary" / "cjm" / "cjm"

    def propose(self, *changes: Mapping[str, str | bytes | None]) -> None:
        """Commit changes to a branch, and merge it as GitHub does, into what main has become by then."""
        self.origin.git("checkout", "-q", "-B", "proposal", "begin")
        for number, files in enumerate(changes):
            self.origin.commit(files, f"change {number}")
        self.origin.git("checkout", "-q", "--detach", "main")
        self.origin.git("merge", "-q", "--no-ff", "-m", "merge", "proposal")
        self.origin.git("update-ref", "refs/pull/7/merge", "HEAD")

    def check_out(self, ref: str = "refs/pull/7/merge", *options: str) -> None:
        """Clone a ref, by default one commit deep."""
        work = Work(self.clone)
        self.clone.mkdir()
        work.git("init", "-q")
        work.git("remote", "add", "origin", self.origin.root.as_uri())
        work.git("fetch", "-q", "--no-tags", *(options or ("--depth=1",)), "origin", f"{ref}:refs/remotes/origin/here")
        work.git("checkout", "-q", "--detach", "refs/remotes/origin/here")

    def event(self) -> dict[str, Any]:
        """What GitHub tells of the pull request."""
        base, head = (self.origin.git("rev-parse", ref) for ref in ("main", "proposal"))
        request = {"number": 7, "base": {"sha": base}, "head": {"sha": head, "repo": {"full_name": "acme/maps"}}}
        event = {"pull_request": request}
        return {"token": "secret", "event_name": "pull_request", "repository": "acme/maps", "event": event}

    def run(self, github: Mapping[str, Any] | None = None, cjm: Path = BIN, **inputs: Any) -> workflow.Run:
        """Run the action in the clone; the programs that it installs are those of ``cjm``."""
        self.files.mkdir(parents=True, exist_ok=True)
        for old in self.files.glob("c*.*"):  # as a new installation does
            old.unlink()
        played = {
            "python": {"python-path": sys.executable},
            "install": {"bin": str(cjm), "files": str(self.files)},
            "artefact": {"artifact-url": "https://example.org/pictures"},
        }
        return self._run(self.event() if github is None else github, played, inputs)

    def install(self, python: Path, **inputs: Any) -> workflow.Run:
        """Run the steps that install what the action needs, on a push, and nothing else."""
        inputs = inputs | dict.fromkeys(("validate", "lint", "diff"), False)
        return self._run({"event_name": "push"}, {"python": {"python-path": str(python)}}, inputs)

    def _run(self, github: Mapping[str, Any], played: Mapping[str, Any], inputs: Mapping[str, Any]) -> workflow.Run:
        temporary = self.home / "temporary"
        temporary.mkdir(exist_ok=True)
        variables = {
            "RUNNER_TEMP": str(temporary),
            "GITHUB_REPOSITORY": "acme/maps",
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_ACTION_PATH": str(ROOT),
        }
        given = {
            name.replace("_", "-"): str(value).lower() if isinstance(value, bool) else value
            for name, value in inputs.items()
        }
        return workflow.run(
            ROOT / "action.yml", self.clone, inputs=given, github=github, variables=variables, played=played
        )

    def comments(self) -> list[dict[str, Any]]:
        """The comments of the pull request."""
        found: list[dict[str, Any]] = json.loads((self.home / "comments.json").read_text("utf-8"))
        return found

    def say(self, *bodies: str) -> None:
        """Write comments of other people."""
        comments = [{"id": number, "body": body} for number, body in enumerate(bodies, 1)]
        (self.home / "comments.json").write_text(json.dumps(comments), "utf-8")


@pytest.fixture
def forge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Forge:
    """A repository whose main went on after the pull request began; the latter makes a pain worse and adds a map."""
    origin = begin(tmp_path / "origin", monkeypatch)
    origin.commit({"company.cjm.yaml": LIBRARY, "shop.cjm.yaml": SHOP, "map of mine.cjm.yaml": SHOP})
    origin.git("tag", "begin")
    origin.commit({"map of mine.cjm.yaml": SHOP.replace("severity: 2", "severity: 4")}, "main goes on")
    forge = Forge(tmp_path, origin)
    forge.propose({"shop.cjm.yaml": WORSE}, {"returns.cjm.yaml": RETURNS})
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "gh").write_text(f'#!/bin/sh\nexec "{sys.executable}" "{Path(__file__).with_name("gh.py")}" "$@"\n')
    (programs / "gh").chmod(0o755)
    monkeypatch.setenv("PATH", str(programs), prepend=":")
    monkeypatch.setenv("GH_COMMENTS", str(tmp_path / "comments.json"))
    forge.say("Nice!", "Why?", "<!-- cjm diff: other -->\nof another action")
    return forge
