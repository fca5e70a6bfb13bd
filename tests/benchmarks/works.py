"""The benchmarks: each yields rows of the table, measured in a folder of its own."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tests.benchmarks import maps, peers
from tests.benchmarks.figures import Figure, Row
from tests.benchmarks.running import Command, Cost, in_turn, peak

ROOT = Path(__file__).parents[2]
CJM = Path(sys.executable).with_name("cjm")
BARE: Command = (sys.executable, "-c", "pass")
MANY = 1000
HUNDRED = 100
PAIRS = 500
COMMITS = 200


@dataclass(frozen=True, slots=True)
class Bench:
    """A project to measure in, and how often."""

    folder: Path
    rounds: int

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def map(self, name: str, stages: int = 8, touchpoints: int = 5, seed: int = 0) -> Path:
        return self.write(f"{name}.cjm.yaml", maps.make(seed, stages, touchpoints))

    def versions(self, name: str, stages: int = 8) -> list[Path]:
        """A map, and the same some edits later."""
        texts = {"before": maps.make(0, stages), "after": maps.later(0, stages)}
        return [self.write(f"{name}.{version}.cjm.yaml", text) for version, text in texts.items()]

    def ask(self, *command: str | Path) -> str:
        return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout

    def uncached(self) -> Command:
        """`cjm validate`, always doing all of its work."""
        has_cache = "--no-cache" in self.ask(CJM, "validate", "--help")
        return (CJM, "validate", *["--no-cache"] * has_cache)

    def in_turn(self, commands: Mapping[str, Command], *, rounds: int = 0, warm_up: bool = True) -> dict[str, Cost]:
        """Of the programs that are installed, the costs."""
        present = {
            name: each for name, each in commands.items() if name not in peers.PEERS or peers.PEERS[name].is_there
        }
        return in_turn(present, self.folder, rounds or self.rounds, warm_up=warm_up)

    def schemas(self) -> None:
        schema = self.ask(CJM, "schema", "map")
        self.write("map.schema.json", schema)
        self.write("ruleset.json", peers.ruleset(schema))


def _against(work: str, costs: Mapping[str, Cost], goals: Mapping[str, float | None]) -> Iterator[Row]:
    """The time of cjm against every peer that ran; then the memory, where no goal is set."""
    ours = costs["cjm"]
    theirs = {name: cost for name, cost in costs.items() if name != "cjm"}
    for name, cost in theirs.items():
        yield Row(work, "ms", ours.time, name, cost.time, goals.get(name))
    for name, cost in theirs.items():
        yield Row(f"{work}, memory", "MiB", ours.memory, name, cost.memory)


def validate(bench: Bench) -> Iterator[Row]:
    """One map of 31 KB, cold."""
    bench.schemas()
    path = bench.map("map")
    costs = bench.in_turn(
        {
            "cjm": (*bench.uncached(), path),
            "yamllint": (peers.PEERS["yamllint"].path, path),
            "check-jsonschema": (peers.PEERS["check-jsonschema"].path, "--schemafile", "map.schema.json", path),
            "spectral": (peers.PEERS["spectral"].path, "lint", path, "--ruleset", "ruleset.json"),
            "bare Python": BARE,
        }
    )
    goals = {"yamllint": 0.6, "check-jsonschema": 0.4, "spectral": 0.2, "bare Python": 12}
    yield from _against("validate one map", costs, goals)


def parse(bench: Bench) -> Iterator[Row]:
    """Reading with places against an empty loop over the parser's events."""
    times = _inside(bench, "parse", bench.map("map"))
    yield Row("parse with places", "ms", times["ours"], "empty loop", times["theirs"], 1.7)


def many(bench: Bench) -> Iterator[Row]:
    """A thousand maps, nothing known of them; two rounds, since spectral takes minutes and gigabytes."""
    bench.schemas()
    paths = [bench.map(f"maps/map-{seed}", seed=seed) for seed in range(MANY)]
    names = [path.relative_to(bench.folder) for path in paths]
    costs = bench.in_turn(
        {
            "cjm": (*bench.uncached(), "maps"),
            "check-jsonschema": (peers.PEERS["check-jsonschema"].path, "--schemafile", "map.schema.json", *names),
            "spectral": (peers.PEERS["spectral"].path, "lint", "maps/*.cjm.yaml", "--ruleset", "ruleset.json"),
        },
        rounds=min(bench.rounds, 2),
        warm_up=False,
    )
    yield from _against(f"validate {MANY} maps, cold", costs, {"check-jsonschema": 0.15, "spectral": 0.2})


def unchanged(bench: Bench) -> Iterator[Row]:
    """A thousand maps that were found fine before."""
    for seed in range(MANY):
        bench.map(f"maps/map-{seed}", seed=seed)
    costs = bench.in_turn({"cjm": (CJM, "validate", "maps"), "bare Python": BARE}, rounds=min(bench.rounds, 5))
    yield from _against(f"validate {MANY} maps, unchanged", costs, {"bare Python": 15})


