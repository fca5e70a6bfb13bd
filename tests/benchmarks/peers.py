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
    "deepdiff": Peer(_PYTHON / "deep", "pip install -e '.[bench]'"),  # used as a library: generic.py
    "spectral": Peer(_NPM / "spectral", _NPM_INSTALL),
    "mermaid-cli": Peer(_NPM / "mmdc", _NPM_INSTALL),
    "chromium": Peer(Path(JUDGES["chromium"].path or "chromium"), f"{JUDGES['chromium'].install} (for mermaid-cli)"),
}


FIVE_RULES: dict[str, Any] = {
    "owner": {"given": "$", "severity": "warn", "then": {"field": "owner", "function": "truthy"}},
    "does": {
        "given": "$.stages[*].touchpoints[*]",
        "severity": "warn",
        "then": {"field": "does", "function": "truthy"},
    },
    "feels": {
        "given": "$.stages[*].touchpoints[*]",
        "severity": "warn",
        "then": {"field": "feels", "function": "defined"},
    },
    "severity": {"given": "$..pains[*]", "severity": "warn", "then": {"field": "severity", "function": "truthy"}},
    "count": {
        "given": "$.stages",
        "severity": "warn",
        "then": {"function": "length", "functionOptions": {"min": 3, "max": 8}},
    },
}
"""Five of our rules, as far as spectral's own functions can say them."""


def ruleset(schema: str, further: dict[str, Any] | None = None) -> str:
    """A ruleset for spectral that holds a file against a JSON Schema, and against further rules."""
    check = {"function": "schema", "functionOptions": {"schema": json.loads(schema)}}
    rule: dict[str, Any] = {"given": "$", "severity": "error", "message": "{{error}}", "then": check}
    return json.dumps({"rules": {"map": rule, **(further or {})}})


def puppeteer() -> str:
    """mermaid-cli's settings: Debian's browser, which refuses to run as root in its sandbox."""
    return json.dumps({"executablePath": str(PEERS["chromium"].path), "args": ["--no-sandbox"]})
