"""Graphviz as an engine: both of them agree, neither sees a word of a map, and a missing or broken one is told."""

import re
import shutil
import sys
from pathlib import Path
from random import Random

import pytest

from cjm.errors import CjmError, UsageError
from cjm.render import graph, lay_out, style
from cjm.render.graph import Graph, Link, Node, settle
from cjm.render.layouts.flow import net
from cjm.render.scene import Scene
from tests.kept import MAPS
from tests.kept import journey as load

LOOK = style("light")
SMALL = Graph([Node(0, 40), Node(1, 10), Node(2, 40)], [Link(0, 1), Link(1, 2)])


@pytest.fixture
def bundled(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No program on the PATH: the engine of pygraphviz."""
    monkeypatch.setenv("PATH", str(tmp_path))


def both(graphs: list[Graph], monkeypatch: pytest.MonkeyPatch) -> list[list[tuple[float, ...]]]:
    """Where each of the two engines puts things."""
    assert shutil.which("dot")
    ones = settle(graphs)
    with monkeypatch.context() as patched:
        patched.setenv("PATH", "/nowhere")
        return [ones, settle(graphs)]


def random_graph(seed: int) -> Graph:
    """Layers of a few nodes, and more links than a journey has."""
    chance = Random(seed)
    nodes = [Node(layer, chance.choice((10, 30, 60, 120))) for layer in range(8) for _ in range(chance.randint(1, 4))]
    places = {layer: [place for place, node in enumerate(nodes) if node.layer == layer] for layer in range(8)}
    links = {
        (start, chance.choice(places[layer + 1])): chance.choice((2, 12, 16))
        for layer in range(7)
        for start in places[layer]
        for _ in range(chance.randint(0, 3))
    }
    return Graph(nodes, [Link(*ends, importance) for ends, importance in links.items()])


@pytest.mark.judge("dot")
def test_both_engines_put_everything_in_the_same_place(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = both([random_graph(seed) for seed in range(200)], monkeypatch)
    assert one == other


@pytest.mark.judge("dot")
@pytest.mark.parametrize("size", ["auto", "A4"])
def test_both_engines_draw_the_same_pictures_of_all_maps(size: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Graph] = []

    def spy(graphs: list[Graph]) -> list[tuple[float, ...]]:
        asked.extend(graphs)
        return settle(graphs)

    monkeypatch.setattr(net, "settle", spy)
    for path in MAPS:
        lay_out((load(path),), LOOK, view="flow", size=size)
    for of in ("maps", "systems"):
        lay_out(list(map(load, MAPS)), LOOK, view="flow", of=of, size=size)
    assert asked
    one, other = both(asked, monkeypatch)
    assert one == other


@pytest.mark.usefixtures("bundled")
def test_the_bundled_engine_alone_will_do() -> None:
    (scene,) = lay_out((load(MAPS[0]),), LOOK, view="flow")
    assert isinstance(scene, Scene)


def test_without_an_engine_both_ways_to_install_one_are_told(bundled: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    monkeypatch.setattr(graph, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"apt install graphviz.*pip install 'cjm-toolkit\[flow\]'"):
        settle([SMALL])


BROKEN = {
    "ends with a code": ("print('<svg>'); sys.stderr.write('Segmentation fault'); sys.exit(3)", "ended with code 3"),
    "answers something else": ("print('digraph { }')", "cannot be read"),
    "answers nothing": ("sys.stdin.read()", "cannot be read"),
    "leaves something out": ('print(\'{"bb": "0,0,1,1", "objects": []}\')', "cannot be read"),
    "never answers": ("import time; time.sleep(60)", "no answer after 0.5 seconds"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_engine_is_told_in_our_words(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    code, why = BROKEN[name]
    program = tmp_path / "dot"
    program.write_text(f"#!{sys.executable}\nimport sys\n{code}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(graph, "_PATIENCE", 0.5)
    with pytest.raises(CjmError, match=rf"Graphviz could not lay out the picture: .*{why}"):
        settle([SMALL])
    assert capfd.readouterr().err == ""


def test_nothing_is_asked_of_an_engine_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph, "_run", None)
    assert settle([]) == []
    assert settle([Graph([], [])]) == [()]


def test_graphviz_sees_numbers_alone() -> None:
    text = graph._dot(Graph([Node(0, 40), Node(3, 10)], []))
    assert re.fullmatch(r'[\sA-Za-z0-9_{}\[\]="\'.>;-]+', text)
    names = set(re.findall(r"[A-Za-z_]\w*", text))
    assert {name for name in names if not re.fullmatch(r"n\d+", name)} == {
        "digraph", "graph", "node", "edge", "rankdir", "LR", "nodesep", "ranksep", "shape", "box", "fixedsize", "true",
        "label", "width", "height", "weight", "dir", "none",
    }  # fmt: skip


def test_parts_that_hang_together_by_nothing_stay_in_their_layers() -> None:
    nodes = [Node(0, 40), Node(1, 40), Node(1, 40), Node(2, 40)]
    (heights,) = settle([Graph(nodes, [Link(0, 1), Link(2, 3)])])
    assert abs(heights[1] - heights[2]) >= 40
