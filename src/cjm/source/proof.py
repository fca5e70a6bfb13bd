"""The proof that a text which was changed by the program says what it should: it is read again."""

from collections import Counter

from cjm.finding import Severity
from cjm.source.comments import comments
from cjm.source.document import Document


class UnprovenError(Exception):
    """A text would not say what it should: a bug of ours, found before anything was written."""


def is_sound(document: Document) -> bool:
    """Whether a text was read as a whole, without errors of YAML: only such a text is changed."""
    return document.is_whole and not any(slip.severity is Severity.ERROR for slip in document.slips)


def prove(document: Document, text: str, tree: object) -> None:
    """Make sure that a new text reads as the tree, and holds the comments of the old one. Raises ``UnprovenError``."""
    again = Document.parse(document.path, text.encode("utf-8"))
    if not is_sound(again) or again.tree != tree or _said(again) != _said(document):
        message = f"{document.path} was left as it is: written anew, it would not say what it should."
        raise UnprovenError(message)


def _said(document: Document) -> Counter[str]:
    return Counter(comment.text for comment in comments(document.tree, document.text))
