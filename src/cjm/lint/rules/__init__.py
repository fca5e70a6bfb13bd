"""Every rule, one a module: the one list. The rules of a project's own join it through the entry points ``cjm.rules``."""

from importlib import import_module

from cjm.lint.rule import Rule

NAMES = (
    "missing_does",
    "unexplained_drop",
)

RULES: tuple[Rule, ...] = tuple(import_module(f"cjm.lint.rules.{name}").check for name in NAMES)
