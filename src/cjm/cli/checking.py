"""Checking files, or remembering what was found when they were last checked."""

from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from cjm.cli.reading import Found
from cjm.config import Config
from cjm.finding import Finding
from cjm.source.cache import Cache, Digest, Verdict
from cjm.source.project import Project


class Checked(NamedTuple):
    """All findings of a run, in the order of files and lines, and the number of files they are about."""

    findings: list[Finding]
    files: int


def check(found: Found, *, use_cache: bool) -> Checked:
    """Check files and the libraries they use; what has not changed since it was checked is not read again."""
    project = found.project
    cache = Cache(project.root, _key(project.config) if use_cache else "")
    if use_cache:
        cache.load()
    verdicts = {name: cache.get(name, project.digest) for name in found.names if name not in project.documents}
    stale = [name for name in found.names if not _is_known(name, verdicts, cache, project)]
    if stale:
        _check_anew(stale, project, cache, project.digest if use_cache else str)
    shown: dict[str, Verdict] = {}
    for name in found.names:
        shown[name] = cache.verdicts[name]
        shown |= {library: cache.verdicts[library] for library in shown[name].libraries}
    if use_cache:
        cache.save(only=set(shown) if found.is_all else None)
    findings = [finding for verdict in shown.values() for finding in verdict.findings]
    return Checked(sorted_in(list(shown), findings + _twins(found.names, cache, project)), len(shown))


def sorted_in(names: list[str], findings: list[Finding]) -> list[Finding]:
    """Findings in the order of the files, then of lines."""
    order = {name: place for place, name in enumerate(names)}
    return sorted(findings, key=lambda each: (order[each.route.path], each.span or (), each.rule, each.message))


def _is_known(name: str, verdicts: dict[str, Verdict | None], cache: Cache, project: Project) -> bool:
    verdict = verdicts.get(name)
    return verdict is not None and all(cache.get(library, project.digest) for library in verdict.libraries)


def _check_anew(names: list[str], project: Project, cache: Cache, digest: Digest) -> None:
    """Read files and put what is found about them, and about the libraries they use, into the cache."""
    from cjm.model.journey import Journey  # noqa: PLC0415  (nothing of this where all is known)
    from cjm.model.read import Reader  # noqa: PLC0415

    reader = Reader(project.open)
    _, findings = reader.read(names)
    placed = project.findings(findings)
    entries = {path: entry for path, entry in reader.entries.items() if path in names}
    libraries = {path: [each.path for each in reader.libraries(entry)] for path, entry in entries.items()}
    for path in dict.fromkeys([*names, *(each for used in libraries.values() for each in used)]):
        entry = reader.entries[path]
        verdict = Verdict(
            findings=tuple(finding for finding in placed if finding.route.path == path),
            identity=entry.content.identity if isinstance(entry.content, Journey) else "",
            libraries=tuple(libraries.get(path, ())),
            reads={name: digest(name) for name in (path, *sorted(entry.reads))},
        )
        cache.put(path, verdict)


def _twins(names: list[str], cache: Cache, project: Project) -> list[Finding]:
    """Maps of one id and state: only a run as a whole can tell."""
    known = [(name, cache.verdicts[name].identity) for name in names if cache.verdicts[name].identity]
    if len({identity for _, identity in known}) == len(known):
        return []
    from cjm.model.read import twins  # noqa: PLC0415

    return [project.place(finding) for finding in twins(known)]


def _key(config: Config) -> str:
    """What verdicts hold for: the version, the very code that gave them, the configuration."""
    from hashlib import blake2b  # noqa: PLC0415  (dear, and only the cache asks for it)

    digest = blake2b(repr(config).encode(), digest_size=8)
    for room in ("source", "model"):
        for path in sorted((Path(__file__).parents[1] / room).glob("*.py")):
            digest.update(path.read_bytes())
    return f"{version('cjm-toolkit')}-{digest.hexdigest()}"
