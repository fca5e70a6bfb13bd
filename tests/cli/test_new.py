"""``cjm new`` as a user meets it: templates that are fine as they are, titles that arrive, files that are safe."""

import subprocess
import sys
import unicodedata
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import cjm as package
from cjm.cli.new import NAMELESS, Template, _example, _titled
from cjm.errors import UsageError
from cjm.source.document import Document
from tests.cli.conftest import Run

EVERY = [(template, lang) for template in Template for lang in NAMELESS]
STAGES = {Template.FIVE_STAGE: 5, Template.EIGHT_STAGE: 8, Template.MINIMAL: 3}


@pytest.mark.parametrize(("template", "lang"), EVERY)
def test_a_template_is_fine_as_it_is(cjm: Run, project: Path, template: Template, lang: str) -> None:
    done = cjm("new", "--template", template, "--lang", lang)
    assert (done.code, done.out) == (0, f"{NAMELESS[lang]}.cjm.yaml\n")
    loaded = package.load(project)
    assert loaded.findings == ()
    (journey,) = loaded.maps
    assert journey.lang == lang
    assert len(journey.stages) == STAGES[template]
    assert journey.title in "".join(ET.fromstring(package.draw(journey)).itertext())


@pytest.mark.parametrize(("template", "lang"), EVERY)
def test_a_template_shows_what_a_map_can_say(template: Template, lang: str, project: Path) -> None:
    (project / "map.cjm.yaml").write_text(_example(template, lang), "utf-8")
    (journey,) = package.load(project).maps
    moments = [moment for stage in journey.stages for moment in (stage, *stage.touchpoints)]
    pains = [pain for moment in moments for pain in moment.pains]
    assert {bool(moment.evidence) for moment in moments if moment.feels} == {True, False}
    assert any(pain.severity and pain.causes for pain in pains)
    assert {pain for moment in moments for each in moment.opportunities for pain in each.solves} <= {
        p.id for p in pains
    }
    for key in ("says", "onstage", "backstage", "moment_of_truth", "metrics", "opportunities"):
        assert any(getattr(moment, key) for moment in moments), key


@pytest.mark.parametrize("template", Template)
def test_a_template_is_the_same_map_in_every_language(template: Template) -> None:
    shapes = {lang: _shape(Document.parse("", _example(template, lang).encode()).tree) for lang in NAMELESS}
    assert all(shape == shapes["en"] for shape in shapes.values())


def _shape(tree: object) -> object:
    """The keys of a tree and the lengths of its lists, without any of its texts."""
    if isinstance(tree, dict):
        return {key: _shape(value) for key, value in tree.items()}
    return [_shape(value) for value in tree] if isinstance(tree, list) else None


@given(st.text())
@example("Why: “this” # or 'that'?")
@example('- "A" \\n & *b {c}')
@example("\u00a0\ufeff🚲\u200d Où ça ?")
@example("é" * 300)
@example("a\nstages: []")
@example("a\x85b\u2028c")
@example("\ud800")
@example("null")
@example("2026-11-22")
@example("x" * 70_000)
def test_any_title_arrives_exactly_or_is_refused(title: str) -> None:
    text = _example(Template.MINIMAL, "en")
    try:
        titled = _titled(text, title)
    except UsageError:
        is_strange = any(unicodedata.category(char) in {"Cc", "Cs", "Cn", "Zl", "Zp"} for char in title)
        assert is_strange or not title.strip() or len(title) > 300
    else:
        document = Document.parse("", titled.encode("utf-8"))
        assert document.slips == ()
        assert isinstance(document.tree, dict)
        assert document.tree["title"] == title
        unlike = [new for old, new in zip(text.split("\n"), titled.split("\n"), strict=True) if old != new]
        assert len(unlike) <= 1


@pytest.mark.parametrize(
    ("title", "told"),
    [("a\nb", "U+000A"), ("a\x1b[31mb", "U+001B"), ("  ", "is empty"), ("", "is empty"), ("x" * 70_000, "too long")],
)
def test_a_title_that_no_map_can_have_is_refused(cjm: Run, project: Path, title: str, told: str) -> None:
    done = cjm("new", "--title", title)
    assert done.code == 2
    assert told in done.err
    assert not list(project.glob("*.yaml"))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("I want my firm: reachable!", "i-want-my-firm-reachable"),
        ("- 🚲 --", "my-journey"),
        ("Où ça ?", "où-ça"),
        ("東京への旅", "東京への旅"),
        ("../../etc/passwd", "etc-passwd"),
        ("w" * 300, "w" * 40),
    ],
)
def test_the_file_is_named_after_the_title(cjm: Run, project: Path, title: str, name: str) -> None:
    assert cjm("new", "--title", title).out == f"{name}.cjm.yaml\n"
    (journey,) = package.load(project).maps
    assert journey.title == title


