"""What every test shares: judges that may be missing, and how hard hypothesis searches."""

import os
from collections import defaultdict
from collections.abc import Generator

import pytest
from hypothesis import settings

from tests.judges import JUDGES, are_required

MISSING = "missing judge"  # a property of the test's report, so that it travels home from an xdist worker

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=200)
settings.register_profile("long", derandomize=False, deadline=None, max_examples=20_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.hookimpl(tryfirst=True)  # before any fixture asks for the program
def pytest_runtest_setup(item: pytest.Item) -> None:
    wanted = {name: JUDGES.get(name) for mark in item.iter_markers("judge") for name in mark.args}
    unknown = [name for name, judge in wanted.items() if judge is None]
    if unknown:
        pytest.fail(f"no such judge: {', '.join(unknown)}; the table is in tests/judges.py", pytrace=False)
    missing = [name for name, judge in wanted.items() if judge and judge.path is None]
    item.user_properties += [(MISSING, name) for name in missing]
    reason = f"missing {', '.join(missing)}"
    if missing and are_required():
        pytest.fail(f"{reason}, and CJM_ALL wants every judge", pytrace=False)
    if missing:
        pytest.skip(reason)


@pytest.hookimpl(wrapper=True, tryfirst=True)  # outermost, so that this is the last thing a reader sees
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Generator[None]:
    yield
    tests: defaultdict[str, set[str]] = defaultdict(set)
    for report in (report for reports in terminalreporter.stats.values() for report in reports):
        for key, name in getattr(report, "user_properties", ()):
            if key == MISSING:
                tests[name].add(report.nodeid)
    if tests:
        terminalreporter.section("missing judges", sep="!", red=True, bold=True)
    for name, nodes in sorted(tests.items()):
        count = f"{len(nodes)} test{'s'[: len(nodes) > 1]}"
        terminalreporter.line(f"{name}: {count} not judged; {JUDGES[name].install}", red=True)
