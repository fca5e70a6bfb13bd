"""Findings as JUnit's XML, which every CI shows as tests: a suite for each file, a case for each finding.

Errors and warnings are failures; an info passes, and is told as its output. A file without findings is a case that passes.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from cjm.finding import Finding, Severity
from cjm.report.entry import Name, said
from cjm.report.terminal.paint import safe

_NONE_IN_XML = re.compile("[\ufffe\uffff]")


def junit(findings: Iterable[Finding], files: Iterable[str], title: str, name: Name = str) -> str:
    """The suites of all files. ``title`` is the command that ran."""
    found: Mapping[str, list[Finding]] = defaultdict(list, {file: [] for file in files})
    for finding in findings:
        found[finding.route.path].append(finding)
    top = Element("testsuites", {"name": title})
    for path, told in found.items():
        _suite(top, _text(name(path)), told, title)
    _count(top)
    indent(top)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(top, "unicode")}\n'


def _suite(top: Element, path: str, findings: Sequence[Finding], title: str) -> None:
    suite = SubElement(top, "testsuite", {"name": path})
    times: Counter[str] = Counter()
    for finding in findings:
        label = _label(finding)
        times[label] += 1
        _case(suite, path, finding, label if times[label] == 1 else f"{label} ({times[label]})")
    if not findings:
        SubElement(suite, "testcase", {"classname": path, "name": title, "file": path})
    _count(suite)


def _case(suite: Element, path: str, finding: Finding, label: str) -> None:
    line = {"line": str(finding.span.line)} if finding.span else {}
    case = SubElement(suite, "testcase", {"classname": path, "name": label, "file": path, **line})
    place = f"{path}:{finding.span.line}:{finding.span.column}" if finding.span else path
    text = f"{place}: {finding.severity.value}: {_text(said(finding))}"
    if finding.severity is Severity.INFO:
        SubElement(case, "system-out").text = text
    else:
        message = {"message": _text(finding.message), "type": finding.severity.value}
        SubElement(case, "failure", message).text = text


def _label(finding: Finding) -> str:
    """A name that stays the same when lines move: the rule, the element and the field."""
    rule, _, *where = finding.identity()
    return _text(" ".join(filter(None, (rule, *where))))


def _count(element: Element) -> None:
    element.set("tests", str(len(list(element.iter("testcase")))))
    element.set("failures", str(len(list(element.iter("failure")))))
    element.set("errors", "0")
    element.set("skipped", "0")


def _text(text: str) -> str:
    return _NONE_IN_XML.sub("\ufffd", safe(text))
