"""Configuration: ``cjm.toml``, or ``[tool.cjm]`` in ``pyproject.toml``. The command line wins over both."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from cjm.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Render:
    """``[render]``: how pictures are drawn unless the command line says otherwise."""

    theme: str = "light"
    lang: str = ""
    lanes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """What a project has set. ``maps`` are globs or folders, relative to the configuration file's folder."""

    maps: tuple[str, ...] = ("**/*.cjm.yaml",)
    render: Render = Render()


def find(folder: Path) -> tuple[Path, Config]:
    """The root of the project around a folder, and its configuration.

    The root is where the nearest ``cjm.toml`` or ``[tool.cjm]`` lies, else the root of the git work tree, else the
    folder itself. Raises ``ConfigError``.
    """
    folder = folder.absolute()
    for each in (folder, *folder.parents):
        for name, table in (("cjm.toml", ()), ("pyproject.toml", ("tool", "cjm"))):
            path = each / name
            if path.is_file() and (settings := _load(path, table)) is not None:
                return each, _config(settings, path)
        if (each / ".git").exists():
            return each, Config()
    return folder, Config()


def _load(path: Path, table: tuple[str, ...]) -> Mapping[str, Any] | None:
    try:
        settings: Any = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"{path} cannot be read: {error}"
        raise ConfigError(message) from error
    for name in table:
        settings = settings.get(name) if isinstance(settings, dict) else None
    return settings if isinstance(settings, dict) else None


def _config(settings: Mapping[str, Any], path: Path) -> Config:
    settings = dict(settings)
    render = settings.pop("render", {})
    if not isinstance(render, dict):
        message = f"{path}: ‘render’ is a table: write [render]"
        raise ConfigError(message)
    config: Config = _fill(Config, settings, path, "", {"render": _fill(Render, render, path, "render.", {})})
    return config


def _fill(kind: type[Any], settings: Mapping[str, Any], path: Path, prefix: str, done: dict[str, Any]) -> Any:
    known = {field.name: field.type for field in fields(kind)}
    for key, value in settings.items():
        if key not in known:
            close = get_close_matches(key, known, n=1)
            hint = f"Did you mean ‘{prefix}{close[0]}’?" if close else f"Possible: {', '.join(known)}."
            message = f"{path}: there is no setting ‘{prefix}{key}’. {hint}"
            raise ConfigError(message)
        if known[key] is str and isinstance(value, str):
            done[key] = value
        elif known[key] is not str and isinstance(value, list) and all(isinstance(item, str) for item in value):
            done[key] = tuple(value)
        else:
            wanted = "a text" if known[key] is str else "a list of texts"
            message = f"{path}: ‘{prefix}{key}’ is {wanted}."
            raise ConfigError(message)
    return kind(**done)
