"""What anybody would write to compare two maps: ruamel's safe loader and deepdiff. `python generic.py BEFORE AFTER`."""

import sys
from pathlib import Path

from deepdiff import DeepDiff
from ruamel.yaml import YAML


def load(path: str) -> object:
    return YAML(typ="safe").load(Path(path).read_text(encoding="utf-8"))


if __name__ == "__main__":
    print(DeepDiff(load(sys.argv[1]), load(sys.argv[2])).pretty())  # noqa: T201  (this is a program)
