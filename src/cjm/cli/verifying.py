"""Merges made elsewhere, by a hosting site say, checked afterwards: whether anything of a map was lost."""

from collections.abc import Sequence
from pathlib import Path

from cjm.cli.ground import at_commit
from cjm.cli.merging import Read, read_version
from cjm.diff.merge import merge
from cjm.diff.proof import Versions, doubts
from cjm.errors import UsageError
from cjm.source import git
from cjm.source.git import Repository
from cjm.source.project import Project
from cjm.source.woven import clashes


def lost(project: Project, repository: Repository, commit: str, paths: Sequence[str]) -> dict[str, list[str]]:
    """What a merge commit lost of the maps at these paths, of all without any: in sentences, file by file.

    Files that only one side changed are there only where they are not as that side has them.
    Where both sides changed the same, either version may stand. Raises ``UsageError`` for a commit that is no merge.
    """
    parents = _words(repository, "rev-list", "--parents", "-n", "1", commit)[1:]
    if len(parents) != 2:
        message = f"{commit[:12]} is no merge of two commits: it has {len(parents)} parent{'s' * (len(parents) != 1)}."
        raise UsageError(message)
    bases = _words(repository, "merge-base", *parents)
    if not bases:
        message = f"The two sides of {commit[:12]} have no commit in common."
        raise UsageError(message)
    then, *sides = (at_commit(project, repository, each) for each in (commit, bases[0], *parents))
    names, missing = then.find(Path(path).absolute() for path in paths)
    if missing:
        message = f"There is no file {missing[0]} in {commit[:12]}."
        raise UsageError(message)
    found = ((name, _of_file(name, then, sides)) for name in names)
    return {name: doubts for name, doubts in found if doubts is not None}


def _of_file(name: str, then: Project, sides: Sequence[Project]) -> list[str] | None:
    """What speaks against one file of a merge; nothing where there was nothing to merge."""
    versions = [side.read(name) for side in sides]
    data = then.read(name)
    base, ours, theirs = versions
    if isinstance(data, str) or any(isinstance(each, str) for each in versions):
        return None  # added, deleted or renamed: not a merge of its text
    if base in (ours, theirs) or ours == theirs:
        taken = theirs if ours == base else ours
        return None if data == taken else ["It is as neither side has it, though only one side changed it."]
    read = [read_version(then, name, each) for each in (*versions, data) if isinstance(each, bytes)]
    known = [each for each in read if isinstance(each, Read)]
    if len(known) < len(read):
        return ["One of its versions is no readable map, so the merge cannot be checked."]
    before = Versions(*(each.side for each in known[:3]))
    return doubts(before, known[3].side, "either", tuple(clashes(merge(*before).root)))


def _words(repository: Repository, *question: str) -> list[str]:
    return git.run(repository.root, *question).stdout.decode().split()
