"""Linting files: reading, rules and ignores in one pass over each, then what only the run as a whole can tell."""

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cjm.cli.checking import Checked, Work, check, in_order
from cjm.cli.ground import project_at
from cjm.cli.pairing import changed
from cjm.cli.reading import Found
from cjm.cli.validate import FailOn
from cjm.config import Lint
from cjm.diff.compare import compare
from cjm.errors import ConfigError, FileError, UsageError
from cjm.finding import Finding, Route
from cjm.lint import baseline
from cjm.lint.ignores import Ignore, apply, parse
from cjm.lint.reading import READING
from cjm.lint.rules import RULES
from cjm.lint.run import Settings, judge, judge_shared
from cjm.lint.settings import ignores as configured
from cjm.lint.settings import offered, settle
from cjm.lint.shared import Shared
from cjm.model.entry import as_written
from cjm.model.journey import Journey
from cjm.model.library import Library
from cjm.model.named import named
from cjm.model.read import Reader
from cjm.model.walk import address
from cjm.source.project import Project
from cjm.source.remarks import remarks
from cjm.source.tree import Tree
from cjm.source.write import replace

if TYPE_CHECKING:
    from cjm.source.cache import Verdict


class Plan(NamedTuple):
    """How files are judged: the settings, and what the configuration ignores; without ``heeds`` nothing is ignored.

    ``since`` is the project as it was: only what is new since then counts, and maps are compared with what they were.
    """

    settings: Settings
    ignores: tuple[Ignore, ...]
    heeds: bool
    since: Project | None = None


def prepare(project: Project, asked: Lint, as_of: str, heeds: bool, since: str = "") -> Plan:
    """The plan from the configuration and the command line. Raises ``CjmError`` for what cannot be used."""
    rules = (*RULES, *offered())
    config = project.config.lint
    try:
        today = date.fromisoformat(as_of) if as_of else date.today()  # noqa: DTZ011  (the user's own day)
    except ValueError as error:
        message = f"‘{as_of}’ is no day: write --as-of 2026-06-30."
        raise UsageError(message) from error
    if config.fail_on not in {"", *FailOn}:
        message = f"lint.fail-on is one of {', '.join(FailOn)}, not ‘{config.fail_on}’."
        raise ConfigError(message)
    ignores = tuple(configured(config, rules, "cjm.toml")) if heeds else ()
    return Plan(settle(config, asked, rules, today), ignores, heeds, project_at(project, since) if since else None)


def lint(found: Found, plan: Plan, *, use_cache: bool) -> Checked:
    """Everything that is wrong with files, or could be better; what the team ignores is suppressed.

    What maps share is judged where all maps of the project are there.
    """
    if plan.since:
        return _since(plan.since, found, plan)
    settings = plan.settings
    work = Work("lint", ("source", "model", "figures", "diff", "lint"), _depends(plan), partial(_examine, plan=plan))
    checked = check(found, use_cache=use_cache, work=work)
    findings = checked.findings
    if found.is_all:
        findings = findings + _shared(found.project, checked.verdicts, settings)
    findings, complaints = apply(findings, plan.ignores, settings.today, _asked(settings) if found.is_all else ())
    return Checked(in_order([*findings, *complaints], checked.verdicts), checked.verdicts)


def _since(earlier: Project, found: Found, plan: Plan) -> Checked:
    """What is wrong with files that have changed; what was wrong with them before is suppressed.

    What only the whole project can tell is left out.
    """
    names = changed(earlier, found.project, found.names)
    then, _ = earlier.find(earlier.root / name for name in names)
    known = lint(Found(earlier, then, [], is_all=False), plan._replace(since=None), use_cache=False)
    reader = Reader(earlier.open)
    work = Work("lint", (), "", partial(_examine, plan=plan, before=lambda name: reader.entry(name).content))
    checked = check(Found(found.project, names, [], is_all=False), use_cache=False, work=work)
    findings, _ = apply(checked.findings, plan.ignores, plan.settings.today, ())
    return Checked(baseline.apply(findings, baseline.marks(known.findings), "It was there before."), checked.verdicts)


