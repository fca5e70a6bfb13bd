"""The forms of pictures as a user meets them: by suffix, by format, on paper, on the screen, and where they cannot be."""

import sys
from pathlib import Path

import pytest

from cjm.cli import pictures
from cjm.errors import UsageError
from tests.cli.conftest import SHOP, Run

MAGIC = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF-"}


@pytest.fixture(autouse=True)
def shop(project: Path) -> Path:
    path = project / "shop.cjm.yaml"
    path.write_text(SHOP)
    (project / "later.cjm.yaml").write_text(SHOP.replace("feels: 1", "feels: 2"))
    return path


@pytest.mark.parametrize("form", MAGIC)
def test_the_suffix_says_what_is_drawn(cjm: Run, project: Path, form: str) -> None:
    done = cjm("render", "shop.cjm.yaml", "-o", f"new/shop.{form}")
    assert (done.code, done.out, done.err) == (0, f"new/shop.{form}\n", "")
    assert (project / f"new/shop.{form}").read_bytes().startswith(MAGIC[form])


@pytest.mark.parametrize("form", MAGIC)
def test_the_format_says_what_is_drawn(cjm: Run, project: Path, form: str) -> None:
    done = cjm("render", "shop.cjm.yaml", "later.cjm.yaml", "-f", form, "-o", "new/")
    assert done.out.split() == [f"new/shop.{form}", f"new/later.{form}"]
    assert (project / f"new/later.{form}").read_bytes().startswith(MAGIC[form])


def test_a_suffix_may_be_in_capitals(cjm: Run, project: Path) -> None:
    assert cjm("render", "shop.cjm.yaml", "-o", "SHOP.PNG").code == 0
    assert (project / "SHOP.PNG").read_bytes().startswith(MAGIC["png"])


def test_scale(cjm: Run, project: Path) -> None:
    cjm("render", "shop.cjm.yaml", "-o", "one.png", "--scale", "1")
    cjm("render", "shop.cjm.yaml", "-o", "two.png")
    cjm("render", "shop.cjm.yaml", "-o", "three.png", "--scale", "3")
    width = {name: int.from_bytes((project / f"{name}.png").read_bytes()[16:20]) for name in ("one", "two", "three")}
    assert width == {"one": width["one"], "two": 2 * width["one"], "three": 3 * width["one"]}
    assert cjm("render", "shop.cjm.yaml", "-o", "none.png", "--scale", "0").code == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-o", "x.gif"], "x.gif ends in .gif: name a file ending in .svg, .png"),
        (["-f", "pdf", "-o", "x.png"], "x.png ends in .png, and PDF was asked for: name a file ending in .pdf."),
        (["-o", "x.png", "--scale", "20", "--detail", "full"], ""),
    ],
)
def test_what_does_not_go_together(cjm: Run, arguments: list[str], told: str) -> None:
    done = cjm("render", "shop.cjm.yaml", *arguments)
    assert told in done.err
    assert done.code == (2 if told else 0)


@pytest.mark.parametrize("form", ["png", "pdf"])
def test_a_terminal_gets_no_bytes(cjm: Run, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    for command in (("render", "shop.cjm.yaml", "-o", "-", "-f"), ("diff", "shop.cjm.yaml", "later.cjm.yaml", "-f")):
        done = cjm(*command, form)
        assert (done.code, done.out) == (2, "")
        assert f"{form.upper()} is nothing that a terminal can show: name a file ending in .{form}." in done.err


@pytest.mark.parametrize("form", MAGIC)
def test_a_comparison_and_its_summary(cjm: Run, project: Path, form: str) -> None:
    done = cjm("diff", "shop.cjm.yaml", "later.cjm.yaml", "-f", "brief", "-f", f"{form}:new/change.{form}")
    assert (done.code, done.err) == (0, "")
    assert done.out
    assert (project / f"new/change.{form}").read_bytes().startswith(MAGIC[form])


def test_a_comparison_in_several_forms(cjm: Run, project: Path) -> None:
    wishes = [part for form in MAGIC for part in ("-f", f"{form}:new/")]
    assert cjm("diff", "shop.cjm.yaml", "later.cjm.yaml", *wishes).code == 0
    assert sorted(path.name for path in (project / "new").iterdir()) == ["later.pdf", "later.png", "later.svg"]


def test_of_maps_that_do_not_differ_there_is_no_picture(cjm: Run, project: Path) -> None:
    assert cjm("diff", "shop.cjm.yaml", "shop.cjm.yaml", "-f", "png:same.png").code == 0
    assert not (project / "same.png").exists()


def test_pages_are_numbered(tmp_path: Path) -> None:
    written = pictures.write([b"one", b"two"], tmp_path / "new" / "map.current.png")
    assert [path.name for path in written] == ["map.current-1.png", "map.current-2.png"]
    assert written[1].read_bytes() == b"two"
    with pytest.raises(UsageError, match=r"^2 pages do not go into one: name a file"):
        pictures.write([b"one", b"two"], pictures.STDOUT)


def test_a_missing_extra(cjm: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2_raw", None)
    done = cjm("render", "shop.cjm.yaml", "-o", "x.png")
    assert (done.code, (project / "x.png").exists()) == (2, False)
    assert done.err == "cjm: PNG needs the extra ‘png’: pip install 'cjm-toolkit[png]'.\n"


def test_a_logo_needs_an_extra(cjm: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"/>')
    (project / "own.toml").write_text('description = "Own"\nlogo = "logo.svg"\n')
    assert cjm("render", "shop.cjm.yaml", "--theme", "own.toml", "-o", "x.pdf").code == 0
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    done = cjm("render", "shop.cjm.yaml", "--theme", "own.toml", "-o", "y.pdf")
    assert (done.code, (project / "y.pdf").exists()) == (2, False)
    assert "pip install 'cjm-toolkit[pdf]'" in done.err
