"""One rule asked about one map, given as text."""

from datetime import date

from cjm.config import Lint
from cjm.lint.rule import Value
from cjm.lint.rules import RULES
from cjm.lint.run import judge
from cjm.lint.settings import settle
from tests.texts import Reading, read

TODAY = date(2026, 11, 22)
OTHER = "cjm: 1\ntitle: Another map, that `part_of` and `compares_to` may name\nstages: [{name: One, does: Waits}]"


def ask(rule: str, text: str, **options: Value) -> list[str]:
    """The texts that a rule points at in a map, each in its first line; the map itself may hold no error."""
    reading = _read(text)
    assert [each.message for each in reading.findings if each.severity == "error"] == []
    settings = settle(Lint(rules={rule: options}), Lint(select=(rule,)), RULES, TODAY)
    return [reading.text(finding) for finding in judge(reading.journey, settings)]


def slugs(text: str) -> list[str]:
    """All rules that find something in a map, without what only follows from something else."""
    everything = settle(Lint(), Lint(extend_select=tuple(rule.slug for rule in RULES)), RULES, TODAY)
    return [finding.rule for finding in judge(_read(text).journey, everything)]


def _read(text: str) -> Reading:
    title = "" if text.startswith("title:") else "title: T\n"
    return read({"map": f"cjm: 1\n{title}{text}", "other": OTHER}, "map")


def stages(*lines: str, head: str = "") -> str:
    """A map of one stage for each line, which holds what is in the stage besides its name: ``does: X, feels: 1``."""
    body = "\n".join(
        f"  - {{name: S{number}{', ' if line else ''}{line}}}" for number, line in enumerate(lines, start=1)
    )
    return f"{head}\nstages:\n{body}\n"
