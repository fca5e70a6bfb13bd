"""The programs that cjm is measured against, and how each is installed."""

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.judges import JUDGES

HERE = Path(__file__).parent
_PYTHON = Path(sys.executable).parent
_NPM = HERE / "npm" / "node_modules" / ".bin"
_NPM_INSTALL = "PUPPETEER_SKIP_DOWNLOAD=1 npm ci --prefix tests/benchmarks/npm"


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that is not ours."""

    path: Path
    install: str

    @property
    def is_there(self) -> bool:
        return shutil.which(self.path) is not None


PEERS = {
    "yamllint": Peer(_PYTHON / "yamllint", "pip install -e '.[bench]'"),
    "check-jsonschema": Peer(_PYTHON / "check-jsonschema", "pip install -e '.[bench]'"),
    "spectral": Peer(_NPM / "spectral", _NPM_INSTALL),
    "mermaid-cli": Peer(_NPM / "mmdc", _NPM_INSTALL),
    "chromium": Peer(Path(JUDGES["chromium"].path or "chromium"), f"{JUDGES['chromium'].install} (for mermaid-cli)"),
}


def ruleset(schema: str) -> str:
    """A ruleset for spectral that does nothing but hold a file against a JSON Schema."""
    check = {"function": "schema", "functionOptions": {"schema": json.loads(schema)}}
    rule: dict[str, Any] = {"given": "$", "severity": "error", "message": "{{error}}", "then": check}
    return json.dumps({"rules": {"map": rule}})


def puppeteer() -> str:
    """mermaid-cli's settings: Debian's browser, which refuses to run as root in its sandbox."""
    return json.dumps({"executablePath": str(PEERS["chromium"].path), "args": ["--no-sandbox"]})
