"""``cjm schema`` as a user meets it."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize("subject", ["map", "library", "findings", "diff", "log"])
def test_a_schema_is_printed_or_written(cjm: Run, project: Path, subject: str) -> None:
    done = cjm("schema", subject)
    jsonschema.Draft7Validator.check_schema(json.loads(done.out))
    assert cjm("schema", subject, "-o", f"{subject}.json").out == ""
    assert (project / f"{subject}.json").read_text("utf-8") == done.out


def test_an_unknown_subject_is_an_error_of_use(cjm: Run) -> None:
    assert cjm("schema", "wibble").code == 2
