"""git's text conversion: one version of a map as lines that compare well."""

import sys
from pathlib import Path

from cjm.errors import FileError
from cjm.model.order import Order
from cjm.source.document import Document
from cjm.source.spread import spread


def convert(path: Path) -> None:
    """Write a map spread out to standard output; what cannot be read without error, as it is. Raises ``FileError``."""
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}."
        raise FileError(message) from error
    document = Document.parse(path.name, data)
    text = spread(document, Order(document.tree))
    sys.stdout.buffer.write(data if text is None else text.encode("utf-8"))
    sys.stdout.buffer.flush()