def _depends(plan: Plan) -> str:
    """What verdicts depend on beside the configuration: which rules are asked, on which day, and the code of foreign ones."""
    settings = plan.settings
    modules = {rule.check.__module__ for rule in settings.rules}
    foreign = [sys.modules[name].__file__ for name in sorted(modules) if not name.startswith("cjm.")]
    code = [Path(file).read_bytes() for file in foreign if file]
    asked = [rule.slug for rule in settings.rules]
    return repr((asked, settings.today, settings.options, settings.severities, settings.profile, plan.heeds, code))


def measured(
    project: Project, findings: Sequence[Finding], known: Path | None, wanted: Path | None, *, prune: bool
) -> list[Finding]:
    """The findings, those that the baseline knows suppressed; with ``wanted`` all of them become one, and none counts."""
    if wanted:
        text = baseline.write(findings)
        replace(wanted, text.encode("utf-8"))
        return baseline.apply(findings, baseline.read(text, str(wanted)))
    settings = project.config.lint
    path = known or (project.root / settings.baseline if settings.baseline else None)
    if path is None:
        return list(findings)
    marks = baseline.read(_text(path), str(path))
    if prune:
        replace(path, baseline.write(findings, marks).encode("utf-8"))
    return baseline.apply(findings, marks)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"The baseline {path} cannot be read: {getattr(error, 'strerror', None) or 'it is no UTF-8'}."
        raise FileError(message) from error


def _examine(
    name: str,
    content: Journey | Library | None,
    findings: list[Finding],
    project: Project,
    compared: Journey | None,
    *,
    plan: Plan,
    before: Callable[[str], Journey | Library | None] = lambda _: None,
) -> tuple[list[Finding], tuple[str, ...]]:
    """All findings of one file; a rule says nothing about an element, or a text, that could not be read as it stands.

    ``before`` gives what a file was before.
    """
    settings = plan.settings
    document = project.document(name)
    journey = content if isinstance(content, Journey) else None
    is_whole = document is not None and document.is_whole
    broken = {finding.element for finding in findings if finding.route.path == name and finding.element}
    pairs = [compare(each, journey) for each in (compared, before(name)) if journey and isinstance(each, Journey)]
    judged = judge(journey, settings, pairs) if journey and is_whole else []
    judged = [_as_written(finding, document.tree) for finding in judged] if document else judged
    placed = project.findings(name, [*findings, *(each for each in judged if each.element not in broken)])
    if plan.heeds and content is not None and document is not None:
        written = [
            Ignore(rules, None if is_file else address(content, remark.parts), "", reason, Route(name), document.span(remark.start, remark.end))
            for remark in remarks(document)
            if (form := parse(remark.text))
            for is_file, rules, reason in [form]
        ]  # fmt: skip
        placed, complaints = apply(placed, written, settings.today, _asked(settings) if journey and is_whole else ())
        placed = in_order([*placed, *complaints], (name,))
    return placed, named(journey) if journey else ()


def _as_written(finding: Finding, tree: Tree) -> Finding:
    route = finding.route
    return finding._replace(route=route._replace(parts=as_written(route.parts, tree)))


def _asked(settings: Settings) -> frozenset[str]:
    return frozenset(READING) | {rule.slug for rule in settings.rules}


def _shared(project: Project, verdicts: "Mapping[str, Verdict]", settings: Settings) -> list[Finding]:
    """What the rules say about libraries, seen from all maps that use them."""
    if not any(rule.subject == "shared" for rule in settings.rules):
        return []
    words: dict[str, set[str]] = {}
    for verdict in verdicts.values():
        for path in verdict.libraries:
            words.setdefault(path, set()).update(verdict.named)
    reader = Reader(project.open)
    found = {path: reader.entry(path).content for path in sorted(words)}
    libraries = {path: content for path, content in found.items() if isinstance(content, Library)}
    shared = Shared(libraries, {path: frozenset(words[path]) for path in libraries})
    return [project.place(finding) for finding in judge_shared(shared, settings)]
