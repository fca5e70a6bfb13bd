"""Where on a map a finding is: its map, and the nearest thing with a name, whatever line they stand on."""

from typing import NamedTuple

from cjm.finding import Finding


class Place(NamedTuple):
    """A map or a thing on it: its id, its full address (``office-phone@future:touchpoint/porting``), what it is.

    ``within`` is the address of the place around it, empty for a map.
    """

    name: str
    address: str
    kind: str
    within: str = ""


def places(finding: Finding) -> list[Place]:
    """The places a finding is in, from the map inwards; none where the file could not be read as a map.

    A map without an id, and a library, is known by its file. A touchpoint whose address names its stage is within it.
    """
    map = finding.map
    if not map:
        return []
    found = [Place(map, map, "file" if finding.map == finding.route.path else "map")]
    kind, _, rest = finding.element.partition("/")
    stage, slash, id = rest.rpartition("/") if kind == "touchpoint" else ("", "", rest)
    if slash:
        found.append(Place(stage, f"{map}:stage/{stage}", "stage", map))
    if kind:
        found.append(Place(id, f"{map}:{finding.element}", kind, found[-1].address))
    return found
