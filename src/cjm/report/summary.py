"""How many findings of each kind: the last line of every report."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from cjm.finding import Finding, Severity

RANK = {Severity.ERROR: 3, Severity.WARNING: 2, Severity.INFO: 1}


class Summary(NamedTuple):
    """Files read, and findings by severity."""

    files: int
    errors: int
    warnings: int
    infos: int

    def sentence(self) -> str:
        """The summary in words: ``3 files checked: 1 error, 2 warnings``."""
        return f"{_count(self.files, 'file')} checked: {self.told() or 'nothing to complain about'}."

    def told(self) -> str:
        """The findings in words: ``1 error, 2 warnings``; empty if there are none."""
        counts = [(self.errors, "error"), (self.warnings, "warning"), (self.infos, "info")]
        return ", ".join(_count(number, word) for number, word in counts if number)


def summarise(findings: Iterable[Finding], files: int) -> Summary:
    """Count findings."""
    kinds = [finding.severity for finding in findings]
    return Summary(files, kinds.count(Severity.ERROR), kinds.count(Severity.WARNING), kinds.count(Severity.INFO))


def statistics_of(findings: Iterable[Finding]) -> str:
    """How often each rule was broken, the most frequent first, a line each."""
    counts = Counter(finding.rule for finding in findings)
    width = len(str(max(counts.values(), default=0)))
    return "\n".join(
        f"{count:{width}} {rule}" for rule, count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    )


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
