"""Whole processes, in turn: how long each takes, and how much memory at its peak. Linux only.

The kernel counts a child's memory from its parent's at the fork, so what runs here stays small: nothing of cjm is
imported, and what is measured inside a process runs in one of its own.
"""

import os
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.figures import Figure

Command = Sequence[str | Path]
TICK = 0.02  # seconds between two looks at the memory of a tree of processes


class Failed(Exception):  # noqa: N818  (names what happened)
    """A program did not do its work, so its time means nothing."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds and MiB of several runs."""

    time: Figure
    memory: Figure


def in_turn(commands: Mapping[str, Command], folder: Path, rounds: int, *, warm_up: bool = True) -> dict[str, Cost]:
    """Run A B C, A B C …: what disturbs the machine disturbs all of them."""
    times: dict[str, list[float]] = defaultdict(list)
    memories: dict[str, list[float]] = defaultdict(list)
    for turn in range(-warm_up, rounds):
        for name, command in commands.items():
            seconds, mebibytes = run(command, folder)
            if turn >= 0:
                times[name].append(seconds * 1000)
                memories[name].append(mebibytes)
    return {name: Cost(Figure(tuple(times[name])), Figure(tuple(memories[name]))) for name in commands}


def run(command: Command, folder: Path) -> tuple[float, float]:
    """Seconds and MiB of one run; of a program with children, the memory of the largest process."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = _start(command, folder, output.fileno())
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            text = output.read()[-2000:].decode(errors="replace")
            raise Failed(f"{Path(command[0]).name} ended with {process.returncode}:\n{text}")
    return seconds, usage.ru_maxrss / 1024


def peak(command: Command, folder: Path) -> float:
    """MiB of a program together with all its children, at the fullest moment seen; shared pages count once."""
    process = _start(command, folder, subprocess.DEVNULL)
    most = 0
    while process.poll() is None:
        most = max(most, sum(map(_proportional, _tree(process.pid))))
        time.sleep(TICK)
    return most / 1024


def _start(command: Command, folder: Path, output: int) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
    )  # fmt: skip


def _tree(pid: int) -> Iterator[int]:
    """A process and what it has started, down to the last."""
    children = defaultdict(list)
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = path.read_text(errors="replace").rpartition(")")[2].split()[1]
        except OSError:  # it has just ended
            continue
        children[int(parent)].append(int(path.parent.name))
    todo = [pid]
    while todo:
        yield (found := todo.pop())
        todo += children[found]


def _proportional(pid: int) -> int:
    """KiB of a process, pages that several share in parts."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:  # it has just ended, or is not ours to look at
        return 0
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0)
