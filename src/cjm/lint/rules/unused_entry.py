"""An entry of the library is used by no map.

A library that holds what nobody uses grows until nobody reads it, and then everybody writes their own. What is named nowhere
is left over from a map that is gone, or was misspelt where it should be named.

Bad:
    actors: [{id: courier, name: Courier, kind: partner}]

Good:
    actors: [{id: mechanic, name: Mechanic, kind: employee}]

Remedy: Name it in a map, or take it out of the library; keep it with an ignore and a reason if a map is on its way.

Source: our own.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.shared import Shared
from cjm.model.library import Library
from cjm.model.walk import walk

_KINDS = {
    "personas": "persona", "channels": "channel", "actors": "actor", "systems": "system", "research": "research",
    "metrics": "metric",
}  # fmt: skip


@rule(Severity.INFO)
def check(shared: Shared) -> Iterator[Problem]:
    """Entries of libraries that no map names, nor an entry of the same library."""
    for path, library in shared.libraries.items():
        named = shared.named.get(path, frozenset()) | _inside(library)
        for key, kind in _KINDS.items():
            for index, entry in enumerate(getattr(library, key)):
                name = getattr(entry, "name", "")
                if not named & {f"{kind}/{entry.id}", f"{kind}/{name}"}:
                    message = f"No map names the {kind} ‘{name or entry.id}’."
                    help = "Take it out of the library, or name it in a map."
                    yield Problem((key, index), message, help, path=path)


def _inside(library: Library) -> frozenset[str]:
    """The studies on which other entries of a library rest, and the channels' and systems' owners."""
    records = [record for _, record in walk(library)]
    resting = {f"research/{id}" for record in records for id in getattr(record, "evidence", ())}
    owners = {getattr(record, key, "") for record in records for key in ("owner", "owned_by")}
    return frozenset(resting | {f"actor/{owner}" for owner in owners})
