"""Many random merges, judged: `python -m tests.merge.long N SEED [RULE]`. With a rule, the smallest case of its first failure."""

import argparse
import time
from collections import Counter, defaultdict

from tests.merge.bases import borrowed
from tests.merge.checks import Report, check
from tests.merge.shrink import shrink
from tests.merge.situations import Situation, situation
from tests.merge.verdict import Rank

SHOWN = 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("rule", nargs="?", default="")
    parser.add_argument("--skip", type=int, default=0, help="so many failures of the rule first")
    told = parser.parse_args()
    seeds = range(told.seed, told.seed + told.count)
    if told.rule:
        _smallest(seeds, told.rule, told.skip)
    else:
        _many(seeds)


def _many(seeds: range) -> None:
    sorts: Counter[str] = Counter()
    found: defaultdict[tuple[Rank, str, str], list[str]] = defaultdict(list)
    spent: list[float] = []
    start = time.perf_counter()
    for seed in seeds:
        given = situation(seed)
        report = check(given, borrowed())
        sorts[report.sort] += 1
        if not _is_trivial(given):
            spent.append(report.seconds)
        for rule in _rules(report):
            about = next(each.about for each in report.complaints if (each.rank, each.rule) == rule)
            found[(*rule, report.sort)].append(f"{seed}: {about[:300]}   {given.edits}")
    _say(f"{len(seeds)} merges in {time.perf_counter() - start:.0f} s: {dict(sorts)}")
    _say(f"{sum(spent) / len(spent) * 1000:.1f} ms a merge, at most {max(spent) * 1000:.0f} ms")
    for (rank, name, sort), cases in sorted(found.items()):
        _say(f"{rank.name:9} {name} ({sort}): {len(cases)}")
        _say("\n".join(f"    {case}" for case in cases[:SHOWN]))


def _is_trivial(given: Situation) -> bool:
    return given.base in (given.ours, given.theirs) or given.ours == given.theirs


def _rules(report: Report) -> set[tuple[Rank, str]]:
    return {(each.rank, each.rule) for each in report.complaints}


def _smallest(seeds: range, rule: str, skip: int) -> None:
    for seed in seeds:
        given = situation(seed)
        report = check(given, borrowed())
        sorts = {(each.rule, report.sort) for each in report.complaints if each.rule == rule}
        if not sorts:
            continue
        if skip:
            skip -= 1
            continue
        small = shrink(given, lambda one: _fails(one, rule, report.sort))  # noqa: B023  (it returns)
        _show(seed, small)
        return


def _fails(given: Situation, rule: str, sort: str) -> bool:
    report = check(given, borrowed())
    return report.sort == sort and any(each.rule == rule for each in report.complaints)


def _show(seed: int, given: Situation) -> None:
    report = check(given, borrowed())
    _say(f"{seed}: {given.edits}")
    for name, text in zip(("base", "ours", "theirs"), given[:3], strict=True):
        _say(f"--- {name}\n{text}")
    _say(f"--- {report.sort}\n{report.outcome.text if report.outcome else ''}")
    if report.outcome:
        _say(f"--- told: {report.outcome.told}, doubts: {report.outcome.doubts}")
    for each in report.complaints:
        _say(f"{each.rank.name} {each.rule}: {each.about}")


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201  (this is a program)


if __name__ == "__main__":
    main()
