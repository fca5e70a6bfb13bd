"""What a shell offers behind an option."""


def languages(incomplete: str) -> list[str]:
    """The languages that labels are written in."""
    from cjm.render.labels import LANGUAGES  # noqa: PLC0415

    return [name for name in LANGUAGES if name.startswith(incomplete)]


def lanes(incomplete: str) -> list[str]:
    """The lanes, behind those of a list that are there already."""
    from cjm.report.terminal.lanes import LANES  # noqa: PLC0415

    *before, last = incomplete.split(",")
    return [",".join((*before, key)) for key in LANES if key.startswith(last) and key not in before]
