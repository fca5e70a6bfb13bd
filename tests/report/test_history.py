"""The history of a map in a terminal: what holds for every width and encoding."""

from datetime import UTC, datetime, timedelta

import pytest

from cjm.diff.history import Version, follow
from cjm.report.terminal.cells import cell_len
from cjm.report.terminal.history import history_text
from cjm.report.terminal.pen import choose
from tests.texts import read

MAP = """cjm: 1
title: Wizyta w sklepie
stages:
  - name: Wejście do bardzo dużego sklepu na końcu miasta
    feels: -1
    pains: [Wolno]
    metrics: {csat: {value: 52, target: 70}, wait: 2 working days}
"""
SUBJECTS = ("Pierwszy szkic", "番号を移す " * 12, "A very long subject " * 8, "")


def shown(width: int, encoding: str = "utf-8", *texts: str | None) -> str:
    maps = texts or (
        MAP,
        MAP.replace("-1", "1"),
        None,
        MAP.replace("-1", "0.9").replace("52", "48").replace("2 working", "1 working"),
    )
    versions = (
        Version(f"{place:040x}" if place < 3 else "", datetime(2026, 1, 1, tzinfo=UTC) + timedelta(40 * place),
                SUBJECTS[place], "m.cjm.yaml", read(text).journey if text else None, gaps=place,
                reason="" if text else "was deleted")
        for place, text in enumerate(maps)
    )  # fmt: skip
    pen = choose(encoding, wants_ascii=False)
    return "".join(text for text, _ in history_text(follow(versions), pen, width))


@pytest.mark.parametrize("width", [70, 80, 100, 160])
def test_no_row_is_wider_than_the_terminal_and_nothing_is_cut(width: int) -> None:
    text = shown(width)
    assert all(cell_len(line) <= width and line == line.rstrip() for line in text.splitlines())
    assert (text.split().count("long"), text.count("番"), text.count("す")) == (8, 12, 12)


def test_courses() -> None:
    rows = [line for line in shown(160).split("\n\n")[2].splitlines() if "  " in line.strip()]
    told = [[part.strip() for part in row.split("  ") if part.strip()] for row in rows]
    assert told[:2] == [["Feeling", "▁███", "−1 → +0.9", "▲ better"], ["Pain points", "▄▄▄▄", "1", "· unchanged"]]
    assert [part[1:] for part in told[2:]] == [
        ["███▁", "52 → 48 (target 70)", "▼ worse"],
        ["███▁", "2\u00a0working days → 1\u00a0working", "▲ better"],
    ]


def test_judgements_stand_at_the_figures() -> None:
    rows = shown(120).splitlines()
    assert next(row for row in rows if "番号" in row).split()[:6] == ["2026-02-10", "0" * 7, "▲1", "+1", "▲", "1"]


def test_what_is_wrong_with_a_version_is_told() -> None:
    text = shown(120)
    assert "Read in part: 1 error.\n" in text
    assert "The map was deleted.\n" in text
    assert "working tree, not committed\n" in text


@pytest.mark.parametrize("encoding", ["ascii", "iso8859-2", "cp1252"])
def test_what_an_encoding_lacks_is_told_otherwise(encoding: str) -> None:
    text = shown(100, encoding)
    text.encode(encoding)
    assert "'" in text or "^" in text


def test_no_version_can_be_read() -> None:
    text = shown(100, "utf-8", None, None)
    assert text.startswith("m.cjm.yaml\n")
    assert "Feeling" not in text
