"""A situation made small: whatever all versions have in common and a failure does not need is taken out."""

from collections.abc import Callable, Iterator

from tests.merge.cuts import Cutter
from tests.merge.nodes import Unreadable
from tests.merge.run import errors
from tests.merge.situations import Situation

MOST = 2_000


def shrink(given: Situation, fails: Callable[[Situation], bool]) -> Situation:
    """The smallest situation on the way down that still fails."""
    tries = 0
    is_smaller = True
    while is_smaller and tries < MOST:
        is_smaller = False
        for smaller in _smaller(given):
            tries += 1
            if _is_legal(smaller) and fails(smaller):
                given, is_smaller = smaller, True
                break
            if tries >= MOST:
                break
    return given


def _is_legal(given: Situation) -> bool:
    try:
        return not any(errors(text) for text in given[:3])
    except Exception:  # noqa: BLE001  (then it is none)
        return False


def _smaller(given: Situation) -> Iterator[Situation]:
    """Without an entry, in all versions that hold it, the largest first; then without single remarks and blank lines."""
    chunks: dict[str, None] = {}
    for text in given[:3]:
        try:
            cut = Cutter(text)
        except Unreadable:
            return
        chunks |= dict.fromkeys(cut.dedented(each) for each in cut.entries() if not cut.is_first_behind_dash(each))
        chunks |= dict.fromkeys(
            cut.text[each.start : each.end] for each in cut.nodes if each.above and each.above.is_flow
        )
    for chunk in sorted(chunks, key=len, reverse=True):
        smaller = given.changed(lambda text: without(text, chunk))  # noqa: B023  (called at once)
        if smaller != given:
            yield smaller
    lines = dict.fromkeys(line.strip() for text in given[:3] for line in text.splitlines())
    for line in lines:
        if line.startswith("#") or not line:
            smaller = given.changed(lambda text: _without_line(text, line))  # noqa: B023  (called at once)
            if smaller != given:
                yield smaller


def without(text: str, chunk: str) -> str:
    """A text without an entry that reads so."""
    cut = Cutter(text)
    for node in cut.nodes:
        if node.above is None:
            continue
        is_it = cut.is_block(node) and not cut.is_first_behind_dash(node) and cut.dedented(node) == chunk
        if is_it or (node.above.is_flow and cut.text[node.start : node.end] == chunk):
            return cut.without(node) or text
    return text


def _without_line(text: str, line: str) -> str:
    return "".join(each for each in text.splitlines(keepends=True) if each.strip() != line)
