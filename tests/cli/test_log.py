"""``cjm log`` as a user meets it, in real repositories."""

import json
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pptx import Presentation
from pptx.util import Emu

from tests.cli.conftest import Run
from tests.repositories import Work, begin

MAP = """cjm: 1
title: A visit to the shop
uses: lib.cjm.yaml
stages:
  - name: Enter
    feels: -1
    pains: [Nobody is there, The door sticks]
    metrics: {csat: 40}
    evidence: survey
"""
LIBRARY = "cjm: 1\nkind: library\nresearch: [{id: survey, n: 40}]\n"
BETTER = MAP.replace("feels: -1", "feels: 1").replace("Nobody is there, ", "")
BEST = BETTER.replace("csat: 40", "csat: 60")


@pytest.fixture
def work(project: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    monkeypatch.delenv("COLUMNS", raising=False)
    return begin(project, monkeypatch)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A map that is renamed, broken, merged, and not committed as it is."""
    root, shop = tmp_path_factory.mktemp("story"), "shop.cjm.yaml"
    with pytest.MonkeyPatch.context() as patch:
        work = begin(root, patch)
        day(patch, "2026-01-10")
        work.commit({"cjm.toml": "", "a.cjm.yaml": MAP, "lib.cjm.yaml": LIBRARY}, "First draft")
        work.git("tag", "v1")
        day(patch, "2026-02-10")
        work.move("a.cjm.yaml", shop)
        work.commit({}, "Another name")
        day(patch, "2026-03-10")
        work.commit({shop: "- only\n- a list\n"}, "Oops")
        work.commit({shop: MAP}, "Mended")
        work.git("checkout", "-q", "-b", "side")
        work.commit({shop: BETTER.replace("A visit", "A trip")}, "On the side")
        work.commit({shop: BETTER}, "Still on the side")
        work.git("checkout", "-q", "main")
        work.commit({"other.txt": "x"}, "Something else")
        day(patch, "2026-04-10")
        work.git("merge", "-q", "--no-ff", "-m", "Someone greets", "side")
        work.write({shop: BEST})
    return root


@pytest.fixture
def story(work: Work, told: Path) -> Work:
    """The same, for one test."""
    shutil.copytree(told, work.root, dirs_exist_ok=True)
    return work


def day(patch: pytest.MonkeyPatch, date: str) -> None:
    """The date of the commits to come."""
    for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
        patch.setenv(name, f"{date}T10:00:00+02:00")


def data(cjm: Run, *options: str) -> dict[str, Any]:
    """The history of the shop as JSON, which keeps to its schema."""
    done = cjm("log", "shop.cjm.yaml", "-f", "json", *options)
    assert (done.code, done.err) == (0, "")
    found: dict[str, Any] = json.loads(done.out)
    jsonschema.validate(found, json.loads(cjm("schema", "log").out), jsonschema.Draft7Validator)
    return found


def test_a_story(cjm: Run, story: Work) -> None:
    marks = story.git("log", "--first-parent", "--reverse", "--format=%H", "--", "*.cjm.yaml").splitlines()
    done = cjm("log", "shop.cjm.yaml")
    assert (done.code, done.err) == (0, "")
    today = done.out.splitlines()[1][-len("2026-05-10") :]
    text = done.out.replace(today, "2026-05-10")
    for index, mark in enumerate(marks):
        text = text.replace(mark[:7], f"commit{index}")
    assert (
        text
        == """\
A visit to the shop
shop.cjm.yaml · 6 versions · 2026-01-10 – 2026-05-10

date        commit   changes  emotion  pains  hand-offs  automated  subject
2026-01-10  commit0              −1      2          0          0    First draft
2026-02-10  commit1              −1      2          0          0    Another name
                                                                    renamed to shop.cjm.yaml
2026-03-10  commit2                                                 Oops
                                                                    The map cannot be read.
2026-03-10  commit3              −1      2          0          0    Mended
2026-04-10  commit4  ▲2          +1 ▲    1 ▲        0          0    Someone greets
2026-05-10  -        ▲1          +1      1          0          0    working tree, not committed
For the customer: ▲ improved, ▼ worsened, · neutral, ? unknown.

Feeling                     ▁▁▁▁██  −1 → +1  ▲ better
Pain points                 ████▁▁  2 → 1    ▲ better
Satisfaction (CSAT), Enter  ▁▁▁▁▁█  40 → 60  ▲ better
"""
    )


@pytest.mark.usefixtures("story")
def test_json(cjm: Run) -> None:
    found = data(cjm)
    assert found["map"] == {"path": "shop.cjm.yaml", "id": None, "state": "current", "title": "A visit to the shop"}
    stops = found["stops"]
    assert [stop["subject"] for stop in stops] == [
        "First draft",
        "Another name",
        "Oops",
        "Mended",
        "Someone greets",
        "",
    ]
    assert [stop["path"] for stop in stops] == ["a.cjm.yaml", *["shop.cjm.yaml"] * 5]
    assert [stop["commit"] and len(stop["commit"]) for stop in stops] == [40] * 5 + [None]
    assert stops[0]["date"] == "2026-01-10T10:00:00+02:00"
    assert stops[0]["summary"] is None
    assert (stops[2]["figures"], stops[2]["summary"], stops[2]["reason"]) == (None, None, "cannot be read")
    assert stops[4]["figures"]["pains"] == 1
    assert stops[4]["summary"] == {
        "improved": 2, "worsened": 0, "neutral": 0, "unknown": 0,
        "emotion": [-1, 1], "pains": [2, 1], "handoffs": [0, 0], "automated": [0, 0],
    }  # fmt: skip
    (csat,) = found["metrics"]
    assert (csat["name"], csat["values"], csat["direction"]) == (
        "stage/enter/csat",
        [40, 40, None, 40, 40, 60],
        "improved",
    )


@pytest.mark.parametrize(
    ("options", "subjects"),
    [
        (("-n", "1"), ["Mended", "Someone greets"]),
        (("-n", "2"), ["Another name", "Mended", "Someone greets"]),
        (("-n", "9"), ["First draft", "Another name", "Oops", "Mended", "Someone greets"]),
        (("--since", "v1"), ["First draft", "Another name", "Oops", "Mended", "Someone greets"]),
        (("--since", "HEAD~1"), ["Mended", "Someone greets"]),
        (("--since", "2026-03-10"), ["Another name", "Oops", "Mended", "Someone greets"]),
        (("--since", "2026-04"), ["Mended", "Someone greets"]),
        (("--since", "2025"), ["First draft", "Another name", "Oops", "Mended", "Someone greets"]),
        (("--since", "2026-03-10", "-n", "1"), ["Mended", "Someone greets"]),
        (("--since", "HEAD"), ["Someone greets"]),
    ],
)
@pytest.mark.usefixtures("story")
def test_a_part_of_the_history_begins_with_what_stood_before(
    cjm: Run, options: tuple[str, ...], subjects: list[str]
) -> None:
    stops = data(cjm, *options)["stops"]
    assert [stop["subject"] for stop in stops] == [*subjects, ""]
    assert [stop["summary"] is None for stop in stops if stop["figures"]] == [
        True,
        *[False] * (len(subjects) - subjects.count("Oops")),
    ]


def test_what_is_committed_is_told_once(cjm: Run, story: Work) -> None:
    story.commit({}, "Done")
    assert data(cjm)["stops"][-1]["subject"] == "Done"


def test_a_library_counts_as_well(cjm: Run, story: Work) -> None:
    story.commit({}, "Done")
    story.write({"lib.cjm.yaml": LIBRARY.replace("40", "50")})
    assert data(cjm)["stops"][-1]["commit"] is None


def test_a_version_with_errors_is_read_as_far_as_it_can_be(cjm: Run, work: Work) -> None:
    work.commit({"lib.cjm.yaml": LIBRARY, "shop.cjm.yaml": MAP})
    work.commit({"shop.cjm.yaml": MAP.replace("feels: -1", "feels: {score: high}").replace("pains:", "pain:")}, "Slips")
    last = data(cjm)["stops"][-1]
    assert last["gaps"] == 2
    assert last["figures"]["emotion"] is None
    assert "Read in part: 2 errors." in cjm("log", "shop.cjm.yaml").out


def test_a_deleted_map_has_a_history(cjm: Run, work: Work) -> None:
    work.commit({"lib.cjm.yaml": LIBRARY, "shop.cjm.yaml": MAP})
    work.commit({"shop.cjm.yaml": None}, "Gone")
    assert "The map was deleted." in cjm("log", "shop.cjm.yaml").out
    assert [stop["path"] for stop in data(cjm)["stops"]] == ["shop.cjm.yaml"] * 2


def test_metrics_are_chosen(cjm: Run, story: Work) -> None:
    story.write(
        {"shop.cjm.yaml": BEST.replace("csat: 60", "csat: 60, nps: 10, ces: {value: 3, better: lower, method: mean}")}
    )
    assert [each["key"] for each in data(cjm)["metrics"]] == ["csat", "nps", "ces"]
    assert [each["key"] for each in data(cjm, "--metrics", "nps, stage/enter/csat")["metrics"]] == ["csat", "nps"]
    done = cjm("log", "shop.cjm.yaml", "--metrics", "cast")
    assert (done.code, done.err) == (
        2,
        "cjm: No version of this map has a value of the metric ‘cast’. Did you mean ‘csat’?\n",
    )
    assert "There is: csat, nps, ces." in cjm("log", "shop.cjm.yaml", "--metrics", "revenue").err


def test_several_forms_at_once(cjm: Run, story: Work) -> None:
    done = cjm("log", "shop.cjm.yaml", "-f", "text", "-f", "json:log.json", "-f", "svg:log.svg", "--lang", "fr")
    assert "Someone greets" in done.out
    assert json.loads((story.root / "log.json").read_text("utf-8"))["schema"] == "cjm.log/1"
    picture = (story.root / "log.svg").read_text("utf-8")
    assert ET.fromstring(picture.encode()).get("width") == "1280pt"
    assert "Irritants" in picture


def test_a_slide_that_can_be_edited(cjm: Run, story: Work) -> None:
    assert cjm("log", "shop.cjm.yaml", "-f", "pptx:log.pptx").code == 0
    (slide,) = Presentation(str(story.root / "log.pptx")).slides
    assert slide.shapes.title.text_frame.text == "A visit to the shop"
    assert "Pain points" in {shape.name.split(":")[0] for shape in slide.shapes}
    assert "Satisfaction (CSAT)" in slide.notes_slide.notes_text_frame.text
    template = Presentation()
    template.slide_width = Emu(9_000_000)
    template.save(str(story.root / "company.pptx"))
    done = cjm("log", "shop.cjm.yaml", "-f", "pptx:own.pptx", "--template", "company.pptx", "--pptx", "picture")
    assert done.code == 0
    assert "some type is only" in done.err  # seven hundred points for a picture of twelve hundred
    deck = Presentation(str(story.root / "own.pptx"))
    assert deck.slide_width == 9_000_000
    assert [shape.shape_type for slide in deck.slides for shape in slide.shapes[0].shapes] == [13]  # a picture


def test_pictures_look_as_configured_or_asked(cjm: Run, story: Work) -> None:
    (story.root / "cjm.toml").write_text('[render]\ntheme = "dark"\nlang = "de"\n')
    configured = cjm("log", "shop.cjm.yaml", "-f", "svg").out
    assert "#14171c" in configured
    assert "Schmerzpunkte" in configured
    asked = cjm("log", "shop.cjm.yaml", "-f", "svg", "--theme", "light", "--lang", "pl", "--fonts", "outline").out
    assert "#14171c" not in asked
    assert "<text" not in asked
    assert 'aria-label="Bolączki' in asked


@pytest.mark.usefixtures("story")
def test_ascii(cjm: Run) -> None:
    assert cjm("log", "shop.cjm.yaml", "--ascii").out.isascii()


@pytest.mark.usefixtures("story")
def test_colour(cjm: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in cjm("log", "shop.cjm.yaml").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" in cjm("log", "shop.cjm.yaml").out


@pytest.mark.usefixtures("story")
def test_a_narrow_terminal_has_subjects_in_rows_of_their_own(cjm: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    lines = cjm("log", "shop.cjm.yaml").out.splitlines()
    assert "  Someone greets" in lines
    assert max(map(len, lines)) <= 72


def test_one_version_is_no_history(cjm: Run, work: Work) -> None:
    commit = work.commit({"lib.cjm.yaml": LIBRARY, "shop.cjm.yaml": MAP})[:7]
    only = f"shop.cjm.yaml has one version so far, {commit} of 2026-03-01: a history begins with the second.\n"
    assert cjm("log", "shop.cjm.yaml").out == only
    since = f"shop.cjm.yaml has not changed since HEAD: its last version is {commit} of 2026-03-01.\n"
    assert cjm("log", "shop.cjm.yaml", "--since", "HEAD").out == since


def test_no_version_can_be_read(cjm: Run, work: Work) -> None:
    work.commit({"shop.cjm.yaml": "- a\n"})
    work.commit({"shop.cjm.yaml": "- b\n"})
    assert cjm("log", "shop.cjm.yaml").out.count("The map cannot be read.") == 2
    assert data(cjm)["map"]["title"] is None
    done = cjm("log", "shop.cjm.yaml", "-f", "svg")
    assert (done.code, done.err) == (2, "cjm: No version of this map can be read: there is nothing to draw.\n")


def test_what_cannot_be_told(cjm: Run, work: Work) -> None:
    def refused(*arguments: str) -> str:
        done = cjm("log", *arguments)
        assert (done.code, done.out) == (2, "")
        return done.err

    (work.root / "shop.cjm.yaml").write_text(MAP)
    assert "has no commit yet" in refused("shop.cjm.yaml")
    work.commit({"lib.cjm.yaml": LIBRARY})
    (work.root / "new.cjm.yaml").write_text(MAP)
    assert (
        refused("new.cjm.yaml")
        == "cjm: git knows no version of new.cjm.yaml: a file has a history once it is committed.\n"
    )
    assert refused("nowhere.cjm.yaml") == "cjm: There is no file nowhere.cjm.yaml, and git knows no version of it.\n"
    assert refused(".") == "cjm: . is a folder, and the history of one map is told: name a file.\n"
    assert "‘yesterday’ is neither a commit nor a day such as 2026-06-30" in refused(
        "shop.cjm.yaml", "--since", "yesterday"
    )
    assert "no format ‘yaml’" in refused("shop.cjm.yaml", "-f", "yaml")


def test_without_a_repository(cjm: Run, project: Path) -> None:
    (project / "shop.cjm.yaml").write_text(MAP)
    done = cjm("log", "shop.cjm.yaml")
    assert done.code == 2
    assert "lies in no git repository" in done.err


def test_from_another_folder(cjm: Run, story: Work) -> None:
    subprocess.run(["mkdir", "deep"], cwd=story.root, check=True)
    story.commit({"deep/map.cjm.yaml": MAP.replace("lib", "../lib")}, "Deep")
    story.commit({"deep/map.cjm.yaml": BETTER.replace("lib", "../lib")}, "Deeper")
    assert "Deeper" in cjm("log", "deep/map.cjm.yaml").out
    assert "Deeper" in cjm("log", story.root / "deep" / "map.cjm.yaml").out
