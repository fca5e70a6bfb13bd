"""What is said of the rules of reading is so: held against the catalogue of errors."""

import re
from collections import defaultdict
from pathlib import Path

from cjm.finding import Severity
from cjm.lint.reading import MILDER, READING
from cjm.report.summary import RANK

ERRORS = Path(__file__).parents[1] / "errors"
TOLD = re.compile(r"^\S+  (error|warning|info)  .*\[([a-z-]+)\]$", re.MULTILINE)


def test_only_the_milder_rules_find_no_errors() -> None:
    found: defaultdict[str, set[Severity]] = defaultdict(set)
    for path in ERRORS.glob("*.txt"):
        for severity, rule in TOLD.findall(path.read_text("utf-8")):
            found[rule].add(Severity(severity))
    assert {*found} == {*READING} - {"duplicate-map"}, "which takes two maps"
    worst = {rule: max(severities, key=RANK.__getitem__) for rule, severities in found.items()}
    assert worst == {rule: MILDER.get(rule, Severity.ERROR) for rule in found}
