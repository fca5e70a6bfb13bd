"""The operands of ``cjm diff``: files, folders, refs, and which maps they set side by side."""

import posixpath
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cjm.cli.ground import Ground
from cjm.cli.pairing import Pair, Side, find, pair
from cjm.errors import FileError, UsageError
from cjm.model.fold import text_of
from cjm.model.read import beside
from cjm.source.commit import Commit
from cjm.source.git import Repository
from cjm.source.project import SUFFIX, Project


class Pairs(NamedTuple):
    """The maps to compare, each with its counterpart.

    ``is_one``: two maps were named, not sides with many. ``project`` is that of the working tree.
    """

    pairs: list[Pair]
    project: Project
    is_one: bool
    repository: Repository | None = None


class _Place(NamedTuple):
    """What an operand stands for: a file, a folder, or all maps of a project (no ``name``); ``ref`` as for sides."""

    project: Project
    ref: str
    name: str = ""
    is_folder: bool = True

    @property
    def is_whole(self) -> bool:
        return not self.name

    def side(self) -> Side:
        return Side(self.project, self.name, self.ref)


def find_pairs(operands: Sequence[str], paths: Sequence[str] = (), stdin_filename: Path | None = None) -> Pairs:
    """The pairs that one or two operands stand for, or none: HEAD against the working tree.

    ``paths`` restricts sides with many maps to these files and folders. Raises ``UsageError`` or ``FileError``.
    """
    if len(operands) > 2:
        message = (
            f"Two sides are compared, and {len(operands)} are named: files and folders to look at stand behind --."
        )
        raise UsageError(message)
    if list(operands).count("-") > 1:
        message = "Standard input can be one side only."
        raise UsageError(message)
    known = [Path(operand) for operand in operands if _is_there(operand)]
    folder = known[0] if known and known[0].is_dir() else known[0].parent if known else Path.cwd()
    ground = Ground(folder)
    finder = _Finder(ground, stdin_filename)
    before, after = finder.sides([finder.place(operand) for operand in operands])
    repository = ground.repository if before.ref or after.ref else None
    if before.is_folder and after.is_folder:
        return Pairs(_many(before, after, paths), ground.project, is_one=False, repository=repository)
    if paths:
        message = "Files and folders behind -- go with sides that hold several maps: refs and folders."
        raise UsageError(message)
    return Pairs([_one(before, after)], ground.project, is_one=True, repository=repository)


class _Finder:
    """Finds out what operands stand for."""

    def __init__(self, ground: Ground, stdin_filename: Path | None) -> None:
        self.ground = ground
        self.stdin_filename = stdin_filename or Path(f"stdin{SUFFIX}")

    def place(self, operand: str) -> _Place:
        """What one operand stands for."""
        ref, colon, path = operand.partition(":")
        if operand == "-":
            return self.given()
        if not operand:
            message = "An operand is empty: name a file, a folder or a commit."
            raise UsageError(message)
        if not self.ground.is_bare and _is_there(operand):
            return self.named(operand)
        if colon and self.ground.knows(ref):
            return self.within(ref, path)
        if operand.endswith(SUFFIX) and not colon:
            raise FileError(self.gone(operand))
        if not self.ground.knows(operand):
            raise UsageError(self.unknown(operand))
        return _Place(self.ground.at(operand), operand)

    def given(self) -> _Place:
        """Standard input, in a project of its own: the file that it stands for may be the other side."""
        project = Project(self.ground.project.root, self.ground.project.config)
        name = project.add(self.stdin_filename, sys.stdin.buffer.read())
        return _Place(project, "", name, is_folder=False)

    def named(self, path: str) -> _Place:
        """A file or folder on disk."""
        return _at(self.ground.project, "", self.ground.project.name(Path(path)))

    def within(self, ref: str, path: str) -> _Place:
        """``REF:PATH``: from the top of the repository, or as seen from here where it begins with ``./`` or ``../``."""
        project = self.ground.at(ref)
        files = project.files
        assert isinstance(files, Commit)
        is_from_here = path.startswith(("./", "../")) or path in {".", ".."}
        name = project.name(Path(path)) if is_from_here else files.name(path)
        if not files.is_there(name):
            raise FileError(_missing(project, files, ref, path))
        return _at(project, ref, name)

    def gone(self, path: str) -> str:
        """A sentence on a file that is not there, and how to see what it was."""
        name = self.ground.project.name(Path(path))
        is_old = self.ground.knows("HEAD") and self.ground.at("HEAD").files.is_there(name)
        hint = f" It is gone since the last commit: compare with cjm diff -- {path}" if is_old else ""
        return f"There is no file {path}.{hint}"

    def unknown(self, operand: str) -> str:
        """A sentence on an operand that is nothing: both that were tried."""
        try:
            reason = self.ground.repository.unknown(operand.partition(":")[0] or operand)
        except FileError as error:
            reason = str(error)
        return f"‘{operand}’ is neither a file or folder here nor a commit: {reason}"

    def sides(self, places: Sequence[_Place]) -> tuple[_Place, _Place]:
        """Both sides, of which one or none was named."""
        if len(places) == 2:
            before, after = places
            return _like(before, after), _like(after, before)
        if not places:
            return self.head("There is nothing to compare with"), _Place(self.ground.tree(), "")
        place = places[0]
        if place.ref:
            return place, _like(_Place(self.ground.tree(), ""), place)
        if not place.is_folder and (other := _compared(place)):
            return other, place
        what = f"{place.side().spelled()} names no map under ‘compares_to’, and there is no older version of it"
        return _like(self.head(what if not place.is_folder else "There is nothing to compare with"), place), place

    def head(self, otherwise: str) -> _Place:
        """The latest commit. Raises ``UsageError`` that begins like this where there is none."""
        try:
            return _Place(self.ground.at("HEAD"), "HEAD")
        except (FileError, UsageError) as error:
            message = f"{otherwise}: {error} Two maps can be compared anywhere: cjm diff BEFORE AFTER"
            raise UsageError(message) from error


