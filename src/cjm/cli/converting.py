"""git's text conversion: one version of a map as lines that compare well."""

import sys
from pathlib import Path

from cjm.errors import FileError
from cjm.model.order import Order
from cjm.source import markers
from cjm.source.document import Document
from cjm.source.spread import spread


def convert(path: Path) -> None:
    """Write a map spread out to standard output; what cannot be read without error, as it is. Raises ``FileError``.

    Of a map with conflicts both versions are spread out, with new markers where they differ.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}."
        raise FileError(message) from error
    sys.stdout.buffer.write(_spread(path.name, data) or _conflicting(path.name, data) or data)
    sys.stdout.buffer.flush()


def _spread(name: str, data: bytes) -> bytes | None:
    document = Document.parse(name, data)
    text = spread(document, Order(document.tree))
    return None if text is None else text.encode("utf-8")


def _conflicting(name: str, data: bytes) -> bytes | None:
    """A map with conflicts; nothing where it has none, or is no map whichever side is chosen."""
    text = data.decode("utf-8", "replace")
    if not any(markers.conflicts(text)):
        return None
    ours = _spread(name, markers.chosen(text, "ours").encode("utf-8"))
    theirs = _spread(name, markers.chosen(text, "theirs").encode("utf-8"))
    return None if ours is None or theirs is None else markers.apart(ours, theirs)
