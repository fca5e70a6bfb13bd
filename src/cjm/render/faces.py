"""Which typeface draws which character."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from importlib.resources import as_file, files
from importlib.util import find_spec
from itertools import chain
from typing import Any

import uharfbuzz

from cjm.errors import UsageError
from cjm.render.scripts import region
from cjm.render.typefaces import Typeface, inter, read

PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk")
"""The packages of the extra ``intl`` that hold fonts."""

SELECTORS = "\ufe0e\ufe0f"  # whether a sign shall be text or a coloured picture: pictures of ours have one colour

Blobs = Callable[[], Iterable[Any]]
"""Where font files come from when they are needed, as ``uharfbuzz.Blob``."""

_UNSEEN = re.compile(f"[\u00ad\u200b-\u200f\u2060-\u2064\ufeff{SELECTORS}\U000e0020-\U000e01ef]+")


@dataclass(eq=False)
class _Shelf:
    """Typefaces from several sources, each opened when those before it have not been enough."""

    sources: Sequence[Callable[[], Iterable[Typeface]]]
    stages: list[tuple[Typeface, ...]] = field(default_factory=list)
    readers: "dict[tuple[str, str], Faces]" = field(default_factory=dict)

    def __iter__(self) -> Iterator[tuple[Typeface, ...]]:
        for index, source in enumerate(self.sources):
            if index == len(self.stages):
                self.stages.append(tuple(map(self.named_anew, source())))
            yield self.stages[index]

    def named_anew(self, typeface: Typeface) -> Typeface:
        """The typeface under a name that no other one has."""
        taken = {each.family for each in chain(*self.stages)}
        count = next(count for count in range(1, 99) if _numbered(typeface.family, count) not in taken)
        return replace(typeface, family=_numbered(typeface.family, count)) if count > 1 else typeface


class Faces:
    """The typefaces there are for texts in one language: made by :func:`gather`, asked by character.

    ``lang`` is the language of a map, empty where it names none; ``region`` that of its Chinese characters.
    """

    def __init__(self, shelf: _Shelf, lang: str = "", region: str = "") -> None:
        self.lang = lang
        self._shelf, self._region = shelf, region
        self._picked = dict[str, Typeface | None]()

    @cached_property
    def own(self) -> Typeface:
        """The one that comes first: the theme's own, else Inter."""
        return next(iter(self._shelf))[0]

    @cached_property
    def cap_height(self) -> float:
        """How high capitals are, in ems: rows of type are centred by them."""
        return next(each.cap_height for each in chain.from_iterable(self._shelf) if each.has("H"))

    def led_by(self, own: Typeface) -> "Faces":
        """The same typefaces after a theme's own."""
        return _led(self._shelf, own)

    def speaking(self, lang: str, text: str = "") -> "Faces":
        """The same typefaces for a map in that language; one that names none is judged by a ``text`` of it."""
        key = lang, region(lang, text)
        return self._shelf.readers.setdefault(key, Faces(self._shelf, *key))

    def pick(self, cluster: str) -> Typeface | None:
        """The typeface that draws what a reader sees as one character; nothing where none can."""
        if cluster not in self._picked:
            self._picked[cluster] = self._search(cluster)
        return self._picked[cluster]

    def named(self, family: str) -> Typeface:
        """The typeface of a run that was measured with these; it is the theme's own where the run names none."""
        return next((each for each in chain(*self._shelf.stages) if each.family == family), self.own)

    def _search(self, cluster: str) -> Typeface | None:
        """Who has all of it, else all that is seen of it: not every font knows the signs that only join others."""
        seen = _UNSEEN.sub("", cluster)
        for stage in self._shelf:
            fitting = sorted(stage, key=lambda each: each.misfit(self._region))
            for wanted in (cluster, seen):
                if found := next((each for each in fitting if each.has(wanted)), None):
                    return found
        return None


def gather(
    given: Sequence[tuple[str, bytes]] = (), packages: Sequence[str] = PACKAGES, system: Blobs | None = None
) -> Faces:
    """The typefaces for pictures, in the order in which they are asked for a character.

    Inter, which comes along, is the first, after the one that a theme brings: the theme decides on the Latin letters,
    and a font that is given draws what they lack. Then come the fonts ``given``, each with its name and content; those
    of installed packages; and those of the ``system``. None of these is opened before a character is lacking.

    Raises ``UsageError`` for what is given and is no font.
    """
    own = tuple(map(_given, given))
    return Faces(
        _Shelf(
            (
                lambda: (inter(),),
                lambda: read(own),
                *(lambda name=name: _ranked(read(_packaged(name))) for name in packages),
                lambda: _ranked(read(system())) if system else (),
            )
        )
    )


@lru_cache(maxsize=8)
def _led(shelf: _Shelf, own: Typeface) -> Faces:
    return Faces(_Shelf((lambda: (own,), *shelf.sources)))


def is_unseen(character: str) -> bool:
    """Whether a character is never seen itself: it joins others, or chooses a form of theirs."""
    return _UNSEEN.match(character) is not None


def has_packages() -> bool:
    """Whether the fonts of the extra ``intl`` are installed."""
    return all(map(find_spec, PACKAGES))


def _ranked(typefaces: Iterable[Typeface]) -> list[Typeface]:
    return sorted(typefaces, key=lambda each: each.rank)


def _given(font: tuple[str, bytes]) -> Any:
    name, content = font
    blob = uharfbuzz.Blob(content)
    if not read((blob,)):
        raise UsageError(f"{name} is no font that can be used: TrueType and OpenType files can (.ttf, .otf, .ttc).")
    return blob


def _packaged(name: str) -> Iterator[Any]:
    """The font files of a package; none where it is not installed."""
    if find_spec(name) is None:
        return
    for entry in sorted(files(name).iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith((".ttf", ".otf", ".ttc")):
            with as_file(entry) as path:
                yield uharfbuzz.Blob.from_file_path(str(path))  # mapped, not read: one has 33 MB


def _numbered(family: str, count: int) -> str:
    return family if count == 1 else f"{family} {count}"


ALONE = gather(packages=())
"""Inter and nothing else."""
