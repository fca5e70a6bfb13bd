"""An editor's view of a map: a real YAML language server with the schema that ``cjm schema map`` writes."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from cjm.model.channel import CHANNELS
from cjm.model.metric import MetricKind
from cjm.model.moment import Touchpoint
from cjm.model.schema import FEELINGS
from cjm.model.shape import shapes
from tests.judged.language_server import LanguageServer, serve
from tests.judges import program

pytestmark = pytest.mark.judge("yaml-language-server")

SETTINGS = {"yaml": {"schemaStore": {"enable": False}, "validate": True, "completion": True, "hover": True}}
HEAD = """\
# yaml-language-server: $schema=map.schema.json
cjm: 1
title: A library card
stages:
  - name: Sign up
"""
SLIPS = f"""{HEAD}
    thinsk: Why?                    # Property thinsk is not allowed
    feels: [1]                      # Incorrect type
    wait: long                      # String does not match the pattern
    pains:
      - They ask for a letter
      - text: They close at five
        severity: 9                 # Value is above the maximum of 5
    touchpoints:
      - name: Desk
        says: {{text: No, by: {{}}}}    # Incorrect type
        onstage: {{automaton: yes}}   # Property automaton is not allowed
        status: in-place            # Value is not accepted
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the schema, as a user would make it."""
    folder = tmp_path_factory.mktemp("editor")
    subprocess.run([sys.executable, "-m", "cjm", "schema", "map", "-o", "map.schema.json"], cwd=folder, check=True)
    return folder


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[LanguageServer]:
    script = Path(program("yaml-language-server"), "bin", "yaml-language-server")
    with serve(["node", str(script), "--stdio"], folder, SETTINGS) as server:
        yield server


def completions(server: LanguageServer, path: Path, text: str) -> dict[str, dict[str, Any]]:
    """What is proposed where the text ends, by label."""
    server.open(path, text)
    *lines, last = text.split("\n")
    place = {"textDocument": {"uri": path.as_uri()}, "position": {"line": len(lines), "character": len(last)}}
    answer = server.ask("textDocument/completion", place)
    return {item["label"]: item for item in answer["items"]}


@pytest.mark.parametrize("name", [path.name for path in sorted(Path(__file__).parents[2].glob("*/*.cjm.yaml"))])
def test_the_project_s_maps_are_fine(server: LanguageServer, folder: Path, name: str) -> None:
    path = folder / name
    (source,) = Path(__file__).parents[2].glob(f"*/{name}")
    server.open(path, HEAD.splitlines()[0] + "\n" + source.read_text("utf-8"))
    told = server.diagnostics(path)
    assert (told == []) is ("kind: library" not in source.read_text("utf-8")), told


def test_each_slip_is_told_on_its_line(server: LanguageServer, folder: Path) -> None:
    path = folder / "slips.cjm.yaml"
    server.open(path, SLIPS)
    told = {(item["range"]["start"]["line"], item["message"]) for item in server.diagnostics(path)}
    lines = [line.partition(" # ") for line in SLIPS.splitlines()]
    wanted = {number: words for number, (_, _, words) in enumerate(lines) if words}
    assert len(wanted) == 7
    unexpected = [(line, words) for line, words in told if not words.startswith(wanted.get(line, "?"))]
    # A step without its key lacks that key, too.
    assert unexpected == [(SLIPS[: SLIPS.index("automaton")].count("\n"), 'Missing property "does".')]
    assert {line for line, _ in told} == {*wanted}


def test_keys_of_a_touchpoint_with_what_they_mean(server: LanguageServer, folder: Path) -> None:
    items = completions(server, folder / "keys.cjm.yaml", f"{HEAD}    touchpoints:\n      - name: Desk\n        ")
    known = shapes(Touchpoint)
    assert {*known} - {"name"} <= {*items}
    for key in ("thinks", "feels", "for", "pains", "metrics", "moment_of_truth"):
        assert items[key]["documentation"] == known[key].doc


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("channel: ", CHANNELS),
        ("channel: [web, ", CHANNELS),
        ("channel:\n      - ", CHANNELS),
        ("feels: ", FEELINGS),
        ("feels:\n      ", ("score", "emotion")),
        ("metrics:\n      ", get_args(MetricKind)),
        ("pains:\n      - ", ("text", "severity", "causes")),
        ("backstage:\n      - ", ("does", "actor", "automation")),
        ("moment_of_truth:\n      ", ("why", "kind")),
        ("opportunities:\n      - title: A\n        status: ", ("idea", "planned", "in_progress")),
    ],
)
def test_words_that_fit(server: LanguageServer, folder: Path, lines: str, words: tuple[str, ...]) -> None:
    items = completions(server, folder / f"word-{hash(lines)}.cjm.yaml", f"{HEAD}    {lines}")
    assert {*words} <= {*items}
