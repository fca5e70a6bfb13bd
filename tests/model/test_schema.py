"""The JSON Schema says of any data what the reading says of it; references, dates and values by other values aside."""

import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from jsonschema import Draft7Validator

from cjm.finding import Severity
from cjm.model import feeling, schema
from cjm.model.channel import CHANNELS
from cjm.model.fold import MANY, YES_OR_NO, Fold
from cjm.model.identity import give_ids
from cjm.model.journey import Journey
from cjm.model.library import Library
from cjm.model.record import FORMS
from cjm.model.shape import Shape, shapes
from cjm.model.validator import ValidationError, validator
from tests.judges import program
from tests.mutants import VALUES, mutants, seeds, tree

SCHEMAS = {Journey: schema.map_schema(), Library: schema.library_schema()}
RECORDS = [record for record in FORMS if FORMS[record].short or not record.__subclasses__()]
SIZE = settings().max_examples * 3
Case = tuple[str, Any]
"""What the data is held against (``map``, ``map#/definitions/pain``), and the data."""

AJV = """
const Ajv = require("ajv");
const {schemas, cases} = JSON.parse(require("fs").readFileSync(0, "utf8"));
const ajv = new Ajv({strict: true, allowUnionTypes: true, logger: {log: fail, warn: fail, error: fail}});
function fail(...words) { throw new Error(words.join(" ")); }
for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(schema, name);
process.stdout.write(JSON.stringify(cases.map(([at, data]) => ajv.getSchema(at)(data))));
"""


def accepts(record: type, data: Any) -> bool:
    """Whether the reading finds nothing wrong with a record, of all that a schema can say."""
    node = tree(data)
    fold = Fold()
    folded = fold.record(node, record)
    if any(problem.severity is Severity.ERROR for problem in fold.problems) or not isinstance(node, dict):
        return False
    give_ids(folded)
    try:
        validator(record).validate_python(folded)
    except ValidationError:
        return False
    return True


def home(record: type) -> str:
    """Where a record's schema stands."""
    tops: dict[type, str] = {Journey: "map", Library: "library"}
    if record in tops:
        return tops[record]
    name = schema.name(record)
    return f"{next(tops[top] for top in tops if name in SCHEMAS[top]['definitions'])}#/definitions/{name}"


@cache
def judge(at: str) -> Draft7Validator:
    top, _, name = at.partition("#/definitions/")
    whole = SCHEMAS[Library if top == "library" else Journey]
    part = {"$ref": f"#/definitions/{name}", "definitions": whole["definitions"]} if name else whole
    return Draft7Validator(part)


def least(record: type) -> dict[str, Any]:
    """The least that makes a record: what it needs, as short as it goes."""
    needed = {key: _value(shape) for key, shape in shapes(record).items() if shape.required}
    one_of = FORMS[record].one_of
    return needed | ({one_of[-1]: "3"} if one_of else {})


def _value(shape: Shape) -> Any:
    return shape.choices[0] if shape.choices else [{"name": "a"}] if shape.is_record else "a"


@cache
def every_key() -> list[tuple[type, Any]]:
    """Each key of each record with each value, in an otherwise correct record; and each record without each key."""
    cases: list[tuple[type, Any]] = []
    for record in RECORDS:
        whole = least(record)
        keys = [*shapes(record), *MANY, "x-own", "other"]
        cases += [(record, {**whole, key: value}) for key in keys for value in VALUES]
        cases += [(record, {key: value for key, value in whole.items() if key != left}) for left in whole]
        cases += [(record, value) for value in VALUES]
        cases += [(record, {**whole, one: "a", other: value}) for one, other in _twins(record) for value in VALUES]
    return cases


def _twins(record: type) -> Iterator[tuple[str, str]]:
    for one, other in MANY.items():
        if other in shapes(record):
            yield from ((one, other), (other, one))


@cache
def strays() -> list[tuple[type, Any]]:
    return [
        (Library if isinstance(data, dict) and data.get("kind") == "library" else Journey, data) for data in found()
    ]


@cache
def found() -> list[Any]:
    return [*seeds().values(), *mutants(SIZE)]


def test_every_key_with_every_value() -> None:
    cases = every_key()
    verdicts = [accepts(record, data) for record, data in cases]
    assert 8_000 < sum(verdicts) < len(verdicts) - 8_000
    wrong = [
        (home(record), data, verdict)
        for (record, data), verdict in zip(cases, verdicts, strict=True)
        if judge(home(record)).is_valid(data) != verdict
    ]
    assert wrong == []