@pytest.mark.parametrize(
    ("file", "written"),
    [
        ("office.cjm.yaml", "office.cjm.yaml"),
        ("office", "office.cjm.yaml"),
        ("office.current", "office.current.cjm.yaml"),
        ("office.YML", "office.cjm.yaml"),
        ("new/folders/office", "new/folders/office.cjm.yaml"),
        ("new/", "new/my-journey.cjm.yaml"),
        (".", "my-journey.cjm.yaml"),
        (".cjm.yaml", "my-journey.cjm.yaml"),
    ],
)
def test_a_name_becomes_that_of_a_map(cjm: Run, project: Path, file: str, written: str) -> None:
    done = cjm("new", file)
    assert done.out == f"{written}\n"
    assert (project / written).exists()
    is_told = not file.endswith(("/", ".")) and file != written
    assert ("Maps end in .cjm.yaml" in done.err) == is_told


def test_what_to_do_next_works_as_it_is_told(cjm: Run) -> None:
    for name in ("office", "my map", "-x"):
        words = [line.split(maxsplit=2) for line in cjm("new", "--", name).err.splitlines() if line.startswith("  cjm")]
        assert [word[1] for word in words] == ["validate", "render"]
        for _, command, file in words:
            assert cjm(command, file.strip("'")).code == 0


def test_a_file_is_never_overwritten_unasked(cjm: Run, project: Path) -> None:
    path = project / "office.cjm.yaml"
    path.write_text("mine")
    done = cjm("new", "office")
    assert done.code == 2
    assert "office.cjm.yaml exists already" in done.err
    assert "--force" in done.err
    assert path.read_text() == "mine"
    assert cjm("new", "office", "--force").code == 0
    assert "cjm: 1" in path.read_text("utf-8")


def test_a_file_that_cannot_be_written_is_told_of(cjm: Run, project: Path) -> None:
    (project / "flat").write_text("")
    for file, told in (("flat/office", "cannot be made"), ("n" * 300, "cannot be written")):
        done = cjm("new", file)
        assert done.code == 2
        assert told in done.err


def test_standard_output_gets_the_map_and_nothing_else(cjm: Run, project: Path) -> None:
    done = cjm("new", "-", "--title", "Où ?", "--lang", "fr")
    assert done.err == ""
    assert cjm("validate", "-", stdin=done.out).code == 0
    assert "title: Où ?\n" in done.out
    assert not list(project.glob("*.yaml"))


def test_standard_output_is_utf8_whatever_the_terminal_is(project: Path) -> None:
    command = [sys.executable, "-m", "cjm", "new", "-", "--lang", "fr"]
    environment = {"PYTHONIOENCODING": "ascii", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, capture_output=True, env=environment, cwd=project, check=True)
    assert "  - name: Découverte\n" in done.stdout.decode("utf-8")


def test_a_map_points_to_the_schema_of_its_project(cjm: Run, project: Path) -> None:
    assert cjm("schema", "map", "-o", "map.schema.json").code == 0
    for file, line in (("office", "map.schema.json"), ("maps/far/office", "../../map.schema.json")):
        assert cjm("new", file).code == 0
        text = (project / f"{file}.cjm.yaml").read_text("utf-8")
        assert text.startswith(f"# yaml-language-server: $schema={line}\n")
        assert cjm("validate", f"{file}.cjm.yaml").code == 0


def test_a_schema_beyond_the_project_is_not_pointed_to(cjm: Run, project: Path) -> None:
    (project.parent / "map.schema.json").write_text("{}")
    for file in ("office", "../office"):
        cjm("new", file)
        assert "yaml-language-server" not in (project / f"{file}.cjm.yaml").read_text("utf-8")


def test_an_unknown_template_or_language_is_an_error_of_use(cjm: Run) -> None:
    assert cjm("new", "--template", "wibble").code == 2
    done = cjm("new", "--lang", "tlh")
    assert done.code == 2
    assert "Possible: en, fr" in done.err
