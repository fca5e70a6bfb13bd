"""The pages on rules and themes, from the rules' own docstrings and the light theme."""

import inspect
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from cjm.lint.reading import READING
from cjm.lint.rules import RULES
from cjm.render import theme
from cjm.report.rules import markdown


def rules_page() -> str:
    """The reference of the rules."""
    return markdown(RULES, READING)


def themes_page() -> str:
    """How to write a theme, and the roles there are."""
    return "\n".join(_themes()) + "\n"


def _themes() -> Iterator[str]:
    _, _, told = (inspect.getdoc(theme) or "").partition("\n\n")
    yield from (
        "# Themes",
        "",
        "What a picture looks like is a small file. `cjm render --list-themes` names the built-in ones:",
    )
    yield ""
    yield from (f"- `{name}`: {line}" for name, line in theme.names().items())
    yield from ("", "[`examples/brand.theme.toml`](../examples/brand.theme.toml) is a theme to copy, and")
    yield "[`light.toml`](../src/cjm/render/themes/light.toml) the one that all others are laid over."
    yield from ("", "```text", told.replace("``", "").replace("::\n", ":\n"), "```")
    light = tomllib.loads(files("cjm.render").joinpath("themes", "light.toml").read_text("utf-8"))
    for part in ("colours", "types", "paints"):
        names = ", ".join(f"`{name}`" for name in light[part])
        yield from ("", f"{part.capitalize()} that can be set: {names}.")
