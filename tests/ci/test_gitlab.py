"""The GitLab template: its jobs run as shell, against a server that plays GitLab's notes."""

import json
import os
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.ci.conftest import BIN, ROOT, Forge

MARKER = "<!-- cjm diff -->\n"
NOTES = "/api/v4/projects/3/merge_requests/7/notes"
PAGE = 2


class Notes(BaseHTTPRequestHandler):
    """Lists notes page by page, adds one, changes one; knows one token."""

    kept: list[dict[str, Any]]
    asked: list[str]

    def do_GET(self) -> None:
        page = int(self.path.rpartition("page=")[2])
        assert self.path == f"{NOTES}?sort=asc&per_page=100&page={page}"
        rest = self.kept[page * PAGE :]
        self._answer(self.kept[(page - 1) * PAGE : page * PAGE], page + 1 if rest else "")

    def do_POST(self) -> None:
        assert self.path == NOTES
        self.kept.append({"id": 100 + len(self.kept), **self._given()})
        self._answer(self.kept[-1])

    def do_PUT(self) -> None:
        (note,) = (each for each in self.kept if self.path == f"{NOTES}/{each['id']}")
        note |= self._given()
        self._answer(note)

    def _given(self) -> dict[str, Any]:
        assert self.headers["Content-Type"] == "application/json"
        given: dict[str, Any] = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        return given

    def _answer(self, value: Any, following: int | str = "") -> None:
        assert self.headers["PRIVATE-TOKEN"] == "secret"
        self.asked.append(self.command)
        self.send_response(200)
        self.send_header("x-next-page", str(following))
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing on the terminal."""


@pytest.fixture
def server() -> Iterator[HTTPServer]:
    Notes.kept = [{"id": number, "body": "Nice!"} for number in range(3)]
    Notes.asked = []
    with HTTPServer(("127.0.0.1", 0), Notes) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def run(job: str, forge: Forge, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Run the script of a job in the clone, as the runner of GitLab does."""
    script = YAML(typ="safe").load((ROOT / "docs" / "gitlab-ci.yml").read_text("utf-8"))[job]["script"]
    path = os.pathsep.join((str(BIN), os.environ["PATH"]))
    base = {"PATH": path, "CI_MERGE_REQUEST_DIFF_BASE_SHA": forge.origin.git("rev-parse", "begin^{commit}")}
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", "\n".join(script)],
        cwd=forge.clone,
        env={**os.environ, **base, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_lint_writes_reports(forge: Forge) -> None:
    forge.check_out()
    done = run("cjm-lint", forge, CJM_LINT_ARGS="--fail-on info --profile review", CJM_PATHS="shop.cjm.yaml")
    assert done.returncode == 1
    assert "shop.cjm.yaml:16:13" in done.stdout
    assert "returns" not in done.stdout
    found = json.loads((forge.clone / "cjm-quality.json").read_text("utf-8"))
    assert {finding["location"]["path"] for finding in found} == {"shop.cjm.yaml"}
    assert (forge.clone / "cjm-junit.xml").exists()


def test_one_note_is_kept_up_to_date(forge: Forge, server: HTTPServer) -> None:
    forge.check_out("refs/heads/proposal", "--depth=50")
    known = {
        "CJM_TOKEN": "secret",
        "CI_API_V4_URL": f"http://127.0.0.1:{server.server_port}/api/v4",
        "CI_PROJECT_ID": "3",
        "CI_MERGE_REQUEST_IID": "7",
    }
    assert run("cjm-diff", forge, **known).returncode == 0
    assert Notes.asked == ["GET", "GET", "POST"]
    assert Notes.kept[3]["body"].startswith(f"{MARKER}**2 maps, 2 changes: 1 worsened, 1 neutral**\n")
    assert sorted(path.name for path in (forge.clone / "cjm" / "pictures").iterdir()) == ["returns.svg", "shop.svg"]

    done = run("cjm-diff", forge, **known, CJM_DIFF_ARGS="--fail-on worsened", CJM_PATHS="shop.cjm.yaml")
    assert done.returncode == 1
    assert "severity 2 → 5" in done.stdout
    assert Notes.asked[3:] == ["GET", "GET", "PUT"]
    assert "**1 change: 1 worsened" in Notes.kept[3]["body"]

    assert run("cjm-diff", forge, **known, CJM_PATHS="company.cjm.yaml").returncode == 0
    assert Notes.kept[3]["body"] == f"{MARKER}No map is changed by this merge request any more.\n"
    assert len(Notes.kept) == 4


def test_without_changes_no_note(forge: Forge, server: HTTPServer) -> None:
    forge.propose({"README.md": "Hello"})
    forge.check_out("refs/heads/proposal", "--depth=50")
    url = f"http://127.0.0.1:{server.server_port}/api/v4"
    known = {"CJM_TOKEN": "secret", "CI_API_V4_URL": url, "CI_PROJECT_ID": "3", "CI_MERGE_REQUEST_IID": "7"}
    assert run("cjm-diff", forge, **known).returncode == 0
    assert Notes.asked == ["GET", "GET"]


def test_merged_results_tell_only_what_the_request_brings(forge: Forge) -> None:
    """In such a pipeline HEAD holds the target branch, and there may be no token."""
    forge.check_out("refs/pull/7/merge", "--depth=50")
    target = forge.origin.git("rev-parse", "main")
    done = run("cjm-diff", forge, CI_MERGE_REQUEST_TARGET_BRANCH_SHA=target)
    assert done.returncode == 0
    assert "map of mine" not in done.stdout
    assert "severity 2 → 5" in (forge.clone / "cjm" / "changes.md").read_text("utf-8")
