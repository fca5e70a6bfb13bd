"""Fixes: findings put right in the texts of their files, round after round until nothing is left to do."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import typer

from cjm.cli.formatting import Change, show_changes
from cjm.cli.linting import Plan, lint, measured
from cjm.cli.reading import Found
from cjm.errors import UsageError
from cjm.finding import Edit, Finding, Span
from cjm.model.order import Order
from cjm.model.read import Reader
from cjm.report.entry import Splices
from cjm.source.document import Document
from cjm.source.edit import Applied, apply
from cjm.source.project import Project
from cjm.source.write import replace

ROUNDS = 10
"""One fix may stand in another's way, or show something that can be fixed in its turn; but not for ever."""


class Fixed(NamedTuple):
    """What was put right: the files that were changed, and the number of findings."""

    changes: Sequence[Change]
    number: int

    def sentence(self, *, is_done: bool) -> str:
        """What was done, or would be, as in: Fixed 3 findings in 2 files."""
        findings = f"{self.number} finding{'' if self.number == 1 else 's'}"
        files = f"{len(self.changes)} file{'' if len(self.changes) == 1 else 's'}"
        if not self.number:
            return "Nothing to fix."
        return f"Fixed {findings} in {files}." if is_done else f"{findings} in {files} can be fixed."


def fix_files(
    found: Found, plan: Plan, baseline: Path | None, *, takes_unsafe: bool, shows: bool, use_cache: bool
) -> None:
    """Put right what can be put right in files, or only show what would become of them; then say how much it was.

    Raises ``UsageError`` for standard input, which cannot be written to.
    """
    project = found.project
    given = [name for name in found.names if name in project.documents]
    if given and not shows:
        message = "Standard input cannot be fixed: name the file, or see with --diff what would be done."
        raise UsageError(message)

    def find() -> Sequence[Finding]:
        return measured(project, lint(found, plan, use_cache=use_cache).findings, baseline, None, prune=False)

    fixed = fix(project, found.names, find, takes_unsafe=takes_unsafe)
    if shows:
        show_changes(project, fixed.changes)
    else:
        for change in fixed.changes:
            document = project.documents[change.name]
            replace(project.root / change.name, document.bytes_of(document.text))
    typer.echo(fixed.sentence(is_done=not shows), err=True)


def fix(project: Project, names: Iterable[str], find: Callable[[], Sequence[Finding]], *, takes_unsafe: bool) -> Fixed:
    """Put right what can be in the texts that the project holds; nothing is written. ``find`` finds what there is now."""
    names = list(names)
    old: dict[str, str] = {}
    number = 0
    for _ in range(ROUNDS):
        wanted: dict[str, list[Finding]] = {name: [] for name in names}
        for finding in find():
            is_wanted = finding.fix and not finding.suppressed and (finding.fix.is_safe or takes_unsafe)
            if is_wanted and finding.route.path in wanted:
                wanted[finding.route.path].append(finding)
        is_changed = False
        for name, findings in wanted.items():
            document = project.document(name) if findings else None
            made = _apply(project, document, findings) if document else None
            if document and made and made.text != document.text:
                number += sum({*finding.fix.edits} <= {*made.edits} for finding in findings if finding.fix)
                old.setdefault(name, document.text)
                project.put(name, document.bytes_of(made.text))
                is_changed = True
        if not is_changed:
            break
    changes = [Change(name, text, project.documents[name].text, is_changed=True) for name, text in old.items()]
    return Fixed(changes, number)


def splices(project: Project, findings: Iterable[Finding]) -> Splices:
    """What the fix of each of these findings would do to the text of its file; nothing where it cannot be made.

    The fixes of a file are tried together, as each trial reads the file again; one that is in another's way, by itself.
    """
    fixable: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.fix:
            fixable.setdefault(finding.route.path, []).append(finding)

    def made(path: str, wanted: Sequence[Finding]) -> Mapping[Edit, tuple[Span, str]]:
        document = project.document(path)
        done = _apply(project, document, wanted) if document else None
        if document is None or done is None:
            return {}
        places = [(document.span(each.start, each.end), each.text) for each in done.splices]
        return dict(zip(done.edits, places, strict=True))

    together = cache(lambda path: made(path, fixable[path]))

    def of(finding: Finding) -> Sequence[tuple[Span, str]]:
        edits = finding.fix.edits if finding.fix else ()
        known = together(finding.route.path) if edits else {}
        known = known if known.keys() >= {*edits} else made(finding.route.path, [finding])
        return [known[edit] for edit in edits] if known.keys() >= {*edits} else ()

    return of


def hint(findings: Sequence[Finding]) -> str:
    """How many findings can be fixed, in a sentence; nothing where there are none."""
    safe = sum(each.fix is not None and each.fix.is_safe for each in findings)
    unsafe = sum(each.fix is not None and not each.fix.is_safe for each in findings)
    if safe and unsafe:
        return f"{safe} can be fixed with --fix, {unsafe} more with --fix --unsafe-fixes."
    option = "--fix" if safe else "--fix --unsafe-fixes"
    return f"{safe or unsafe} can be fixed with {option}." if safe or unsafe else ""


def _apply(project: Project, document: Document, findings: Iterable[Finding]) -> Applied:
    edits: dict[Edit, None] = {edit: None for each in findings if each.fix for edit in each.fix.edits}
    known = Reader(project.open).entry(document.path).known
    return apply(document, edits, Order(document.tree, known))
