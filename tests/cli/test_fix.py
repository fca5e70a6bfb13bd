"""``cjm lint --fix``: each fix silences its finding and changes nothing else."""

import json
from pathlib import Path

import pytest

from cjm.finding import Finding
from cjm.model.order import Order
from cjm.model.read import Reader
from cjm.source.document import Document
from cjm.source.edit import apply
from cjm.source.proof import is_sound
from cjm.source.tree import Opened
from tests.cli.conftest import Run
from tests.texts import read

ERRORS = Path(__file__).parents[1] / "errors"

HEAD = "cjm: 1\nid: m\ntitle: T\n"
RESEARCH = "research: [interviews]\nactors: [{id: clerk, name: Clerk}]\n"
FIXES: dict[str, tuple[str, str, bool]] = {
    "a channel": (f"{HEAD}stages:\n  - name: A\n    channel: e-mail # c\n", "channel: email # c", True),
    "a channel among others": (f"{HEAD}stages:\n  - name: A\n    channel: [web, 'e-mail']\n", '[web, "email"]', True),
    "a choice": (f"{HEAD}status: validatd\nstages: A\n", "status: validated\n", True),
    "a false friend": (f"{HEAD}lang: fr\nstate: actuel\nstages: A\n", "state: current\n", True),
    "a key": (f"{HEAD}stages:\n  - name: A\n    thnks: so\n", "    thinks: so\n", True),
    "a key in brackets": (f"{HEAD}stages: [{{name: A, thnks: so}}]\n", "{name: A, thinks: so}", True),
    "the key of a persona": (f"{HEAD}persnoa: Ann\nstages: A\n", "\npersona: Ann\n", True),
    "a key of one persona": (f"{HEAD}persona: {{name: Ann, ocupation: x}}\nstages: A\n", "{name: Ann, occupation: x}\n", True),
    "a key in another language": (f"{HEAD}stages:\n  - nom: A\n", "  - name: A\n", True),
    "a channel in another language": (f"{HEAD}stages:\n  - name: A\n    channel: [na miejscu]\n", "channel: [on_site]\n", True),
    "a choice in another language": (f"{HEAD}status: szkic\nstages: A\n", "status: draft\n", True),
    "a time in another language": (f"{HEAD}stages:\n  - name: A\n    wait: 2 godziny\n", "wait: 2 hours\n", True),
    "a language by name": (f"{HEAD}lang: Polski\nstages: A\n", "lang: pl\n", True),
    "evidence": (f"{HEAD}{RESEARCH}stages:\n  - name: A\n    evidence: interview\n", "evidence: interviews\n", False),
    "an actor alone": (f"{HEAD}{RESEARCH}stages:\n  - name: A\n    onstage: clrek\n", "onstage: clerk\n", False),
    "an actor": (f"{HEAD}{RESEARCH}stages:\n  - name: A\n    backstage: {{does: x, actor: clrek}}\n", "actor: clerk}", False),
    "a way on": (f"{HEAD}stages:\n  - id: start\n    next: {{to: strat}}\n", "{to: start}", False),
    "a figure's kind": (f"{HEAD}stages:\n  - name: A\n    metrics: {{nsp: 3}}\n", "{nps: 3}", False),
    "whom it is for": (
        f"{HEAD}persona: {{id: anna, name: Anna}}\nstages:\n  - name: A\n    for: {{ana: {{does: x}}}}\n",
        "for: {anna: {does: x}}",
        False,
    ),
}  # fmt: skip


def findings(text: str) -> list[Finding]:
    return read(text).findings


def fixed(text: str, finding: Finding) -> str:
    assert finding.fix is not None
    document = Document.parse("map", text.encode())
    known = Reader(lambda _: Opened(document.tree)).entry("map").known
    made = apply(document, finding.fix.edits, Order(document.tree, known))
    assert set(made.edits) == set(finding.fix.edits)
    return made.text


