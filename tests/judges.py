"""Outside programs that judge what cjm makes: the one table, for the tests and for noxfile.py."""

import os
import shutil
from dataclasses import dataclass


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


JUDGES = {
    "chromium": Judge(("chromium", "chromium-browser", "google-chrome"), "chromium"),
    "rsvg-convert": Judge(("rsvg-convert",), "librsvg2-bin"),
}


def are_required() -> bool:
    """Whether a missing judge is a failure, as in CI, rather than a gap to be told of."""
    return os.environ.get("CJM_ALL", "") not in {"", "0"}


def program(name: str) -> str:
    """The path of a judge's program, for a test marked with that judge."""
    judge = JUDGES[name]
    if judge.path is None:
        raise LookupError(f"no {name} on PATH: {judge.install}")
    return judge.path
