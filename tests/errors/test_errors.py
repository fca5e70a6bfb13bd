"""Every slip of the catalogue: ``NAME.cjm.yaml`` gives exactly the text in ``NAME.txt``."""

import io
from pathlib import Path

import pytest

from cjm import config, read
from cjm.finding import Severity
from cjm.report.summary import summarise
from cjm.report.terminal.findings import findings_text
from cjm.report.terminal.paint import show
from cjm.source.project import Project
from tests import expected

HERE = Path(__file__).parent
CASES = sorted(path.name.removesuffix(".cjm.yaml") for path in HERE.glob("*.cjm.yaml"))
HARMLESS = {
    "channel-in-another-language",
    "channels-with-a-comma",
    "stages-with-commas",
    "hash-cuts-text",
    "feeling-not-listed",
    "near-miss-of-a-channel",
    "near-miss-of-a-name",
    "two-channels-in-one",
}


def findings_of(name: str) -> tuple[Project, list[str]]:
    project = Project(HERE, config.Config())
    names, _ = project.find([HERE / f"{name}.cjm.yaml"])
    return project, names


@pytest.mark.parametrize("case", CASES)
def test_a_slip_is_explained(case: str) -> None:
    project, names = findings_of(case)
    loaded = read(project, names)
    text = io.StringIO()
    summary = summarise(loaded.findings, len(project.documents))
    show(
        findings_text(loaded.findings, summary, lambda path, line: project.documents[path].line(line)),
        text,
        colour=False,
    )
    expected.check(HERE / f"{case}.txt", text.getvalue())
    assert loaded.findings
    assert any(finding.severity is Severity.ERROR for finding in loaded.findings) is (case not in HARMLESS)
    for finding in loaded.findings:
        assert finding.help, f"{case}: {finding.message} has no remedy"


def test_every_case_has_its_text_and_every_text_its_case() -> None:
    assert sorted(path.stem for path in HERE.glob("*.txt")) == CASES
    assert len(CASES) >= 80
