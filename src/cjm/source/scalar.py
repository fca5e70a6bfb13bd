"""What a plain scalar means: the core schema of YAML 1.2, without the words that would surprise a writer of prose."""

import math
import re

from cjm.source.tree import Scalar

_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_EMPTY = frozenset(("", "~", "null", "Null", "NULL"))
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}

SPECIAL_START = frozenset("0123456789+-.tTfFnN~")
"""A plain scalar that begins otherwise is text, and need not be looked at."""

_LONGEST_NUMBER = 40


def resolve(text: str) -> str | Scalar | None:
    """The value of a plain scalar: nothing, a text, or a scalar that is both text and value.

    ``.inf`` and ``.nan`` stay text, and so does a number of more digits than any map has a use for.
    """
    if text in _EMPTY:
        return None
    value = _TRUTH[text] if text in _TRUTH else _number(text)
    return text if value is None else Scalar(text, value)


def _number(text: str) -> float | None:
    if len(text) > _LONGEST_NUMBER:
        return None
    if _INTEGER.fullmatch(text):
        return int(text)
    if _BASED.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text) and not math.isinf(value := float(text)):
        return value
    return None