def lint(bench: Bench) -> Iterator[Row]:
    """One map with all rules, cold; a thousand, cold; a thousand unchanged. Spectral has the schema and five rules."""
    bench.write("ruleset.json", peers.ruleset(bench.ask(CJM, "schema", "map"), peers.FIVE_RULES))
    path = bench.map("map")
    uncached = (CJM, "lint", "--no-cache")
    yield from _against(
        "lint one map",
        bench.in_turn({"cjm": (*uncached, path), "validate": (*bench.uncached(), path)}),
        {"validate": 1.5},
    )
    for seed in range(MANY):
        bench.map(f"maps/map-{seed}", seed=seed)
    costs = bench.in_turn(
        {
            "cjm": (*uncached, "maps"),
            "validate": (*bench.uncached(), "maps"),
            "spectral": (peers.PEERS["spectral"].path, "lint", "maps/*.cjm.yaml", "--ruleset", "ruleset.json"),
        },
        rounds=min(bench.rounds, 2),
        warm_up=False,
    )
    yield from _against(f"lint {MANY} maps, cold", costs, {"validate": 2, "spectral": 0.5})
    costs = bench.in_turn({"cjm": (CJM, "lint", "maps"), "bare Python": BARE}, rounds=min(bench.rounds, 5))
    yield from _against(f"lint {MANY} maps, unchanged", costs, {})


def scaling(bench: Bench) -> Iterator[Row]:
    """Ten times the size, start-up aside: the work must not grow faster than the map."""
    minimal = bench.write("minimal.cjm.yaml", maps.MINIMAL)
    single, tenfold = bench.map("single"), bench.map("tenfold", stages=80)
    commands: dict[str, Command] = {"validate": bench.uncached(), "render": (CJM, "render", "-o", "pictures/")}
    for name, command in commands.items():
        sizes = {"start": minimal, "×1": single, "×10": tenfold}
        costs = bench.in_turn({size: (*command, path) for size, path in sizes.items()})
        start, one, ten = costs.values()
        work = f"{name} a map of 10 × the size"
        yield Row(work, "ms", ten.time.without(start.time), "1 ×", one.time.without(start.time), 12)
        memory = one.memory.without(start.memory)
        yield Row(f"{work}, memory", "MiB", ten.memory.without(start.memory), "1 ×", memory, 12)


def picture(bench: Bench) -> Iterator[Row]:
    """One SVG, cold; one more in the same run; one of 900 cards; a hundred maps in one run."""
    costs = bench.in_turn({"cjm": (CJM, "render", bench.map("map"), "-o", "map.svg"), **_mermaid(bench, "svg")})
    if theirs := costs.get("mermaid-cli"):
        yield Row("one SVG, cold", "ms", costs["cjm"].time, "mermaid-cli", theirs.time, 0.12)
        most = peak(_mermaid(bench, "svg")["mermaid-cli"], bench.folder)
        whole = Figure((most,) * len(costs["cjm"].memory.values))
        yield Row("one SVG, cold, memory", "MiB", costs["cjm"].memory, "mermaid-cli", whole, 0.2)
    several = _inside(bench, "draw", *(bench.map(f"map-{seed}", seed=seed) for seed in range(16)))
    yield Row("draw one more map", "ms", several["draw"], goal=10)
    yield Row("read and draw one more map", "ms", several["read"].plus(several["draw"]))
    stages = 900 // maps.CARDS // 5
    full = [bench.map(f"full-{seed}", stages=stages, seed=seed) for seed in range(6)]
    yield Row("draw one more map of 900 cards", "ms", _inside(bench, "draw", *full)["draw"], goal=100)
    hundred = [bench.map(f"maps/map-{seed}", seed=seed) for seed in range(HUNDRED)]
    (cost,) = bench.in_turn({"cjm": (CJM, "render", *hundred, "-o", "pictures/")}, rounds=min(bench.rounds, 5)).values()
    yield Row(f"draw {HUNDRED} maps in one run", "ms", cost.time, goal=1500)


def forms(bench: Bench) -> Iterator[Row]:
    """The same map as other files, cold, against what mermaid-cli takes for its own: for slides that is a PNG."""
    path = bench.map("map")
    for form, theirs, goal in (("png", "png", 0.25), ("pdf", "pdf", 0.2), ("pptx", "png", 0.5)):
        costs = bench.in_turn({"cjm": (CJM, "render", path, "-o", f"map.{form}"), **_mermaid(bench, theirs)})
        yield from _against(f"one {form.upper()}, cold", costs, {"mermaid-cli": goal})


