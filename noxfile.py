"""The one test command. `nox` runs every check; `nox -s tests -- -k emotion` runs a part of the tests."""

import os
import sys
from pathlib import Path

import nox

# Sessions run in the environment that nox itself is installed in, even when that is not on PATH.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
sys.path.insert(0, str(Path(__file__).parent))

from tests.judges import JUDGES, are_required

nox.options.default_venv_backend = "none"


@nox.session
def format(session: nox.Session) -> None:
    session.run("ruff", "format", "--check", ".")


@nox.session
def lint(session: nox.Session) -> None:
    session.run("ruff", "check", ".")


@nox.session
def types(session: nox.Session) -> None:
    session.run("mypy")


@nox.session
def contracts(session: nox.Session) -> None:
    session.run("lint-imports")


@nox.session
def tests(session: nox.Session) -> None:
    coverage = () if session.posargs else ("--cov",)  # a part of the tests cannot reach the bar
    session.run("pytest", "-n", "auto", *coverage, *session.posargs)


@nox.session
def judges(session: nox.Session) -> None:
    """Tells last, so that it is seen, which outside programs have judged nothing."""
    missing = [f"  {name}: {judge.install}" for name, judge in JUDGES.items() if judge.path is None]
    if not missing:
        return
    report = "\n".join(["MISSING JUDGES", *missing, "The tests that need them have proved nothing"])
    if are_required():
        session.error(report)
    session.skip(report)


@nox.session(default=False)
def fonts(session: nox.Session) -> None:
    session.run("python", "tests/fonts/build.py", *session.posargs)


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """Measures against peers, on request only: a time on a busy machine proves nothing."""
    session.run("python", "-m", "tests.benchmarks", *session.posargs)
