"""Checking files, or remembering what was found when they were last checked."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cjm import __version__
from cjm.cli.reading import Found
from cjm.config import Config
from cjm.finding import Finding
from cjm.source.cache import Cache, Digest, Verdict
from cjm.source.project import Project

if TYPE_CHECKING:
    from cjm.model.journey import Journey
    from cjm.model.library import Library

    Content = Journey | Library | None

FEWEST = 50
"""Below this many files, further processes cost more than they give."""


class Checked(NamedTuple):
    """All findings of a run, in the order of files and lines, and the verdict on every file they are about."""

    findings: list[Finding]
    verdicts: Mapping[str, Verdict]


class Work(NamedTuple):
    """What is done with a map beyond reading it: its name, what it depends on besides the configuration, and the doing.

    The doing takes a file's name, what it holds, the findings of reading it, and the map that it names under
    ``compares_to``; it returns all findings, with their places, and the words by which the file names what others hold.
    """

    name: str
    rooms: tuple[str, ...]
    depends: str
    examine: "Callable[[str, Content, list[Finding], Project, Journey | None], tuple[list[Finding], tuple[str, ...]]]"


def _read(
    name: str, _: "Content", findings: list[Finding], project: Project, __: "Journey | None"
) -> tuple[list[Finding], tuple[str, ...]]:
    return project.findings(name, findings), ()


READING = Work("validate", ("source", "model"), "", _read)


def check(found: Found, *, use_cache: bool, work: Work = READING) -> Checked:
    """Check files and the libraries they use; what has not changed since it was checked is not read again."""
    project = found.project
    cache = Cache(project.root, work.name, _key(project.config, work) if use_cache else "")
    if use_cache:
        cache.load()
    stale = [name for name in found.names if not _is_known(name, cache, project)]
    judge = partial(_judge, project=project, digest=project.digest if use_cache else str, work=work)
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
        findings = in_order(findings + twins, shown)
    return Checked(findings, shown)


def in_order(findings: Iterable[Finding], files: Iterable[str]) -> list[Finding]:
    """Findings in the order of files and lines."""
    order = {name: place for place, name in enumerate(files)}
    return sorted(findings, key=lambda each: (order.get(each.route.path, len(order)), each.span or ()))


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


def _judge(names: Sequence[str], project: Project, digest: Digest, work: Work) -> Iterator[tuple[str, Verdict]]:
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
            told, named = work.examine(path, entry.content, findings, project, reader.compared(entry))
            yield (
                path,
                Verdict(
                    findings=tuple(told),
                    identity=entry.content.identity if isinstance(entry.content, Journey) else "",
                    libraries=tuple(libraries if path == name else ()),
                    reads={other: digest(other) for other in (path, *sorted(entry.reads))},
                    named=named,
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


def _key(config: Config, work: Work) -> str:
    """What verdicts hold for: the version, the very code that gave them, the configuration, what else they depend on."""
    from hashlib import blake2b  # noqa: PLC0415  (dear, and only the cache asks for it)

    digest = blake2b(f"{config!r}{work.depends}".encode(), digest_size=8)
    for room in work.rooms:
        for path in sorted((Path(__file__).parents[1] / room).rglob("*")):
            if path.suffix in {".py", ".toml"}:  # the code, and its lists of words
                digest.update(path.read_bytes())
    return f"{__version__}-{digest.hexdigest()}"
