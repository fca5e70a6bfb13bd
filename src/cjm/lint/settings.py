"""Which rules run, and with what thresholds: the configuration and the command line, checked and joined."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, get_args

from cjm.config import Lint
from cjm.errors import ConfigError, UsageError
from cjm.finding import Route, Severity
from cjm.lint.ignores import UNUSED, Ignore
from cjm.lint.page import page
from cjm.lint.reading import READING
from cjm.lint.rule import Rule, Value
from cjm.lint.run import Profile, Settings
from cjm.model.problem import nearest

GROUP = "cjm.rules"
"""The group of entry points under which a package or a project offers rules of its own."""

_IGNORE = {"rule", "element", "map", "reason", "until"}


def offered() -> tuple[Rule, ...]:
    """The rules that installed packages bring along. Raises ``ConfigError`` for one that is no rule."""
    from importlib.metadata import entry_points  # noqa: PLC0415  (dear, and only asked once)

    found = []
    for entry in sorted(entry_points(group=GROUP), key=lambda each: each.name):
        made = entry.load()
        if not isinstance(made, Rule):
            message = f"The entry point ‘{entry.name}’ ({entry.value}) in the group {GROUP} is no rule: decorate it with @rule."
            raise ConfigError(message)
        try:
            page(made.docstring)
        except ValueError as error:
            message = f"The rule of the entry point ‘{entry.name}’ ({entry.value}) has no whole page: {error}."
            raise ConfigError(message) from error
        found.append(made)
    return tuple(found)


def settle(config: Lint, asked: Lint, rules: Sequence[Rule], today: date) -> Settings:
    """The settings of a run: what is asked for on the command line wins over the configuration.

    Raises ``UsageError`` or ``ConfigError``, with what was probably meant.
    """
    known = {rule.slug: rule for rule in rules}
    for lint, kind, where in ((config, ConfigError, "lint: "), (asked, UsageError, "")):
        for slug in (*lint.select, *lint.extend_select, *lint.ignore):
            _check(slug, known, kind, where)
        if lint.profile not in {"", "auto", *get_args(Profile)}:
            message = f"There is no profile ‘{lint.profile}’. Possible: auto, {', '.join(get_args(Profile))}."
            raise kind(message)
    first = {*(asked.select or config.select or (rule.slug for rule in rules if rule.is_on))}
    further = (*asked.extend_select, *(() if asked.select else config.extend_select))
    wanted = (first | {*further}) - {*asked.ignore, *config.ignore}
    severities: dict[str, Severity] = {}
    options: dict[str, Mapping[str, Value]] = {}
    for slug, table in config.rules.items():
        _check(slug, known, ConfigError, "lint.rules: ")
        severity, options[slug] = _table(known[slug], table)
        if severity == "off":
            wanted.discard(slug)
        elif severity:
            severities[slug] = Severity(severity)
    profile = asked.profile or config.profile
    return Settings(
        rules=tuple(rule for rule in rules if rule.slug in wanted),
        today=today,
        options=options,
        severities=severities,
        profile=None if profile in {"", "auto"} else profile,  # type: ignore[arg-type]  # checked above
    )


def ignores(config: Lint, rules: Iterable[Rule], path: str) -> Iterator[Ignore]:
    """The ignores of the configuration; ``path`` is the file they stand in. Raises ``ConfigError``."""
    known = {*(rule.slug for rule in rules), *READING}
    for place, table in enumerate(config.ignores):
        where = f"lint.ignores, entry {place + 1}: "
        for key in table:
            if key not in _IGNORE:
                message = f"{where}there is no key ‘{key}’. Possible: {', '.join(sorted(_IGNORE))}."
                raise ConfigError(message)
        slug, element = str(table.get("rule", "")), str(table.get("element", ""))
        _check(slug, known, ConfigError, where)
        map, _, address = element.rpartition(":")
        yield Ignore(
            rules=(slug,),
            element=address or None,
            map=map or str(table.get("map", "")),
            reason=str(table.get("reason", "")),
            route=Route(path, ("lint", "ignores", place)),
            until=_day(table.get("until"), where),
        )


def _table(rule: Rule, table: Mapping[str, Any]) -> tuple[str, Mapping[str, Value]]:
    """The severity and the thresholds set for a rule."""
    where = f"lint.rules.{rule.slug}"
    options = {key.replace("-", "_"): value for key, value in table.items() if key != "severity"}
    severity = table.get("severity", "")
    if severity not in {"", "off", *Severity}:
        message = f"{where}.severity is one of {', '.join(Severity)} and off, not ‘{severity}’."
        raise ConfigError(message)
    for key, value in options.items():
        if key not in rule.options:
            possible = ", ".join(("severity", *rule.options))
            message = f"{where} has no setting ‘{key}’. Possible: {possible}."
            raise ConfigError(message)
        default = rule.options[key]
        is_number = isinstance(default, int | float) and not isinstance(default, bool)
        fits = (
            isinstance(value, int | float)
            if is_number
            else isinstance(value, list if isinstance(default, tuple) else type(default))
        )
        if not fits or (is_number and isinstance(value, bool)):
            message = f"{where}.{key} is like {default!r}, not {value!r}."
            raise ConfigError(message)
        options[key] = tuple(value) if isinstance(value, list) else value
    return str(severity), options


def _day(value: Any, where: str) -> date | None:
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        message = f"{where}‘until’ is a day: until = 2027-06-30."
        raise ConfigError(message) from error


def _check(slug: str, known: Collection[str], kind: type[UsageError | ConfigError], where: str) -> None:
    if slug not in known and slug != UNUSED:
        meant = nearest(slug, known)
        hint = f"Did you mean ‘{meant}’?" if meant else "‘cjm rule’ lists them."
        message = f"{where}There is no rule ‘{slug}’. {hint}"
        raise kind(message)
