"""`python -m tests.benchmarks [NAME…]`: measure, and hold against the goals."""

import argparse
import os
import platform
import resource
import sys
import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks.figures import table
from tests.benchmarks.peers import PEERS
from tests.benchmarks.works import BENCHMARKS, Bench, compile_cjm


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure cjm against its peers.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which: {', '.join(BENCHMARKS)}; all unless given")
    parser.add_argument("--rounds", type=int, default=11, help="runs of each program after the warm-up (default: 11)")
    wishes = parser.parse_args()
    if unknown := set(wishes.names) - BENCHMARKS.keys():
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(BENCHMARKS)}")
    say(f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    say(f"Python {platform.python_version()}, cjm {version('cjm-toolkit')}")
    floor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    say(
        f"Memory below {floor:.0f} MiB reads as {floor:.0f} MiB: a child's begins with that of the program that starts it\n"
    )
    for name in wishes.names or BENCHMARKS:
        print(f"{name} …", file=sys.stderr)  # noqa: T201  (a sign of life, apart from the tables)
        compile_cjm()
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "cjm.toml").touch()
            rows = list(BENCHMARKS[name](Bench(Path(folder), wishes.rounds)))
        say(f"{table(rows)}\n")
    missing = [f"  {name}: {peer.install}" for name, peer in PEERS.items() if not peer.is_there]
    if missing:
        say("\n".join(["MISSING PEERS: their rows are left out", *missing]))


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201  (this is a program)


main()
