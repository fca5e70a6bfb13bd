"""What is measured within one process, as lists of milliseconds in JSON: `python -m tests.benchmarks.inside WORK MAP…`."""

import gc
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import cjm


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def parse(paths: Sequence[str]) -> dict[str, list[float]]:
    """A map read with its places, in turn with a loop that takes the parser's events and does nothing."""
    from _ruamel_yaml import CParser, StreamEndEvent  # noqa: PLC0415  (the drawing below is not to wait for it)

    from cjm.source.document import Document  # noqa: PLC0415

    data = Path(paths[0]).read_bytes()
    text = data.decode()

    def empty() -> None:
        get_event = CParser(text).get_event
        while type(get_event()) is not StreamEndEvent:
            pass

    gc.disable()
    times: dict[str, list[float]] = {"ours": [], "theirs": []}
    for turn in range(110):
        ours, theirs = milliseconds(lambda: Document.parse("map.cjm.yaml", data)), milliseconds(empty)
        if turn >= 10:
            times["ours"].append(ours)
            times["theirs"].append(theirs)
        gc.collect()
    return times


def draw(paths: Sequence[str]) -> dict[str, list[float]]:
    """Maps read and drawn one after another; the first, which brings fonts and themes along, is not counted.

    Garbage is left where it is, as in a run of the command line.
    """
    gc.disable()
    times: dict[str, list[float]] = {"read": [], "draw": []}
    for path in paths:
        start = time.perf_counter()
        (journey,) = cjm.load(path).maps
        middle = time.perf_counter()
        cjm.draw(journey)
        times["read"].append((middle - start) * 1000)
        times["draw"].append((time.perf_counter() - middle) * 1000)
    return {name: values[1:] for name, values in times.items()}


if __name__ == "__main__":
    works = {"parse": parse, "draw": draw}
    json.dump(works[sys.argv[1]](sys.argv[2:]), sys.stdout)
