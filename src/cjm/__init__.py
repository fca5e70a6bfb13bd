"""Customer journey maps as code: read, check, compare and draw maps written in YAML.

>>> import cjm
>>> loaded = cjm.load("maps/office-phone.current.cjm.yaml")
>>> svg = cjm.draw(loaded.maps[0])
>>> future = cjm.load("maps/office-phone.future.cjm.yaml").maps[0]
>>> changes = cjm.compare(loaded.maps[0], future).changes
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cjm.errors import CjmError, ConfigError, FileError, UsageError
from cjm.finding import Finding, Route, Severity, Span

if TYPE_CHECKING:
    from cjm.diff.change import Comparison
    from cjm.model.atlas import Atlas
    from cjm.model.journey import Journey
    from cjm.render.backends.svg import Fonts
    from cjm.render.faces import Faces
    from cjm.render.lanes import Detail
    from cjm.render.theme import Theme

__version__ = "0.1.0"

__all__ = [
    "CjmError",
    "ConfigError",
    "FileError",
    "Finding",
    "Loaded",
    "Route",
    "Severity",
    "Span",
    "UsageError",
    "compare",
    "draw",
    "load",
]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What reading files gave: the maps, and everything that is wrong with them, in the order of files and lines."""

    atlas: "Atlas"
    findings: tuple[Finding, ...]

    @property
    def maps(self) -> "tuple[Journey, ...]":
        """The maps, in the order read; one with errors is there as far as it could be read."""
        return self.atlas.maps

    @property
    def has_errors(self) -> bool:
        """Whether any finding is an error."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def load(*paths: str | Path, root: str | Path = ".") -> Loaded:
    """Read maps, folders of maps and libraries; without paths, those of the project around ``root``.

    Never raises for what is wrong inside a file: that is a finding. Raises ``FileError`` where a path does not exist,
    ``ConfigError`` where the project's configuration cannot be used.
    """
    from cjm import config  # noqa: PLC0415
    from cjm.source.project import Project  # noqa: PLC0415

    project = Project(*config.find(Path(root)))
    names, missing = project.find(Path(path) for path in paths)
    if missing:
        message = f"There is no file {missing[0]}."
        raise FileError(message)
    return read(project, names)


def read(project: Any, names: Iterable[str]) -> Loaded:
    """Read files of a :class:`cjm.source.project.Project` by their names in it."""
    from cjm.model.read import Reader, twins  # noqa: PLC0415

    reader = Reader(project.open)
    names = list(names)
    atlas, findings = reader.read(names)
    findings += twins((journey.path, journey.identity) for journey in atlas.maps)
    return Loaded(atlas, tuple(each for name in reader.files(names) for each in project.findings(name, findings)))


def compare(before: "Journey", after: "Journey", *, renames: float = 0.6) -> "Comparison":
    """What changed between two maps, and whether it became better for the customer.

    Elements are the same by type and id over the whole map, by ``formerly``, by content, by name within one parent, or
    where they are at least as alike as ``renames`` (0 to 1). Where one map names the other under ``compares_to``,
    figures that it does not give are the other one's.
    """
    from cjm.diff import compare as engine  # noqa: PLC0415

    return engine.compare(before, after, renames=renames)


def draw(  # noqa: PLR0913  (a picture has as many choices)
    *journeys: "Journey",
    view: str = "swimlane",
    of: str = "",
    theme: "Theme | str" = "light",
    lanes: Iterable[str] = (),
    lang: str = "",
    detail: "Detail" = "standard",
    stages: Iterable[str] = (),
    personas: Iterable[str] = (),
    fonts: "Fonts" = "embed",
    faces: "Faces | None" = None,
) -> str:
    """Draw a map, or several in views that have room for them: a whole SVG file.

    ``view`` is a name from :data:`cjm.render.views.VIEWS`, ``of`` what it is made of where it has a choice.
    ``theme`` is ``light``, ``dark``, ``print`` or what :func:`cjm.render.theme.parse` makes of a file; ``lanes`` picks
    and orders the lanes (unless given, those that hold something, as far as ``detail`` goes: ``overview``, ``standard``
    or ``full``); ``lang`` is the language of the labels (the map's, unless given); ``stages`` and ``personas`` are the
    only ones shown, by id or name; ``fonts`` is ``embed``, ``system`` or ``outline``; ``faces`` are further typefaces,
    gathered by :func:`cjm.render.faces.gather`. For pages and other forms than SVG, see :mod:`cjm.render`.
    Raises ``UsageError`` for a view, theme, lane, language, stage or persona that does not exist.
    """
    from cjm import render  # noqa: PLC0415

    style = render.style(theme, faces)
    scenes = render.lay_out(
        journeys,
        style,
        view=view,
        of=of,
        lanes=tuple(lanes),
        lang=lang,
        detail=detail,
        stages=tuple(stages),
        personas=tuple(personas),
    )
    return render.svg(scenes, style, fonts=fonts)
