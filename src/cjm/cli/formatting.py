"""Files to their canonical form, and derived ids into them; each is read again before anything is written."""

import sys
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cjm.cli import outputs
from cjm.finding import Edit
from cjm.model.journey import Journey
from cjm.model.library import Library
from cjm.model.moment import Step
from cjm.model.order import Order
from cjm.model.problem import Parts
from cjm.model.read import Reader
from cjm.model.record import Element
from cjm.model.walk import address, walk
from cjm.report.terminal.changes import changes
from cjm.report.terminal.paint import show
from cjm.source.document import Document
from cjm.source.edit import apply
from cjm.source.format import format  # noqa: A004  (what it is called)
from cjm.source.project import Project
from cjm.source.proof import UnprovenError, is_sound
from cjm.source.tree import Opened
from cjm.source.write import replace


class Change(NamedTuple):
    """What becomes of one file: its text before and after. ``is_changed``: any of its bytes are."""

    name: str
    old: str
    new: str
    is_changed: bool


def formatted(project: Project, name: str, *, writes_ids: bool) -> Change | None:
    """A file in its canonical form; nothing where it cannot be read, or has errors of YAML."""
    document = project.document(name)
    if document is None or not is_sound(document):
        return None
    named = with_ids(project, document) if writes_ids else document
    new = format(named, Order(named.tree))
    return Change(name, document.text, new, is_changed=document.has_mark or new != document.text)


def write(project: Project, change: Change) -> None:
    """Put the new text in the place of the old one. Raises ``FileError``; the file is then as it was."""
    replace(project.root / change.name, change.new.encode("utf-8"))


def show_changes(project: Project, made: Iterable[Change]) -> None:
    """Show what becomes of files."""
    spell = outputs.from_here(project.root)
    for change in made:
        show(changes(spell(change.name), change.old, change.new), sys.stdout, colour=outputs.is_colourful(sys.stdout))


def told(results: Mapping[str, Change | None], *, is_done: bool) -> str:
    """What became of files, or would, as in: 3 files formatted, 5 left as they were."""
    made = sum(1 for change in results.values() if change and change.is_changed)
    same = sum(1 for change in results.values() if change and not change.is_changed)
    broken = len(results) - made - same
    parts = []
    if made:
        parts.append(f"{_files(made)} {'formatted' if is_done else 'would be formatted'}")
    if same:
        left = "left as it was" if same == 1 else "left as they were"
        parts.append(f"{same if parts else _files(same)} {left if is_done else 'in order'}")
    if broken:
        parts.append(f"{broken if parts else _files(broken)} with errors left alone")
    return f"{', '.join(parts)}."


def _files(count: int) -> str:
    return f"{count} file{'' if count == 1 else 's'}"


def with_ids(project: Project, document: Document) -> Document:
    """A document with the ids written down that reading derives. Raises ``UnprovenError`` where it then gave others."""
    reader = Reader(project.open)
    entry = reader.entry(document.path)
    content = entry.written
    if content is None:
        return document
    libraries = [each.content for each in reader.libraries(entry) if isinstance(each.content, Library)]
    edits = [Edit((*at, "id"), element.id) for at, element in _nameless(content, libraries)]
    order = Order(document.tree, entry.known)
    while edits:
        made = apply(document, edits, order)
        if not made.edits:
            break
        edits = [edit for edit in edits if edit not in made.edits]
        document = Document.parse(document.path, made.text.encode("utf-8"))
    tree = document.tree
    again = Reader(lambda path: Opened(tree) if path == document.path else project.open(path)).entry(document.path)
    if again.written is None or _ids(again.written) != _ids(content):
        message = f"{document.path} was left as it is: its parts would go by other ids."
        raise UnprovenError(message)
    return document


def _nameless(content: Journey | Library, libraries: Iterable[Library]) -> Iterable[tuple[Parts, Element]]:
    """The elements whose id is derived, and an identity; but steps, which are known by what they do.

    What a library of the map calls by the same id keeps that for itself.
    """
    shared = {address(library, at) for library in libraries for at, _ in walk(library) if len(at) == 2}
    for at, record in walk(content):
        is_nameless = isinstance(record, Element) and record.derived and not record.numbered
        is_shared = len(at) == 2 and address(content, at) in shared
        if isinstance(record, Element) and is_nameless and not is_shared and not isinstance(record, Step):
            yield at, record


def _ids(content: Journey | Library) -> dict[Parts, str]:
    return {at: record.id for at, record in walk(content) if isinstance(record, Element)}
