"""The manual page of a rule, as its docstring holds it: what, why, a bad and a good map, the remedy, the source.

The first line says what is wrong, the paragraph below why that matters. ``Bad:`` and ``Good:`` are followed by indented
YAML: the part of a map that matters, to be laid over a good map (see :func:`overlay`). ``Remedy:``, ``Noise:`` and
``Source:`` are sentences.
"""

import re
from dataclasses import dataclass
from textwrap import dedent
from typing import Any

_HEADS = ("Bad", "Good", "Remedy", "Noise", "Source")
_HEAD = re.compile(rf"^({'|'.join(_HEADS)}):[ \n]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """A rule explained. ``noise`` says why a rule is off unless asked for, with its figure; empty for the others."""

    summary: str
    why: str
    bad: str
    good: str
    remedy: str
    source: str
    noise: str = ""


def page(docstring: str) -> Page:
    """The page in a docstring. Raises ``ValueError`` where a part is missing."""
    intro, *rest = _HEAD.split(docstring.strip() + "\n")
    parts = {name.lower(): text for name, text in zip(rest[::2], rest[1::2], strict=True)}
    summary, _, why = intro.strip().partition("\n\n")
    missing = [name for name in ("bad", "good", "remedy", "source") if not parts.get(name, "").strip()]
    if missing or not why:
        message = f"the page ‘{summary}’ lacks {', '.join(missing) or 'a reason'}"
        raise ValueError(message)
    bad, good = (dedent(parts[name].strip("\n")).rstrip() + "\n" for name in ("bad", "good"))
    remedy, source, noise = (" ".join(parts.get(name, "").split()) for name in ("remedy", "source", "noise"))
    return Page(summary, " ".join(why.split()), bad, good, remedy, source, noise)


def overlay(base: Any, part: Any) -> Any:
    """A tree with a part laid over it: keys join, entries of a list meet by id, an empty value takes a key away.

    An entry with an id that the base lacks is added at the end; a list without ids takes the place of the old one.
    """
    if isinstance(base, dict) and isinstance(part, dict):
        joined = {key: overlay(base.get(key), value) for key, value in part.items() if value is not None}
        kept = {key: value for key, value in base.items() if key not in part}
        order = [*(key for key in base if key in joined or key in kept), *(key for key in joined if key not in base)]
        return {key: joined.get(key, kept.get(key)) for key in order}
    if isinstance(base, list) and isinstance(part, list) and part and all(map(_id, part)):
        new = {_id(entry): entry for entry in part}
        known = {_id(entry) for entry in base}
        met = [overlay(entry, new[_id(entry)]) if _id(entry) in new else entry for entry in base]
        return [*met, *(entry for name, entry in new.items() if name not in known)]
    return part


def _id(entry: Any) -> str:
    return str(entry.get("id", "")) if isinstance(entry, dict) else ""