def _is_there(path: str) -> bool:
    """Whether a file or folder stands on disk; of a name too long for any, or in a closed folder, the answer is no."""
    try:
        return Path(path).exists()
    except OSError:
        return False


def _at(project: Project, ref: str, name: str) -> _Place:
    """A file or folder that is there."""
    is_folder = project.files.is_folder(name)
    if not is_folder:
        project.find([Path(project.root, name)])  # it was asked for, and what lies around it may be read, too
    return _Place(project, ref, name, is_folder)


def _like(place: _Place, other: _Place) -> _Place:
    """A whole project, narrowed to what the other side is; anything else as it is."""
    return place._replace(name=other.name) if place.is_whole and other.is_folder else place


def _compared(place: _Place) -> _Place | None:
    """The map that a map names under ``compares_to``, if it does. Raises ``FileError`` where it is not there."""
    document = place.project.document(place.name)
    tree = document.tree if document else None
    value = text_of(tree.get("compares_to")) if isinstance(tree, dict) else None
    if not isinstance(value, str) or not value:
        return None
    name = beside(place.name, value)
    reason = place.project.open(name).reason
    if reason:
        message = f"{place.side().spelled()} names {value} under ‘compares_to’, which {reason}."
        raise FileError(message)
    return place._replace(name=name)


def _many(before: _Place, after: _Place, paths: Sequence[str]) -> list[Pair]:
    sides = []
    missing: list[set[str]] = []
    for place in (before, after):
        below = [Path(path) for path in paths] or ([] if place.is_whole else [Path(place.project.root, place.name)])
        names, absent = place.project.find(below)
        missing.append(set(absent))
        folder = place.name or "."
        maps = {posixpath.relpath(name, folder): place.side()._replace(name=name) for name in names}
        sides.append({path: side for path, side in maps.items() if place.is_whole or not path.startswith("../")})
    if paths and (nowhere := sorted(missing[0] & missing[1])):
        message = f"There is no file or folder {nowhere[0]} on either side."
        raise UsageError(message)
    return pair(*sides)


def _one(before: _Place, after: _Place) -> Pair:
    """Two files, or a file and its counterpart on a side with many maps."""
    if before.is_folder:
        return Pair(_counterpart(after, before), after.side())
    if after.is_folder:
        return Pair(before.side(), _counterpart(before, after))
    return Pair(before.side(), after.side())


def _counterpart(file: _Place, place: _Place) -> Side | None:
    """The map in a folder or project that a file stands beside: of its name, else of its id."""
    name = file.name if place.is_whole else posixpath.join(place.name, posixpath.basename(file.name))
    if place.project.files.is_there(name):
        return place.side()._replace(name=name)
    below = [] if place.is_whole else [Path(place.project.root, place.name)]
    return find(file.side(), (place.side()._replace(name=each) for each in place.project.find(below)[0]))


def _missing(project: Project, files: Commit, ref: str, path: str) -> str:
    """A sentence on a file that a commit does not have."""
    from difflib import get_close_matches  # noqa: PLC0415  (only where something is wrong)

    near = [f"./{path}"] if files.is_there(project.name(Path(path))) else []
    near += get_close_matches(path, [files.path(name) or "" for name in project.find([])[0]], n=1)
    hint = f" Did you mean {ref}:{near[0]}?" if near else ""
    return f"There is no file or folder {path} at {ref}.{hint}"
