"""Programs run in turn, and one that fails is told of; how long they take is nobody's business here."""

import sys
from pathlib import Path

import pytest

from tests.benchmarks.running import Command, Failed, in_turn, peak, run


def python(code: str) -> Command:
    return (sys.executable, "-c", code)


def test_in_turn(tmp_path: Path) -> None:
    commands = {name: python(f"open('log', 'a').write('{name}')") for name in "ab"}
    costs = in_turn(commands, tmp_path, 3)
    assert (tmp_path / "log").read_text() == "ab" * 4  # the first round warms up
    assert list(costs) == ["a", "b"]
    assert all(cost.time.median > 0 and cost.memory.median > 1 for cost in costs.values())


def test_a_failure_is_no_figure(tmp_path: Path) -> None:
    with pytest.raises(Failed, match=r"ended with 3:\nno such schema"):
        run(python("print('no such schema'); raise SystemExit(3)"), tmp_path)


def test_memory_of_children_counts(tmp_path: Path) -> None:
    hold = "import subprocess, sys, time; block = bytearray({size} << 20); {then}"
    child = hold.format(size=40, then="time.sleep(0.5)")
    parent = hold.format(size=40, then=f"subprocess.run([sys.executable, '-c', {child!r}])")
    assert peak(python(parent), tmp_path) > 80
