"""What a picture shall look like: the theme and the fonts that the command line or the configuration names."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cjm.config import Render
from cjm.errors import ConfigError, FileError

if TYPE_CHECKING:
    from cjm.render.faces import Faces
    from cjm.render.text import Style
    from cjm.render.theme import Theme

_SUFFIX = ".toml"
_LARGEST = 64 * 1024 * 1024


def style(asked: Render, configured: Render, root: Path) -> "Style":
    """The theme and typefaces asked for, else those configured; files of the configuration lie below ``root``.

    Raises ``UsageError``, ``ConfigError`` or ``FileError`` for what does not exist or cannot be used.
    """
    import cjm.render as pictures  # noqa: PLC0415

    wanted, folder = (asked.theme, Path()) if asked.theme else (configured.theme, root)
    theme = _theme(folder / wanted) if wanted.endswith(_SUFFIX) else wanted
    fonts = [Path(name) for name in asked.font] or [root / name for name in configured.font]
    return pictures.style(theme, _faces(fonts))


def _theme(path: Path) -> "Theme":
    from cjm.render.theme import parse  # noqa: PLC0415

    def read(name: str) -> bytes:
        return _bytes(path.parent / name)

    try:
        text = _bytes(path).decode("utf-8")
    except OSError as error:
        message = f"The theme {path} cannot be read: {error.strerror}."
        raise FileError(message) from error
    except UnicodeDecodeError as error:
        message = f"The theme {path} is not UTF-8: save it again with that encoding."
        raise ConfigError(message) from error
    return parse(str(path), text, read)


def _faces(fonts: Sequence[Path]) -> "Faces":
    from cjm.render.faces import gather  # noqa: PLC0415
    from cjm.source.typefaces import installed  # noqa: PLC0415

    given = []
    for path in fonts:
        try:
            given.append((str(path), _bytes(path)))
        except OSError as error:
            message = f"The font {path} cannot be read: {error.strerror}."
            raise FileError(message) from error
    return gather(given, system=installed)


def _bytes(path: Path) -> bytes:
    """The content of a file of reasonable size. Raises ``OSError``."""
    with path.open("rb") as file:
        return file.read(_LARGEST)
