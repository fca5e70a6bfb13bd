"""What a rule is: a function over a map, with its severity, its thresholds and its page.

A rule's module is named as the rule (``missing_does.py`` is ``missing-does``), and its docstring is its manual page and
its tests: see :mod:`cjm.lint.page`.
"""

import inspect
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, get_type_hints

from cjm.diff.change import Comparison
from cjm.finding import Fix, Severity
from cjm.lint.shared import Shared
from cjm.model.journey import Journey
from cjm.model.problem import Parts

Subject = Literal["journey", "pair", "shared"]
Value = int | float | bool | str | tuple[str, ...]


_SUBJECTS: dict[type, Subject] = {Journey: "journey", Comparison: "pair", Shared: "shared"}
_GIVEN = {"today": date}


class Problem(NamedTuple):
    """Something a rule has found: where in the map, and a sentence that names the thing and the remedy.

    ``path`` is the file it is about where that is not the map's own: a library's.
    """

    parts: Parts
    message: str
    help: str = ""
    at_key: bool = False
    path: str = ""
    fix: Fix | None = None


Check = Callable[..., Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its check, how bad its findings are, and what it may be told.

    ``publish`` is the severity for maps that are live; ``is_on`` whether it runs unless it is left out; ``silences`` the
    rules whose findings only follow from this one's: in the same element, or in the whole map where it names none.
    ``options`` are its thresholds with their defaults, ``given`` what the engine hands it (``today``).
    """

    slug: str
    severity: Severity
    check: Check
    subject: Subject
    publish: Severity
    is_on: bool
    silences: tuple[str, ...]
    options: Mapping[str, Value]
    given: tuple[str, ...]

    @property
    def docstring(self) -> str:
        """The page as it is written in the rule's module."""
        return inspect.cleandoc(sys.modules[self.check.__module__].__doc__ or "")


def rule(
    severity: Severity, *, publish: Severity | None = None, is_on: bool = True, silences: tuple[str, ...] = ()
) -> Callable[[Check], Rule]:
    """Make a rule of a function over a ``Journey``, a ``Comparison`` with an earlier map, or what all maps share.

    Its keyword parameters are its thresholds. A parameter ``today: date`` is the day of the run. Raises ``TypeError`` for a function that is no rule.
    """

    def make(check: Check) -> Rule:
        parameters = list(inspect.signature(check).parameters.values())
        hints = get_type_hints(check)
        subject = _SUBJECTS.get(hints.get(parameters[0].name, object)) if parameters else None
        if subject is None:
            message = f"{check.__module__}: a rule takes a Journey, a Comparison or a Shared, by annotation"
            raise TypeError(message)
        given = tuple(each.name for each in parameters[1:] if each.name in _GIVEN)
        options = {each.name: each.default for each in parameters[1:] if each.name not in _GIVEN}
        if inspect.Parameter.empty in options.values():
            message = f"{check.__module__}: every threshold of a rule has a default"
            raise TypeError(message)
        slug = check.__module__.rpartition(".")[2].replace("_", "-")
        return Rule(slug, severity, check, subject, publish or severity, is_on, silences, options, given)

    return make
