"""What holds of every merge, whatever is merged: of one side alone, of both alike, of both exchanged."""

from collections.abc import Iterator, Mapping

from tests.merge.meaning import SETS, Item, understand
from tests.merge.nodes import parse
from tests.merge.run import Outcome, run
from tests.merge.situations import Situation


def broken(given: Situation, known: Mapping[str, str], one: Outcome) -> Iterator[tuple[str, str]]:
    """The laws that a situation breaks whose merge is this one."""
    base, ours, theirs = given[:3]
    for name, three, wanted in (
        ("merge(B, B, X) = X", (base, base, theirs), theirs),
        ("merge(B, X, B) = X", (base, ours, base), ours),
        ("merge(B, X, X) = X", (base, ours, ours), ours),
    ):
        found = run(*three)
        if found.code or found.text != wanted:
            yield name, f"exit code {found.code}"
    other = run(base, theirs, ours)
    if one.code != other.code:
        yield "exchanged: exit code", f"{one.code} {one.told or one.doubts} / {other.code} {other.told or other.doubts}"
    elif not one.code and said(one.text, known) != said(other.text, known):
        yield "exchanged: data", _difference(said(one.text, known), said(other.text, known))


def said(text: str, known: Mapping[str, str]) -> list[str]:
    """What a text says, without any order."""
    return sorted(_said(understand(parse(text), known), ""))


def _said(item: Item, above: str) -> Iterator[str]:
    own = item.fields.get("does", ()) if item.kind == "step" else ()
    name = f"{above}/{item.key}:{item.written or min(own, default=item.name)}"
    yield name
    for path, value in item.fields.items():
        texts = sorted(set(value) if path.rpartition("/")[2] in SETS else value)
        yield f"{name} {path} {texts}"
    for each in item.inner:
        yield from _said(each, name)


def _difference(one: list[str], other: list[str]) -> str:
    return f"{[each for each in one if each not in other][:2]} / {[each for each in other if each not in one][:2]}"
