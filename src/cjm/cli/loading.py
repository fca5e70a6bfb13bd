"""Reading the maps of a command line, and setting aside those that have errors."""

from typing import NamedTuple

from cjm import read
from cjm.cli.reading import Found
from cjm.finding import Finding, Severity
from cjm.model.journey import Journey
from cjm.model.read import beside


class Sound(NamedTuple):
    """The maps without errors, in the order read; what is wrong with the files of the others; how many maps in all."""

    maps: tuple[Journey, ...]
    findings: tuple[Finding, ...]
    all: int


def load(found: Found) -> Sound:
    """Read files; a map is sound if neither it nor a library it uses has an error."""
    loaded = read(found.project, found.names)
    broken = {finding.route.path for finding in loaded.findings if finding.severity is Severity.ERROR}
    maps = tuple(
        journey
        for journey in loaded.maps
        if broken.isdisjoint({journey.path, *(beside(journey.path, name) for name in journey.uses)})
    )
    findings = tuple(finding for finding in loaded.findings if finding.route.path in broken)
    return Sound(maps, findings, len(loaded.maps))
