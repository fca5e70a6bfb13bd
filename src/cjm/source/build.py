"""Parser events → tree, on an explicit stack: no input is deep enough to crash it.

What the format refuses although YAML allows it (aliases, tags, several documents …) is a :class:`Slip` here; what YAML
itself refuses is raised by the parser as :class:`YAMLError` and explained in :mod:`cjm.source.slips`.
"""

import re
from typing import Any, NamedTuple

from _ruamel_yaml import (
    AliasEvent,
    CParser,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from cjm.finding import Severity
from cjm.source.scalar import SPECIAL_START, resolve
from cjm.source.tree import Mapping, Sequence, Tree

MAX_DEPTH = 64
MAX_NODES = 200_000
MAX_SCALAR = 64 * 1024
MAX_KEY = 256

GLUED = "The space behind this dash is missing."


class Slip(NamedTuple):
    """Something in a text that cannot stand: from index ``start`` to ``end`` (code points), with its remedy."""

    rule: str
    start: int
    end: int
    message: str
    help: str
    severity: Severity = Severity.ERROR


class Stop(Exception):  # noqa: N818  (no error of ours: it ends the reading of one text)
    """The rest of the text is not read; ``slip`` says why."""

    def __init__(self, slip: Slip) -> None:
        super().__init__(slip.message)
        self.slip = slip


class Builder:
    """Builds the tree of one text. ``last`` is the latest scalar event: where a parse error has its roots.

    ``cuts`` are the keys inside braces that are the rest of a text, cut off by a comma. ``is_whole`` tells whether the
    tree holds everything: a key's second value and a second document are left out.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.slips: list[Slip] = []
        self.last: Any = None
        self.cuts: list[Any] = []
        self.is_whole = True

    def build(self) -> Tree:  # noqa: C901, PLR0912, PLR0915  (see below)
        """The tree. Raises the parser's ``YAMLError`` on a syntax error and ``Stop`` past a limit.

        One loop without calls on the common path: reading is most of what a check does. ``key`` and ``key_event``
        belong to the event that follows them at once.
        """
        get_event = CParser(self.text).get_event
        marked = "&" in self.text or "!" in self.text
        top: Any = Sequence()  # as if the document were the only entry of a list
        node, events, in_map = top, top.events, False
        key, key_event = "", None
        stack: list[tuple[Any, Any, bool]] = []
        count, documents = 1, 0  # the root is an entry, too
        while True:
            event = get_event()
            kind = type(event)
            if kind is ScalarEvent:
                value = event.value
                if in_map and key_event is None:
                    key, key_event = value, event
                    if value in node or len(value) > MAX_KEY or value == "<<":
                        self.refuse_key(node, event)
                    if marked:
                        self.refuse_marks(event)
                    continue
                self.last = event
                if not value:
                    value = self.empty(key_event, event)
                elif len(value) > MAX_SCALAR:
                    self.slips.append(_limit(event, f"This text is longer than {MAX_SCALAR // 1024} KiB."))
                elif value[0] in SPECIAL_START and event.implicit[0]:
                    value = resolve(value)
                if marked:
                    self.refuse_marks(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                node.end = event
                count += len(node)
                if count > MAX_NODES:
                    raise Stop(_limit(event, f"This file has more than {MAX_NODES:,} entries."))
                node, events, in_map = stack.pop()
                continue
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                is_key = in_map and key_event is None
                if event.flow_style or marked or is_key or len(stack) >= MAX_DEPTH:
                    self.check_start(event, is_key, len(stack), inside=node)
                value = Mapping() if kind is MappingStartEvent else Sequence()
            elif kind is AliasEvent:
                value = self.refuse_alias(event, in_map and key_event is None)
            elif kind is DocumentStartEvent:
                documents += 1
                self.check_document(event, documents)
                if documents > 1:
                    break
                continue
            elif kind is StreamEndEvent:
                break
            else:
                continue
            if in_map:
                if key not in node:
                    node[key] = value
                    events[key] = (key_event, event)
                key_event = None
            else:
                node.append(value)
                events.append(event)
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                stack.append((node, events, in_map))
                node, events, in_map = value, value.events, kind is MappingStartEvent
        return top[0] if top else None

    def refuse_key(self, node: Mapping, event: Any) -> None:
        """A key that is taken, endless, or YAML's way to copy."""
        key = event.value
        if key == "<<":
            self.slips.append(_shared(event, "‘<<’ copies another mapping into this one."))
        elif len(key) > MAX_KEY:
            message = f"This key is longer than {MAX_KEY} characters."
            self.slips.append(
                _limit(event, message)._replace(help="A key is a word or two; text stands behind its colon.")
            )
        elif key.startswith("-"):
            self.is_whole = False
            self.slips.append(Slip("syntax", *_span(event), GLUED, f"Write - {key[1:]}:"))
        else:
            line = node.events[key][0].start_mark.line + 1
            self.is_whole = False
            self.slips.append(
                Slip(
                    "duplicate-key",
                    *_span(event),
                    f"‘{key}’ stands here for the second time: the first is in line {line}.",
                    "Keep one of the two; several texts under one key are a list, each on its own line after a dash, and "
                    "an entry of its own begins with a dash, too.",
                )
            )

    def empty(self, key_event: Any, event: Any) -> str | None:
        """An empty plain scalar is nothing, an empty quoted one is an empty text."""
        if not event.implicit[0]:
            return ""
        if key_event is not None:
            self.check_comma(key_event)
        return None

    def refuse_marks(self, event: Any) -> None:
        """Anchors and tags, on a text or a key."""
        start, end = _span(event)
        if event.anchor:
            self.slips.append(_shared(event, f"‘&{event.anchor}’ marks this value as something to be repeated."))
        elif event.tag:
            message = f"‘{self.text[start:end].split()[0]}’ is a tag in YAML, and maps have none."
            help = "If it is text, put the whole text between double quotes."
            self.slips.append(Slip("syntax", start, end, message, help))

    def check_comma(self, key_event: Any) -> None:
        """A key without colon or value, inside braces, is the rest of a text that a comma cut in two."""
        end = key_event.end_mark.index
        if self.text[end : end + 40].lstrip()[:1] in (",", "}"):
            self.cuts.append(key_event)

    def refuse_alias(self, event: Any, is_key: bool) -> str:  # noqa: FBT001
        """An alias is refused and stands for its own name; as a key, it ends the reading."""
        slip = _shared(event, f"‘*{event.anchor}’ repeats a value from elsewhere.")
        if is_key:
            raise Stop(slip)
        self.slips.append(slip)
        return f"*{event.anchor}"

    def check_start(self, event: Any, is_key: bool, depth: int, inside: Any) -> None:  # noqa: FBT001
        """A list or mapping begins: not too deep, not as a key, not by a colon that was meant as text."""
        start, end = _span(event)
        if depth >= MAX_DEPTH:
            raise Stop(_limit(event, f"Entries are nested more than {MAX_DEPTH} levels deep."))
        if is_key:
            raise Stop(Slip("syntax", start, end, "A list or mapping stands where a key is wanted.", "Write a word."))
        if event.anchor or event.tag:
            self.slips.append(_shared(event, "Anchors and tags (& and !) are not part of the format."))
        is_pair = type(inside) is Sequence and type(event) is MappingStartEvent and event.flow_style
        if is_pair and self.text[start : start + 1] != "{":
            from cjm.source.brackets import mended, opening  # noqa: PLC0415  (only where something is wrong)

            end = start + len(re.split(r"[,\]\n]", self.text[start:], maxsplit=1)[0])
            message = "Inside [ ] this colon splits the text into a key and a value."
            line = mended(self.text, opening(self.text, start), start)
            help = "Put the whole text between double quotes, colon included"
            self.slips.append(Slip("syntax", start, end, message, f"{help}: {line}" if line else f"{help}."))

    def check_document(self, event: Any, documents: int) -> None:
        """One document, no directives."""
        start = event.start_mark.index
        if documents > 1:
            self.is_whole = False
            message = "‘---’ begins a second document: one file holds one map."
            self.slips.append(Slip("syntax", start, start + 3, message, "Move what follows to a file of its own."))
        elif event.version or event.tags:
            message = "Lines that begin with % are instructions to YAML, and maps have none."
            self.slips.append(Slip("syntax", start, start + 1, message, "Remove the line."))


def _span(event: Any) -> tuple[int, int]:
    start = event.start_mark.index
    return start, max(start + 1, event.end_mark.index)


def _shared(event: Any, message: str) -> Slip:
    remedy = (
        "If it is text, put it between double quotes. What several maps share belongs into a library file: "
        "see ‘uses’ in the reference of the format."
    )
    return Slip("syntax", *_span(event), message, remedy)


def _limit(event: Any, message: str) -> Slip:
    start, _ = _span(event)
    return Slip("limit", start, start + 1, message, "Split the map: a stage can be detailed in a map of its own.")