@pytest.mark.parametrize("case", FIXES)
def test_a_fix_silences_its_finding(case: str) -> None:
    text, part, is_safe = FIXES[case]
    before = findings(text)
    (finding,) = [each for each in before if each.fix]
    assert finding.fix is not None
    assert finding.fix.is_safe is is_safe
    after = fixed(text, finding)
    assert part in after
    assert findings(after) == [each for each in before if each is not finding]


@pytest.mark.parametrize("path", sorted(ERRORS.glob("*.cjm.yaml")), ids=lambda path: path.name)
def test_a_fix_of_the_catalogue_silences_its_finding_and_brings_no_other(path: Path) -> None:
    text = path.read_bytes().decode("utf-8", "replace")
    before = [(each.rule, each.message) for each in findings(text)]
    is_whole = is_sound(Document.parse("map", text.encode()))  # a text that YAML cannot read stays as it is
    for finding in (each for each in findings(text) if each.fix and is_whole):
        after = [(each.rule, each.message) for each in findings(fixed(text, finding))]
        assert sorted(after) == sorted(each for each in before if each != (finding.rule, finding.message))


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}stages:\n  - name: A\n    thnks: a\n    thinks: b\n",
        f"{HEAD}persnoa: Ann\npersonas: [Bob]\nstages: A\n",
        f"{HEAD}status: finished\nstages: A\n",
        f"{HEAD}stages:\n  - name: A\n    channel: web, phone\n",
        f"{HEAD}stages:\n  - name: A\n    though: x\n",
        f"{HEAD}stages:\n  - name: A\n    evidence: nothing-like-it\n",
    ],
)
def test_what_is_not_sure_is_not_offered(text: str) -> None:
    assert findings(text)
    assert not any(each.fix for each in findings(text))


SETTLED = (
    f"{HEAD}status: validated\nstages:\n  - Enter\n  - name: Pay\n    pains: Queue\n    touchpoints:\n      - Till\n"
)
IDS = (
    f"{HEAD}status: validated\nstages:\n  - {{id: enter, name: Enter}}\n  - id: pay\n    name: Pay\n"
    "    pains: {id: queue, text: Queue}\n    touchpoints:\n      - {id: till, name: Till}\n"
)
ONLY = ("--select", "missing-id", "-f", "concise")


@pytest.mark.parametrize(("status", "told"), [("validated", 1), ("live", 1), ("draft", 0), ("retired", 0)])
def test_ids_are_missed_where_a_map_is_settled(cjm: Run, project: Path, status: str, told: int) -> None:
    (project / "m.cjm.yaml").write_text(SETTLED.replace("validated", status), "utf-8")
    out = cjm("lint", *ONLY).out
    assert out.count("[missing-id]") == told
    assert out.count("4 parts of this map have no id of their own, such as ‘enter’.") == told


def test_missing_ids_are_written_down(cjm: Run, project: Path) -> None:
    path = project / "m.cjm.yaml"
    path.write_text(SETTLED, "utf-8")
    done = cjm("lint", *ONLY)
    assert done.err == "1 can be fixed with --fix.\n"
    done = cjm("lint", "--fix", *ONLY)
    assert (done.code, done.out, done.err) == (
        0,
        "1 file checked: nothing to complain about.\n",
        "Fixed 1 finding in 1 file.\n",
    )
    assert path.read_text("utf-8") == IDS
    assert cjm("lint", "--fix", *ONLY).err == "Nothing to fix.\n"


UNSURE = f"{HEAD}{RESEARCH}stages:\n  - name: A\n    thnks: so\n    channel: e-mail\n    evidence: interview\n"
SURE = UNSURE.replace("thnks", "thinks").replace("e-mail", "email")


