"""Checking files, or remembering what was found when they were last checked."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from cjm import __version__
from cjm.cli.reading import Found
from cjm.config import Config
from cjm.finding import Finding
from cjm.source.cache import Cache, Digest, Verdict
from cjm.source.project import Project

FEWEST = 50
"""Below this many files, further processes cost more than they give."""


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
    stale = [name for name in found.names if not _is_known(name, cache, project)]
    judge = partial(_judge, project=project, digest=project.digest if use_cache else str)
    for name, verdict in _results(judge, stale):
        cache.put(name, verdict)
    shown: dict[str, Verdict] = {}
    for name in found.names:
        shown[name] = cache.verdicts[name]
        shown |= {library: cache.verdicts[library] for library in shown[name].libraries}
    if use_cache:
        cache.save(only=set(shown) if found.is_all else None)
    findings = [finding for verdict in shown.values() for finding in verdict.findings]
    twins = _twins(found.names, cache, project)
    if twins:
        order = {name: place for place, name in enumerate(shown)}
        findings = sorted(findings + twins, key=lambda each: (order[each.route.path], each.span or ()))
    return Checked(findings, len(shown))


def _is_known(name: str, cache: Cache, project: Project) -> bool:
    """Whether the verdict on a file still holds, and those on its libraries; what was given as text has none."""
    verdict = None if name in project.documents else cache.get(name, project.digest)
    return verdict is not None and all(cache.get(library, project.digest) for library in verdict.libraries)


def _results(
    judge: Callable[[Sequence[str]], Iterator[tuple[str, Verdict]]], names: Sequence[str]
) -> Iterator[tuple[str, Verdict]]:
    if len(names) < FEWEST:
        return judge(names)
    from cjm.cli.workers import share  # noqa: PLC0415

    return share(judge, names, "Checking maps")


def _judge(names: Sequence[str], project: Project, digest: Digest) -> Iterator[tuple[str, Verdict]]:
    """Read files, and give the verdict on each and on the libraries it uses: once for each name, as they are met."""
    from cjm.model.journey import Journey  # noqa: PLC0415  (nothing of this where all is known)
    from cjm.model.read import Reader  # noqa: PLC0415

    reader = Reader(project.open)
    done: set[str] = set()
    for name in names:
        findings = reader.read([name])[1]
        _, *libraries = reader.files([name])
        for path in (each for each in (name, *libraries) if each not in done):
            entry = reader.entries[path]
            yield (
                path,
                Verdict(
                    findings=tuple(project.findings(path, findings)),
                    identity=entry.content.identity if isinstance(entry.content, Journey) else "",
                    libraries=tuple(libraries if path == name else ()),
                    reads={other: digest(other) for other in (path, *sorted(entry.reads))},
                ),
            )
            done.add(path)
        reader.forget(name)
        project.forget(name)


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
    return f"{__version__}-{digest.hexdigest()}"
