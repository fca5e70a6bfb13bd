"""Graphviz as a layout engine: what stands in layers, in which order it stands there, and how high.

Layers go from left to right. What is laid out has a size and a layer; links lead from one layer to the next. Graphviz
orders each layer so that few links cross, and sets all so that links are short and the important ones straight.

The engine is the program ``dot`` where it is installed, else the one that the package pygraphviz brings. The DOT text
holds numbers and ids made here, never a word of a map. All links weigh differently, so that one drawing is best, and
every version of Graphviz finds the same.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from math import ceil
from typing import Any, NamedTuple

from cjm.errors import CjmError, UsageError

_INCH = 72.0
_APART = 6.0  # points between two things in a layer
_PATIENCE = 60.0  # seconds for all graphs of a picture
_STEP, _PRIME = (
    1000,
    997,
)  # what a link weighs: so much for each degree of importance, and less than that to tell it apart

_MISSING = (
    "This view needs Graphviz. Install it with your system’s package manager (Debian and Ubuntu: apt install graphviz; "
    "macOS: brew install graphviz; Windows: winget install graphviz), or with: pip install 'cjm-toolkit[flow]'."
)


class Node(NamedTuple):
    """Something to be set: its layer, and how much room it takes there from top to bottom, in points."""

    layer: int
    height: float


class Link(NamedTuple):
    """From one node to one of the next layer, by their places in the list; the more important, the straighter."""

    start: int
    end: int
    importance: int = 1


class Graph(NamedTuple):
    """Nodes in layers, and links between neighbouring layers."""

    nodes: Sequence[Node]
    links: Sequence[Link]


def settle(graphs: Sequence[Graph]) -> list[tuple[float, ...]]:
    """How far down the middle of each node stands, for each graph, in points; those of a layer keep apart.

    Raises ``UsageError`` where there is no Graphviz, and ``CjmError`` where it fails.
    """
    filled = [graph for graph in graphs if graph.nodes]
    answers = _run([_dot(graph) for graph in filled]) if filled else []
    if len(answers) != len(filled):
        raise _failure("what it answered cannot be read")
    rest = iter(answers)
    return [_heights(next(rest), len(graph.nodes)) if graph.nodes else () for graph in graphs]


def _dot(graph: Graph) -> str:
    """The graph in Graphviz’ language."""
    from graphviz import Digraph  # noqa: PLC0415 -- 45 ms, for this view alone

    text = Digraph(
        graph_attr={"rankdir": "LR", "nodesep": _inches(_APART), "ranksep": "0.5"},
        node_attr={"shape": "box", "fixedsize": "true", "label": "", "width": "0.5"},
        edge_attr={"dir": "none"},
    )
    nodes, links = list(graph.nodes), list(graph.links)
    links += _anchors(nodes, links)
    for place, node in enumerate(nodes):
        text.node(f"n{place}", height=_inches(2 * ceil(node.height / 2)))  # halves of points are rounded at will
    for place, link in enumerate(links):
        text.edge(f"n{link.start}", f"n{link.end}", weight=str(_weight(place, link)))
    return str(text.source)


def _inches(points: float) -> str:
    return f"{points / _INCH:.9f}"


def _weight(place: int, link: Link) -> int:
    """The weight of a link: no two sets of links of a node shall weigh the same."""
    return link.importance * _STEP + (place * place * 7919 + place * 104729) % _PRIME


def _anchors(nodes: list[Node], links: Iterable[Link]) -> list[Link]:
    """Links that hold everything in its layer: from a node of the first layer to each part that begins further on.

    Adds the nodes on the way.
    """
    parts = _parts(len(nodes), links)
    first = min(node.layer for node in nodes)
    root = next(place for place, node in enumerate(nodes) if node.layer == first)
    found: list[Link] = []
    for part in parts:
        place = min(part, key=lambda each: nodes[each].layer)
        if nodes[place].layer == first:
            continue
        last = root
        for layer in range(first + 1, nodes[place].layer):
            nodes.append(Node(layer, 1))
            found.append(Link(last, len(nodes) - 1, 0))
            last = len(nodes) - 1
        found.append(Link(last, place, 0))
    return found


def _parts(count: int, links: Iterable[Link]) -> list[list[int]]:
    """The nodes that hang together, each part in the order of its nodes."""
    leader = list(range(count))

    def lead(place: int) -> int:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    for link in links:
        one, other = sorted((lead(link.start), lead(link.end)))
        leader[other] = one
    found: dict[int, list[int]] = {}
    for place in range(count):
        found.setdefault(lead(place), []).append(place)
    return list(found.values())


def _heights(told: Any, count: int) -> tuple[float, ...]:
    """The places of the nodes as Graphviz tells them, from the top down."""
    try:
        high = float(told["bb"].split(",")[3])
        found = {each["name"]: round(high - float(each["pos"].split(",")[1])) for each in told["objects"]}
        return tuple(found[f"n{place}"] for place in range(count))
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        raise _failure("what it answered cannot be read") from error


def _run(texts: Sequence[str]) -> list[Any]:
    """What Graphviz makes of graphs, as JSON says it."""
    if program := shutil.which("dot"):
        return _answers(_ask([program, "-Tjson0"], "\n".join(texts)))
    if find_spec("pygraphviz") is None:
        raise UsageError(_MISSING)
    # In a process of its own: it may crash, take too long, and write to standard error.
    return _answers(_ask([sys.executable, "-P", "-m", __name__], json.dumps(texts)))


def _ask(command: Sequence[str], text: str) -> str:
    """What a program answers. What it says on standard error helps nobody: it is about text of ours."""
    try:
        done = subprocess.run(  # noqa: S603 -- a program that was found on the path, and no shell
            command, input=text.encode(), capture_output=True, check=False, timeout=_PATIENCE
        )
    except subprocess.TimeoutExpired as error:
        raise _failure(f"it had no answer after {_PATIENCE:g} seconds") from error
    except OSError as error:
        raise _failure(f"{command[0]} cannot be started: {error.strerror}") from error
    if done.returncode:
        raise _failure(f"{command[0]} ended with code {done.returncode}")
    return done.stdout.decode("utf-8", "replace")


def _answers(text: str) -> list[Any]:
    """JSON values one behind the other."""
    decoder, found, place = json.JSONDecoder(), [], 0
    text = text.strip()
    while place < len(text):
        try:
            value, place = decoder.raw_decode(text, place)
        except ValueError as error:
            raise _failure("what it answered cannot be read") from error
        found.append(value)
        place += len(text[place:]) - len(text[place:].lstrip())
    return found


def _failure(why: str) -> CjmError:
    return CjmError(f"Graphviz could not lay out the picture: {why}. Does dot -V work? If not, install it anew.")


def _serve() -> None:
    """Answer like ``dot`` does, with the engine of pygraphviz: a list of DOT texts comes in."""
    from pygraphviz import AGraph  # noqa: PLC0415 -- only here, in a process of its own

    for text in json.loads(sys.stdin.buffer.read()):
        sys.stdout.buffer.write(AGraph(string=text).draw(format="json0", prog="dot"))


if __name__ == "__main__":
    _serve()