def test_what_is_unsafe_is_only_fixed_when_asked_for(cjm: Run, project: Path) -> None:
    path = project / "m.cjm.yaml"
    path.write_text(UNSURE, "utf-8")
    assert cjm("lint", *ONLY).err == "2 can be fixed with --fix, 1 more with --fix --unsafe-fixes.\n"
    assert cjm("lint", "--unsafe-fixes", *ONLY).code == 1
    assert path.read_text("utf-8") == UNSURE
    done = cjm("lint", "--fix", *ONLY)
    assert (done.code, done.err) == (1, "Fixed 2 findings in 1 file.\n1 can be fixed with --fix --unsafe-fixes.\n")
    assert path.read_text("utf-8") == SURE
    done = cjm("lint", "--fix", "--unsafe-fixes", *ONLY)
    assert (done.code, done.err) == (0, "Fixed 1 finding in 1 file.\n")
    assert path.read_text("utf-8") == SURE.replace("evidence: interview", "evidence: interviews")


def test_a_diff_shows_and_changes_nothing(cjm: Run, project: Path) -> None:
    path = project / "m.cjm.yaml"
    path.write_text(UNSURE, "utf-8")
    done = cjm("lint", "--diff", *ONLY)
    assert (done.code, done.err) == (0, "2 findings in 1 file can be fixed.\n")
    lines = [line for line in done.out.splitlines() if line[0] in "+-"]
    assert lines[2:] == ["-    thnks: so", "-    channel: e-mail", "+    thinks: so", "+    channel: email"]
    assert path.read_text("utf-8") == UNSURE
    assert cjm("lint", "-", "--diff", stdin=UNSURE).out.splitlines()[0] == "--- stdin.cjm.yaml"


def test_fixes_that_show_one_another_take_several_rounds(cjm: Run, project: Path) -> None:
    path = project / "m.cjm.yaml"
    path.write_text(f"{HEAD}stages:\n  - name: A\n    chanel: e-mail\n    metrics: {{nsp: {{vaule: 3}}}}\n", "utf-8")
    assert cjm("lint", "--fix", "--unsafe-fixes", *ONLY).err == "Fixed 4 findings in 1 file.\n"
    assert path.read_text("utf-8").endswith("    channel: email\n    metrics: {nps: {value: 3}}\n")


def test_a_mark_at_the_beginning_stays(cjm: Run, project: Path) -> None:
    path = project / "m.cjm.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + UNSURE.replace("\n", "\r\n").encode())
    cjm("lint", "--fix", *ONLY)
    assert path.read_bytes() == b"\xef\xbb\xbf" + SURE.replace("\n", "\r\n").encode()


def test_only_files_that_were_named_are_changed(cjm: Run, project: Path) -> None:
    library = "cjm: 1\nkind: library\nactors:\n  - {id: a, teams: A}\n"
    (project / "l.cjm.yaml").write_text(library, "utf-8")
    (project / "m.cjm.yaml").write_text(f"{HEAD}uses: l.cjm.yaml\nstages: A\n", "utf-8")
    done = cjm("lint", "--fix", "m.cjm.yaml", *ONLY)
    assert "l.cjm.yaml" in done.out
    assert (project / "l.cjm.yaml").read_text("utf-8") == library
    cjm("lint", "--fix", *ONLY)
    assert (project / "l.cjm.yaml").read_text("utf-8") == library.replace("teams", "team")


def test_what_is_ignored_is_not_fixed(cjm: Run, project: Path) -> None:
    path = project / "m.cjm.yaml"
    text = SETTLED.replace("cjm: 1\n", "# cjm: ignore-file[missing-id] names will do\ncjm: 1\n")
    path.write_text(text, "utf-8")
    assert cjm("lint", "--fix", *ONLY).err == "Nothing to fix.\n"
    assert path.read_text("utf-8") == text


def test_standard_input_cannot_be_fixed(cjm: Run) -> None:
    done = cjm("lint", "-", "--fix", stdin=UNSURE)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("cjm: Standard input cannot be fixed: name the file")


def test_fixes_are_remembered_with_their_findings(cjm: Run, project: Path) -> None:
    (project / "m.cjm.yaml").write_text(UNSURE, "utf-8")
    first, again = (json.loads(cjm("lint", "-f", "json").out) for _ in range(2))
    assert first == again
    assert cjm("lint", "--fix", *ONLY).err.startswith("Fixed 2 findings")
