"""Configuration: ``cjm.toml``, or ``[tool.cjm]`` in ``pyproject.toml``. The command line wins over both."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from cjm.errors import ConfigError

Tables = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Render:
    """``[render]``: how pictures are drawn unless the command line says otherwise.

    ``theme`` is a built-in theme or a file, ``font`` are files; paths are relative to the configuration file's folder.
    """

    theme: str = "light"
    lang: str = ""
    lanes: tuple[str, ...] = ()
    detail: str = ""
    font: tuple[str, ...] = ()
    size: str = ""


@dataclass(frozen=True, slots=True)
class Lint:
    """``[lint]``: which rules judge the maps, and how. ``rules`` holds a table for each rule, ``ignores`` one for each ignore."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str = ""
    fail_on: str = ""
    baseline: str = ""
    rules: Tables = field(default_factory=dict)
    ignores: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Diff:
    """``[diff]``: how maps are compared unless the command line says otherwise; ``find_renames`` as ``60%``."""

    find_renames: str = ""
    editorial: bool = False
    fail_on: str = ""


@dataclass(frozen=True, slots=True)
class Config:
    """What a project has set. ``maps`` are globs or folders, relative to the configuration file's folder."""

    maps: tuple[str, ...] = ("**/*.cjm.yaml",)
    render: Render = Render()
    lint: Lint = Lint()
    diff: Diff = Diff()


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
    parts = {"render": Render, "lint": Lint, "diff": Diff}
    done = {
        name: _fill(kind, _table(settings.pop(name, {}), name, path), path, f"{name}.", {})
        for name, kind in parts.items()
    }
    config: Config = _fill(Config, settings, path, "", done)
    return config


def _table(value: Any, name: str, path: Path) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        message = f"{path}: ‘{name}’ is a table: write [{name}]"
        raise ConfigError(message)
    return value


def _fill(kind: type[Any], settings: Mapping[str, Any], path: Path, prefix: str, done: dict[str, Any]) -> Any:
    known = {each.name.replace("_", "-"): each for each in fields(kind)}
    for key, value in settings.items():
        if key not in known:
            close = get_close_matches(key, known, n=1)
            hint = f"Did you mean ‘{prefix}{close[0]}’?" if close else f"Possible: {', '.join(known)}."
            message = f"{path}: there is no setting ‘{prefix}{key}’. {hint}"
            raise ConfigError(message)
        wanted, is_fine = _KINDS[known[key].type]
        if not is_fine(value):
            message = f"{path}: ‘{prefix}{key}’ is {wanted}."
            raise ConfigError(message)
        done[known[key].name] = tuple(value) if isinstance(value, list) else value
    return kind(**done)


def _is_list_of(kind: type, value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, kind) for item in value)


_KINDS: dict[Any, tuple[str, Callable[[Any], bool]]] = {
    str: ("a text", lambda value: isinstance(value, str)),
    bool: ("true or false", lambda value: isinstance(value, bool)),
    tuple[str, ...]: ("a list of texts", lambda value: _is_list_of(str, value)),
    Tables: ("a table of tables", lambda value: isinstance(value, dict) and _is_list_of(dict, [*value.values()])),
    tuple[Mapping[str, Any], ...]: ("a list of tables", lambda value: _is_list_of(dict, value)),
}
"""What a setting may be: in words, and whether a value is that."""
