"""Expected texts in files: compared in tests, written anew with ``CJM_UPDATE=1``."""

import os
from pathlib import Path


def check(path: Path, text: str) -> None:
    """Fail where a text is not what the file holds."""
    if os.environ.get("CJM_UPDATE"):
        path.write_text(text, "utf-8", newline="\n")
    assert path.read_text("utf-8") == text, f"{path} differs; look at it, then run with CJM_UPDATE=1"
