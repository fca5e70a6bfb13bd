"""A document: a text that knows where its nodes are."""

import bisect
import re
from codecs import BOM_UTF8
from collections.abc import Sequence as Parts
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml.error import MarkedYAMLError

from cjm.finding import Finding, Route, Span
from cjm.source.build import Builder, Slip, Stop
from cjm.source.lost import is_suspicious, lost
from cjm.source.tree import MAX_BYTES, Mapping, Sequence, Tree

MAX_REPAIRS = 20

_BREAK = re.compile(r"\r\n|\r|\n")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
_LONE_RETURN = re.compile(r"\r(?!\n)")


@dataclass(slots=True)
class Document:
    """The text of one file, the tree it was read to, and what is wrong with it as YAML.

    The tree is ``None`` where nothing could be read. ``is_whole`` tells whether the tree holds everything that the
    text says: a slip that could be read past (a colon in plain text) loses nothing. ``has_mark``: the file begins with
    a byte order mark, which is no part of the text.
    """

    path: str
    text: str
    tree: Tree = None
    slips: tuple[Slip, ...] = ()
    is_whole: bool = True
    has_mark: bool = False
    _starts: list[int] = field(default_factory=list)

    @classmethod
    def parse(cls, path: str, data: bytes) -> "Document":
        """Read bytes; never raises on bad input."""
        if len(data) > MAX_BYTES:
            message = f"This file is larger than {MAX_BYTES // 1024 // 1024} MiB, far more than a map needs."
            slip = Slip("limit", 0, 1, message, "Split the map: a stage can be detailed in a map of its own.")
            return cls(path, data[:200].decode("utf-8", "replace"), slips=(slip,), is_whole=False)
        text, slips = _decode(data)
        document = cls(path, text, has_mark=data.startswith(BOM_UTF8))
        if text or not slips:
            document._read(slips)
        else:
            document.is_whole = False
        document.slips = tuple(sorted(slips, key=lambda slip: slip.start))
        return document

    def _read(self, slips: list[Slip]) -> None:
        text = _ILLEGAL.sub(" ", self.text) if slips else self.text
        if "\r" in text:
            text = _LONE_RETURN.sub("\n", text)
        for _ in range(MAX_REPAIRS):
            builder = Builder(text)
            try:
                self.tree = builder.build()
            except MarkedYAMLError as error:
                from cjm.source.slips import diagnose  # noqa: PLC0415  (only where something is wrong)

                diagnosis = diagnose(text, error, builder.last)
            except Stop as stop:
                slips.extend([*builder.slips, stop.slip])
                break
            else:
                found = None
                if slips or builder.cuts or is_suspicious(text):
                    from cjm.source.misread import misread  # noqa: PLC0415

                    found = misread(self.tree, text, builder.cuts, is_mended=bool(slips))
                if found is None:
                    self.is_whole &= builder.is_whole
                    slips.extend([*builder.slips, *lost(self.tree, text)])
                    return
                diagnosis = found
            slip, (start, repair) = diagnosis
            if not self._is_tabbed(slip.start) or not any(self._is_tabbed(other.start) for other in slips):
                slips.append(slip)
            self.is_whole &= bool(repair.strip(" []{}\r\n"))
            mended = text[:start] + repair + text[start + len(repair) :]
            if mended == text:
                break
            text = mended
        self.is_whole = False

    def _is_tabbed(self, index: int) -> bool:
        """Whether the line is indented by a tab: one finding stands for all such lines, and for what follows."""
        start = self.text.rfind("\n", 0, index) + 1
        return re.compile(r" *\t").match(self.text, start) is not None

    def findings(self) -> list[Finding]:
        """What is wrong with the text, as findings with their places."""
        return [
            Finding(
                rule=slip.rule,
                severity=slip.severity,
                message=slip.message,
                help=slip.help,
                route=Route(self.path),
                span=self.span(slip.start, slip.end),
            )
            for slip in self.slips
        ]

    def bytes_of(self, text: str) -> bytes:
        """Another text as the content of this file, with its byte order mark."""
        return (BOM_UTF8 if self.has_mark else b"") + text.encode("utf-8")

    def span(self, start: int, end: int) -> Span:
        """Lines and columns of a stretch of the text, given as indices in code points."""
        line, column = self._place(start)
        end_line, end_column = self._place(max(start, end))
        return Span(line, column, end_line, end_column)

    def _place(self, index: int) -> tuple[int, int]:
        if not self._starts:
            self._starts = [0, *(found.end() for found in _BREAK.finditer(self.text))]
        line = bisect.bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its line break."""
        self._place(0)
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def locate(self, parts: Parts[str | int], *, at_key: bool = False) -> Span:
        """Where a route leads: the deepest part of it that is written, its key with ``at_key``.

        An index into something that is no list stays where it is: a list of one may be written as its entry.
        """
        node: Any = self.tree
        events: tuple[Any, Any] | None = None
        is_exact = True
        for part in parts:
            if isinstance(node, Mapping) and part in node:
                events, node = node.events[str(part)], node[str(part)]
            elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node):
                events, node = (None, node.events[part]), node[part]
            elif part != 0:
                is_exact = isinstance(node, str) or not isinstance(node, Mapping | Sequence)
                break
        if events is None:
            return self._head()
        key, value = events
        if key is not None and (at_key or node is None or (not is_exact and isinstance(node, Mapping | Sequence))):
            return self.span(key.start_mark.index, key.end_mark.index)
        if isinstance(node, Mapping) and node and not node.end.end_mark.index - node.end.start_mark.index:
            first = next(iter(node.events.values()))[0]
            return self.span(first.start_mark.index, first.end_mark.index)
        if isinstance(node, Sequence) and key is not None:
            return self.span(key.start_mark.index, key.end_mark.index)
        start = value.start_mark.index
        end = node.end.end_mark.index if isinstance(node, Mapping) and node.end else value.end_mark.index
        return self.span(start, end)

    def _head(self) -> Span:
        if isinstance(self.tree, Mapping) and self.tree:
            first = next(iter(self.tree.events.values()))[0]
            return self.span(first.start_mark.index, first.end_mark.index)
        return Span(1, 1, 1, 1)


def lines_of(data: bytes) -> list[str]:
    """The lines of a file, without their breaks."""
    return _BREAK.split(_decode(data)[0])


def _decode(data: bytes) -> tuple[str, list[Slip]]:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        message = "This file is stored as UTF-16, and maps are UTF-8."
        return "", [Slip("syntax", 0, 1, message, "Save it again with the encoding UTF-8.")]
    slips = []
    try:
        text = data.decode("utf-8-sig").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8-sig", "replace")
        index = len(data[: error.start].decode("utf-8-sig"))
        message = "This character is not UTF-8: the file was probably saved in an older encoding."
        slips.append(Slip("syntax", index, index + 1, message, "Save it again with the encoding UTF-8."))
    for found in list(_ILLEGAL.finditer(text))[:MAX_REPAIRS]:
        message = f"An invisible control character (U+{ord(found[0]):04X}) stands here."
        slips.append(Slip("syntax", found.start(), found.end(), message, "Delete it; it often comes with pasted text."))
    return text, slips
