"""Packages that only some pictures need: each comes with an extra of cjm."""

from cjm.errors import UsageError


def missing(what: str, extra: str) -> UsageError:
    """What to raise where the package of an extra is not installed; ``what`` needs it."""
    return UsageError(f"{what} needs the extra ‘{extra}’: pip install 'cjm-toolkit[{extra}]'.")
