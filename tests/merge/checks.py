"""What is wrong with the merge of a situation, in all: by the oracle, by the program's own proof, by its exceptions."""

import re
import time
import traceback
from collections.abc import Mapping
from typing import NamedTuple

from tests.merge.laws import broken
from tests.merge.oracle import judge
from tests.merge.run import Outcome, decide, errors, run
from tests.merge.situations import Situation
from tests.merge.verdict import Complaint, Rank, Verdict


class Report(NamedTuple):
    """What came of one merge. ``sort``: merged, conflict, lines (a conflict told by lines), doubt or crash."""

    sort: str
    complaints: tuple[Complaint, ...]
    seconds: float
    outcome: Outcome | None = None


def check(given: Situation, known: Mapping[str, str]) -> Report:
    """Merge, and judge what came of it."""
    start = time.perf_counter()
    try:
        outcome = run(given.base, given.ours, given.theirs)
    except Exception as error:  # noqa: BLE001  (whatever a bug raises)
        last = traceback.extract_tb(error.__traceback__)[-1]
        about = f"{type(error).__name__} in {last.name}"
        return Report("crash", (Complaint(Rank.LOST, about, str(error)),), time.perf_counter() - start)
    seconds = time.perf_counter() - start
    texts = (given.base, given.ours, given.theirs)
    if outcome.code == 0:
        laws = (Complaint(Rank.PLACE, rule, about) for rule, about in broken(given, known, outcome))
        complaints = (*_wrong(outcome.text, ""), *judge((*texts, outcome.text), known).complaints, *laws)
        return Report("merged", complaints, seconds, outcome)
    if outcome.code != 1:
        return Report("crash", (Complaint(Rank.LOST, f"exit code {outcome.code}", ""),), seconds, outcome)
    if outcome.doubts:
        words = re.sub("‘.*’", "…", outcome.doubts[0]).split()
        complaints = (Complaint(Rank.NEEDLESS, f"doubt: {' '.join(words[:3])} {words[-1]}", "; ".join(outcome.doubts)),)
        is_real = outcome.doubts[0].startswith("There is no")  # one refers to what the other deleted
        return Report("doubt", complaints if not is_real and _is_easy(given, known) else (), seconds, outcome)
    sort = "lines" if outcome.is_by_lines else "conflict"
    return Report(sort, tuple(_marked(given, outcome, known)), seconds, outcome)


def _wrong(text: str, about: str) -> list[Complaint]:
    found = [Complaint(Rank.LOST, f"invalid {about}".strip(), each) for each in errors(text)[:1]]
    if 0 < text.count("\r\n") < text.count("\n"):
        found.append(Complaint(Rank.FORM, "mixed line ends", ""))
    return found


def _marked(given: Situation, outcome: Outcome, known: Mapping[str, str]) -> list[Complaint]:
    """What is wrong with a text that holds conflicts, whichever side they are decided for."""
    try:
        ours, theirs = decide(outcome.text, "ours"), decide(outcome.text, "theirs")
    except ValueError as error:
        return [Complaint(Rank.LOST, "markers", str(error))]
    if outcome.is_by_lines:
        return [Complaint(Rank.NEEDLESS, "by lines", "; ".join(outcome.told))]
    found: list[Complaint] = []
    texts = (given.base, given.ours, given.theirs)
    verdicts: list[Verdict] = []
    for text, other, side in ((ours, theirs, "ours"), (theirs, ours, "theirs")):
        found += _wrong(text, f"as {side}")
        verdicts.append(judge((*texts, text), known, other, side))  # type: ignore[arg-type]
        found += verdicts[-1].complaints
    if not any(verdict.must or {each for each in verdict.may if not each.startswith("~")} for verdict in verdicts):
        found.append(Complaint(Rank.NEEDLESS, "no conflict", "; ".join(outcome.told)))
    wide = {each for verdict in verdicts for each in verdict.may if each.startswith("~")}
    if wide and not found:
        found.append(Complaint(Rank.FORM, "wide", f"{'; '.join(outcome.told)}: {min(wide)}"))
    return found


def _is_easy(given: Situation, known: Mapping[str, str]) -> bool:
    """Whether both sides changed other elements: then nothing can be in doubt."""
    verdict = judge((given.base, given.ours, given.theirs, given.ours), known)
    return not verdict.must