def test_maps_and_their_mutants() -> None:
    verdicts = [accepts(record, data) for record, data in strays()]
    assert SIZE * 0.1 < sum(verdicts) < SIZE * 0.9
    wrong = [
        (data, verdict)
        for (record, data), verdict in zip(strays(), verdicts, strict=True)
        if judge(home(record)).is_valid(data) != verdict
    ]
    assert wrong == []


@pytest.mark.judge("ajv")
def test_ajv_takes_the_schemas_and_says_the_same() -> None:
    cases = [*every_key(), *strays()]
    text = json.dumps(
        {
            "schemas": {"map": SCHEMAS[Journey], "library": SCHEMAS[Library]},
            "cases": [[home(record), data] for record, data in cases],
        }
    )
    folder = Path(program("ajv")).parents[1]
    done = subprocess.run(
        ["node", "-e", AJV], cwd=folder, input=text, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr[-2000:]
    verdicts = json.loads(done.stdout)
    wrong = [
        (home(record), data, verdict)
        for (record, data), verdict in zip(cases, verdicts, strict=True)
        if accepts(record, data) != verdict
    ]
    assert wrong == []


@pytest.mark.parametrize("top", SCHEMAS.values(), ids=("map", "library"))
def test_the_schema_is_one_and_says_what_each_key_means(top: dict[str, Any]) -> None:
    Draft7Validator.check_schema(top)
    assert top["$schema"] == "http://json-schema.org/draft-07/schema#"
    for node in _nodes(top):
        for key, value in node.get("properties", {}).items() if node.get("additionalProperties") is False else ():
            assert value["description"], key
        keywords = {key for key, value in node.items() if not (isinstance(value, dict) and "description" in value)}
        assert not keywords & {"format", "title", "anyOf", "oneOf"}, node
    for name, definition in top["definitions"].items():
        assert definition.get("description") or name.rpartition("-or-")[1], name


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _nodes(value)


def map_with(**keys: Any) -> dict[str, Any]:
    return {"cjm": 1, "title": "T", "stages": [{"name": "A", **keys}]}


@pytest.mark.parametrize(
    ("keys", "at", "words"),
    [
        ({"feels": [1]}, "feels", "is not of type"),
        ({"feels": {"score": "high"}}, "feels/score", "does not match"),
        ({"feels": {"scor": 1}}, "feels", "'scor' does not match"),
        ({"says": [{"text": "a", "by": {}}]}, "says/0/by", "is not of type"),
        ({"pains": {"text": "a", "severity": 9}}, "pains/severity", "greater than the maximum"),
        ({"pains": ["a", {"severity": 3}]}, "pains/1", "'text' is a required property"),
        ({"touchpoints": [{"thinks": "a"}]}, "touchpoints/0", "'name' is a required property"),
        ({"onstage": {"automation": "manual"}}, "onstage", "'does' is a required property"),
        ({"metrics": {"csat": {"n": -1}}}, "metrics/csat/n", "less than the minimum"),
        ({"wait": "two days"}, "wait", "does not match"),
        ({"automations": "a"}, "automations", "is not of type"),
        ({"moment_of_truth": "Yes"}, "moment_of_truth", "should not be valid under"),
    ],
)
def test_one_slip_gives_one_error_where_it_is(keys: dict[str, Any], at: str, words: str) -> None:
    (error,) = judge("map").iter_errors(map_with(**keys))
    assert "/".join(map(str, error.absolute_path)) == f"stages/0/{at}"
    assert words in error.message


@pytest.mark.parametrize("word", sorted({*YES_OR_NO, *map(str.upper, YES_OR_NO), *map(str.title, YES_OR_NO)}))
def test_a_moment_of_truth_is_no_yes_and_no_no(word: str) -> None:
    assert not judge("map").is_valid(map_with(moment_of_truth=word))
    assert judge("map").is_valid(map_with(moment_of_truth=f"{word}."))


def test_words_that_editors_propose() -> None:
    docs = {key: shape.doc for record in RECORDS for key, shape in shapes(record).items()}
    for key in ("occasion", "function"):
        assert tuple(re.split(r", (?:or any word)?", docs[key].rpartition(": ")[2])[:-1]) == schema.WORDS[key]
    assert {schema.WORDS["channel"], schema.WORDS["emotion"]} == {CHANNELS, schema.FEELINGS}
    assert len(schema.FEELINGS) >= 24
    assert {feeling.implied(word) for word in schema.FEELINGS} == {-2, -1, 0, 1, 2}
    stage = SCHEMAS[Journey]["definitions"]["stage"]["properties"]
    assert stage["channel"]["examples"] == [*CHANNELS]
    assert stage["feels"]["examples"] == [*schema.FEELINGS]
