"""Running rules over maps: which apply, how bad their findings are, and which only follow from others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from cjm.diff.change import Comparison
from cjm.finding import Finding, Route, Severity
from cjm.lint.rule import Problem, Rule, Value
from cjm.lint.shared import Shared
from cjm.model.journey import Journey
from cjm.model.walk import address

Profile = Literal["draft", "review", "publish", "retired"]
"""How strictly a map is judged."""

PROFILES: Mapping[str, Profile] = {
    "hypothesis": "draft",
    "draft": "draft",
    "validated": "review",
    "live": "publish",
    "retired": "retired",
}
"""The profile of a map by its status."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run shall look for: the rules, the thresholds set for them, the profile for all maps, the day.

    ``severities`` are those set by the user, which no profile changes. Without ``profile`` a map's status decides.
    """

    rules: tuple[Rule, ...]
    today: date
    options: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    severities: Mapping[str, Severity] = field(default_factory=dict)
    profile: Profile | None = None


def judge(journey: Journey, settings: Settings, pairs: Sequence[Comparison] = ()) -> list[Finding]:
    """What the rules find in one map, without what only follows from something worse.

    ``pairs`` are its comparisons with earlier maps, itself being the later one.
    """
    profile = settings.profile or PROFILES[journey.status]
    found = [
        finding
        for rule in settings.rules
        if rule.subject != "shared" and (severity := _severity(rule, profile, settings)) is not None
        for subject in ((journey,) if rule.subject == "journey" else pairs)
        for finding in _findings(rule, severity, journey, _problems(rule, subject, settings))
    ]
    return list(_without_echoes(found, {rule.slug: rule for rule in settings.rules}))


def judge_shared(shared: Shared, settings: Settings) -> list[Finding]:
    """What the rules find in what the maps of a whole project share."""
    return [
        Finding(rule.slug, settings.severities.get(rule.slug, rule.severity), problem.message,
                Route(problem.path, problem.parts, problem.at_key), problem.help,
                address(shared.libraries[problem.path], problem.parts), problem.path, None, problem.fix)
        for rule in settings.rules
        if rule.subject == "shared"
        for problem in _problems(rule, shared, settings)
    ]  # fmt: skip


def _severity(rule: Rule, profile: Profile, settings: Settings) -> Severity | None:
    """How bad a rule's findings are in a map of that profile; nothing where they do not count."""
    if rule.slug in settings.severities:
        return settings.severities[rule.slug]
    match profile:
        case "draft":
            return Severity.INFO if rule.severity is Severity.WARNING else rule.severity
        case "review":
            return rule.severity
        case "publish":
            return rule.publish
        case "retired":
            return rule.severity if rule.severity is Severity.ERROR else None


def _findings(rule: Rule, severity: Severity, journey: Journey, problems: Iterable[Problem]) -> Iterator[Finding]:
    for problem in problems:
        route = Route(problem.path or journey.path, problem.parts, problem.at_key)
        element = "" if problem.path else address(journey, problem.parts)
        yield Finding(
            rule.slug, severity, problem.message, route, problem.help, element, journey.identity, None, problem.fix
        )


def _problems(rule: Rule, subject: Journey | Comparison | Shared, settings: Settings) -> Iterable[Problem]:
    given = {name: getattr(settings, name) for name in rule.given}
    return rule.check(subject, **given, **settings.options.get(rule.slug, {}))


def _without_echoes(findings: Sequence[Finding], rules: Mapping[str, Rule]) -> Iterator[Finding]:
    """One cause, one finding: a rule silences those that follow from it, in its element or in the whole map."""
    silent = {(slug, finding.element) for finding in findings for slug in rules[finding.rule].silences}
    for finding in findings:
        if (finding.rule, "") not in silent and (finding.rule, finding.element) not in silent:
            yield finding
