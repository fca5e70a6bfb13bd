"""Judges a merge by the texts alone: what was lost, changed by nobody, put elsewhere, or held to be a conflict without need."""

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping

from tests.merge.judging import Judge
from tests.merge.meaning import Item, understand
from tests.merge.nodes import Unreadable, parse
from tests.merge.remarks import Page, remarks, rewritten, sheet
from tests.merge.verdict import Complaint, Name, Rank, Trial, Verdict
from tests.merge.versions import Alias, declared, shared, supposed, version

MOST = 5  # guesses at what was called otherwise that are tried in all combinations
RANKS = {"comment lost": Rank.LOST, "comment back": Rank.FORM}


def judge(
    texts: tuple[str, str, str, str], known: Mapping[str, str], other: str | None = None, chosen: Name = "ours"
) -> Verdict:
    """Judge base, ours, theirs and the merged text; ``other`` is the merged text with conflicts decided for the other side.

    Where it is open what was called otherwise, the reading that leaves the least to complain about counts.
    """
    whole = texts if other is None else (*texts, other)
    try:
        roots = [understand(parse(text), known) for text in whole]
    except Unreadable as error:
        return Verdict([Complaint(Rank.LOST, "unreadable", str(error))], set(), set())
    verdicts = []
    for aliases in _readings(roots):
        trial = _trial(roots, aliases, chosen)
        pages = [Page(sheet(text), one) for text, one in zip(whole, trial.versions, strict=True)]
        verdict = Judge(trial, pages).verdict()
        verdicts.append(verdict._replace(complaints=[*verdict.complaints, *_form(pages)]))
        if not verdicts[-1].complaints and (other is None or verdict.must | verdict.may):
            break
    best = min(verdicts, key=lambda each: _weight(each.complaints))
    return best._replace(may=set().union(*(each.may | each.must for each in verdicts)))


def _form(pages: list[Page]) -> Iterator[Complaint]:
    """What is wrong beside the data."""
    other = pages[4] if len(pages) > 4 else None
    four = (pages[0], pages[1], pages[2], pages[3])
    for rule, about in remarks(four, other):
        yield Complaint(RANKS.get(rule, Rank.PLACE), rule, about)
    for rule, about in rewritten(four, other):
        yield Complaint(Rank.FORM, rule, about)


def _weight(complaints: list[Complaint]) -> tuple[int, ...]:
    counts = Counter(each.rank for each in complaints)
    return tuple(counts[rank] for rank in Rank)


def _readings(roots: list[Item]) -> Iterator[tuple[Alias, Alias]]:
    """What each side may have called otherwise: as declared; with all guesses; with some of them."""
    known = shared(roots)
    base = version(roots[0], {}, known)
    aliases = []
    for root in roots[1:3]:
        alias = declared(base, version(root, {}, known))
        aliases.append((alias, list(supposed(base, version(root, alias, known)))))
    (ours, guesses), (theirs, more) = aliases
    yield ours, theirs
    marked = [*(("ours", each) for each in guesses), *(("theirs", each) for each in more)]
    sizes = range(len(marked), 0, -1) if len(marked) <= MOST else (len(marked), 1, len(marked) - 1)
    for size in sizes:
        for some in itertools.islice(itertools.combinations(marked, size), 2 * MOST):
            yield (
                ours | dict(pair for side, pair in some if side == "ours"),
                theirs | dict(pair for side, pair in some if side == "theirs"),
            )


def _trial(roots: list[Item], aliases: tuple[Alias, Alias], chosen: Name) -> Trial:
    known = shared(roots)
    both = {**aliases[1], **aliases[0]}
    maps: list[Alias] = [{}, *aliases, both, both]
    found = [version(root, alias, known, both) for root, alias in zip(roots, maps, strict=False)]
    base, ours, theirs, merged, *other = found
    return Trial(base, ours, theirs, merged, other[0] if other else None, chosen)