def _mermaid(bench: Bench, form: str) -> dict[str, Command]:
    """The command of mermaid-cli that draws a journey, where there is the browser that it needs."""
    if not peers.PEERS["chromium"].is_there:
        return {}
    bench.write("journey.mmd", maps.mermaid())
    bench.write("puppeteer.json", peers.puppeteer())
    program = peers.PEERS["mermaid-cli"].path
    return {"mermaid-cli": (program, "-q", "-p", "puppeteer.json", "-i", "journey.mmd", "-o", f"journey.{form}")}


def diff(bench: Bench) -> Iterator[Row]:
    """Two maps of 31 KB, cold; two of ten times the size; many pairs in one run."""
    minimal = [bench.write(f"minimal.{side}.cjm.yaml", maps.MINIMAL) for side in ("before", "after")]
    single, tenfold = bench.versions("single"), bench.versions("tenfold", stages=80)
    generic: Command = (sys.executable, Path(__file__).with_name("generic.py"), *single)
    costs = bench.in_turn({"cjm": (CJM, "diff", *single), "deepdiff": generic})
    yield from _against("compare two maps", costs, {"deepdiff": 0.5})
    sizes = {"start": minimal, "×1": single, "×10": tenfold}
    start, one, ten = bench.in_turn({size: (CJM, "diff", *pair) for size, pair in sizes.items()}).values()
    yield Row(
        "compare maps of 10 × the size", "ms", ten.time.without(start.time), "1 ×", one.time.without(start.time), 12
    )
    for seed in range(PAIRS):
        bench.write(f"old/map-{seed}.cjm.yaml", maps.make(seed))
        bench.write(f"new/map-{seed}.cjm.yaml", maps.later(seed))
    (cost,) = bench.in_turn({"cjm": (CJM, "diff", "old", "new")}, rounds=min(bench.rounds, 3), warm_up=False).values()
    each = Figure(tuple(time / PAIRS for time in cost.time.values))
    yield Row(f"compare one of {PAIRS} pairs", "ms", each, goal=15)
    yield Row(f"compare {PAIRS} pairs, memory", "MiB", cost.memory)


def merge(bench: Bench) -> Iterator[Row]:
    """Three versions of 31 KB into one, against the comparison of two of them; three of ten times the size."""
    texts = {"base": maps.MINIMAL, "ours": f"# A remark\n{maps.MINIMAL}", "theirs": f"{maps.MINIMAL}owner: Sales\n"}
    minimal = [bench.write(f"minimal.{version}.cjm.yaml", text) for version, text in texts.items()]
    single, tenfold = bench.versions("single"), bench.versions("tenfold", stages=80)
    for name, three, stages in (("single", single, 8), ("tenfold", tenfold, 80)):
        three.append(bench.write(f"{name}.theirs.cjm.yaml", maps.later(0, stages, edits=maps.APART)))
    command: Command = (CJM, "merge", "-o", "merged.cjm.yaml")
    costs = bench.in_turn({"cjm": (*command, *single), "diff": (CJM, "diff", *single[:2])})
    yield from _against("merge three maps", costs, {"diff": 2})
    sizes = {"start": minimal, "×1": single, "×10": tenfold}
    start, one, ten = bench.in_turn({size: (*command, *three) for size, three in sizes.items()}).values()
    yield Row(
        "merge maps of 10 × the size", "ms", ten.time.without(start.time), "1 ×", one.time.without(start.time), 12
    )


def log(bench: Bench) -> Iterator[Row]:
    """A map over its history in git."""
    git = ("git", "-C", bench.folder, "-c", "user.name=Dana", "-c", "user.email=dana@example.org")
    bench.ask(*git, "init", "--quiet")
    for edits in range(1, COMMITS + 1):
        bench.write("map.cjm.yaml", maps.later(edits=edits))
        bench.ask(*git, "add", "map.cjm.yaml")
        bench.ask(*git, "commit", "--quiet", "--message", f"Edit {edits}")
    (cost,) = bench.in_turn({"cjm": (CJM, "log", "map.cjm.yaml")}, rounds=min(bench.rounds, 3), warm_up=False).values()
    yield Row(f"log of {COMMITS} commits", "ms", cost.time, goal=10_000)
    yield Row(f"log of {COMMITS} commits, memory", "MiB", cost.memory)


def _inside(bench: Bench, work: str, *paths: Path) -> dict[str, Figure]:
    text = bench.ask(sys.executable, "-m", "tests.benchmarks.inside", work, *paths)
    return {name: Figure(tuple(times)) for name, times in json.loads(text).items()}


def compile_cjm() -> None:
    """Bytecode, as pip makes it on installing: a clone has none, and PYTHONDONTWRITEBYTECODE would keep it so."""
    package = find_spec("cjm")
    folders = package.submodule_search_locations if package else None
    subprocess.run([sys.executable, "-m", "compileall", "-q", *(folders or ())], check=True)


BENCHMARKS: dict[str, Callable[[Bench], Iterator[Row]]] = {
    each.__name__: each for each in (validate, parse, many, unchanged, lint, scaling, picture, forms, diff, merge, log)
}
