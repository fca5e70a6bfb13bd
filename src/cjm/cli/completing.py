"""What a shell offers behind an option."""

from collections.abc import Iterable


def languages(incomplete: str) -> list[str]:
    """The languages that labels are written in."""
    from cjm.render.labels import LANGUAGES  # noqa: PLC0415

    return [name for name in LANGUAGES if name.startswith(incomplete)]


def lanes(incomplete: str) -> list[str]:
    """The lanes, behind those of a list that are there already."""
    from cjm.render.lanes import LANES  # noqa: PLC0415

    return _listed(incomplete, LANES)


def themes(incomplete: str) -> list[str]:
    """The themes of pictures."""
    from cjm.render.theme import names  # noqa: PLC0415

    return [name for name in names() if name.startswith(incomplete)]


def views(incomplete: str) -> list[tuple[str, str]]:
    """The views of maps, with what they show."""
    from cjm.render.views import VIEWS  # noqa: PLC0415

    return [(name, view.told) for name, view in VIEWS.items() if name.startswith(incomplete)]


def subjects(incomplete: str) -> list[str]:
    """What views can be made of."""
    from cjm.render.views import VIEWS  # noqa: PLC0415

    return [of for view in VIEWS.values() for of in view.subjects if of.startswith(incomplete)]


def directions(incomplete: str) -> list[str]:
    """What a change may mean for the customer, behind those of a list that are there already."""
    from cjm.diff.change import Direction  # noqa: PLC0415

    return _listed(incomplete, map(str, Direction))


def rules(incomplete: str) -> list[str]:
    """The rules of ``cjm lint``, behind those of a list that are there already."""
    from cjm.lint.rules import RULES  # noqa: PLC0415

    return _listed(incomplete, [rule.slug for rule in RULES])


def _listed(incomplete: str, known: Iterable[str]) -> list[str]:
    *before, last = incomplete.split(",")
    return [",".join((*before, key)) for key in known if key.startswith(last) and key not in before]
