"""Maps given as texts in a dict, path by path: read without files."""

from collections.abc import Mapping
from dataclasses import dataclass

from cjm.finding import Finding, Span
from cjm.model.atlas import Atlas
from cjm.model.journey import Journey
from cjm.model.read import read as read_maps
from cjm.source.document import Document
from cjm.source.tree import Opened


@dataclass
class Reading:
    """What reading some texts gave, and which of them were opened, in order."""

    atlas: Atlas
    findings: list[Finding]
    documents: dict[str, Document]
    opened: list[str]

    @property
    def journey(self) -> Journey:
        """The first map."""
        return self.atlas.maps[0]

    def told(self) -> list[tuple[str, str]]:
        """Each finding's rule and the text it points at, in its first line."""
        return [(finding.rule, self.text(finding)) for finding in self.findings]

    def text(self, finding: Finding) -> str:
        """The text that a finding points at."""
        document = self.documents[finding.route.path]
        span: Span = document.locate(finding.route.parts, at_key=finding.route.at_key)
        return document.line(span.line)[span.column - 1 : span.end_column - 1 if span.line == span.end_line else None]


def read(texts: str | Mapping[str, str], *paths: str) -> Reading:
    """Read a text as ``map``, or several; without paths the first of them."""
    texts = {"map": texts} if isinstance(texts, str) else texts
    documents = {path: Document.parse(path, text.encode()) for path, text in texts.items()}
    opened: list[str] = []

    def open(path: str) -> Opened:
        opened.append(path)
        if path not in documents:
            return Opened(None, reason="does not exist")
        return Opened(documents[path].tree, is_whole=documents[path].is_whole)

    atlas, findings = read_maps(paths or [next(iter(texts))], open)
    return Reading(atlas, findings, documents, opened)


def stage(text: str, head: str = "") -> Reading:
    """Read a map of one stage that holds these lines, with further lines in its head."""
    lines = "".join(f"    {line}\n" for line in text.splitlines())
    return read(f"cjm: 1\ntitle: T\n{head}\nstages:\n  - name: One\n{lines}")
