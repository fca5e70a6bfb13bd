"""Where older versions of a project are looked up: its working tree, and the git repository around it."""

from functools import cached_property
from pathlib import Path

from cjm import config
from cjm.config import Config
from cjm.errors import FileError, UsageError
from cjm.source import git
from cjm.source.commit import Commit
from cjm.source.git import Repository
from cjm.source.history import Revision, history
from cjm.source.project import Project


class Ground:
    """The project around the working directory, and its versions in the repository around a folder.

    A bare repository has no working tree: there the project is what its commits hold.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        bare = _bare(folder)
        self.is_bare = bare is not None
        self.project = Project(bare.root, Config()) if bare else Project(*config.find(Path.cwd()))
        self._projects: dict[str, Project] = {}

    @cached_property
    def repository(self) -> Repository:
        """The repository. Raises ``FileError`` where there is none."""
        return Repository.around(self.folder)

    def at(self, ref: str) -> Project:
        """The project as it is on disk, or at a ref. Raises ``UsageError`` or ``FileError``."""
        if not ref:
            return self.tree()
        if ref not in self._projects:
            self._projects[ref] = at_commit(self.project, self.repository, self.repository.commit(ref))
        return self._projects[ref]

    def tree(self) -> Project:
        """The project on disk. Raises ``UsageError`` where there is no working tree."""
        if self.is_bare:
            message = "This repository is bare, it has no working tree: name two commits, as in cjm diff HEAD~1 HEAD."
            raise UsageError(message)
        return self.project

    def knows(self, ref: str) -> bool:
        """Whether there is a repository, and a commit of that name."""
        try:
            return self.repository.find(ref) is not None
        except FileError:
            return False


def at_commit(project: Project, repository: Repository, commit: str) -> Project:
    """A project as it was at a commit, given by its full hash: the same root and configuration, the files of then."""
    return Project(project.root, project.config, Commit(repository, commit, project.root))


def project_at(project: Project, ref: str) -> Project:
    """A project as it was at a ref of the repository around it. Raises ``UsageError`` or ``FileError``."""
    repository = Repository.around(project.root)
    return at_commit(project, repository, repository.commit(ref))


def find_history(path: Path, ref: str = "HEAD") -> tuple[Project, Repository, list[Revision]]:
    """The commits up to a ref that changed a file, the oldest first; and the project and the repository of the file.

    Raises ``FileError`` or ``UsageError``.
    """
    ground = Ground(next(each for each in path.absolute().parents if each.is_dir()))
    project, repository = ground.project, ground.repository
    commit = repository.commit(ref)
    inside = Commit(repository, commit, project.root).path(project.name(path))
    found = history(repository, inside, commit) if inside else []
    if not found:
        message = f"git knows no version of {path}: a file has a history once it is committed."
        raise FileError(message)
    return project, repository, found


def _bare(folder: Path) -> Repository | None:
    """The bare repository that a folder lies in, if it does."""
    if git.root_above(folder.absolute()):
        return None
    try:
        repository = Repository.around(folder)
    except FileError:
        return None
    return repository if repository.is_bare else None
