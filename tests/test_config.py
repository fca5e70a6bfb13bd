"""Configuration: the nearest file wins, and every slip in it says what to write."""

from pathlib import Path

import pytest

from cjm.config import Config, Render, find
from cjm.errors import ConfigError


def lay(root: Path, **files: str) -> None:
    """Put files there: ``cjm`` is cjm.toml, ``pyproject`` is pyproject.toml."""
    root.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (root / f"{name}.toml").write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("text", "config"),
    [
        ("", Config()), ('maps = ["maps", "more/*.cjm.yaml"]', Config(("maps", "more/*.cjm.yaml"))), ("maps = []", Config(())), ("[render]", Config()),
        ('[render]\ntheme = "dark"\nlang = "fr"\nlanes = ["does", "x-legal"]', Config(render=Render("dark", "fr", ("does", "x-legal")))),
    ],
)  # fmt: skip
def test_what_can_be_set(tmp_path: Path, text: str, config: Config) -> None:
    lay(tmp_path, cjm=text)
    assert find(tmp_path) == (tmp_path, config)
    in_pyproject = "[tool.cjm]\n" + text.replace("[render]", "[tool.cjm.render]")
    lay(tmp_path / "py", pyproject=in_pyproject)
    assert find(tmp_path / "py") == (tmp_path / "py", config)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("map = []", "there is no setting ‘map’. Did you mean ‘maps’?"), ('[render]\nthem = "dark"', "there is no setting ‘render.them’. Did you mean ‘render.theme’?"),
        ("[rendr]", "Did you mean ‘render’?"), ("zzz = 1", "Possible: maps, render, lint, diff."), ("[render]\nzzz = 1", "Possible: theme, lang, lanes, detail, font, size."),
        ('maps = "maps"', "‘maps’ is a list of texts."), ("maps = [1]", "‘maps’ is a list of texts."), ("maps = true", "‘maps’ is a list of texts."), ("[maps]", "‘maps’ is a list of texts."),
        ("[render]\ntheme = 1", "‘render.theme’ is a text."), ('[render]\ntheme = ["dark"]', "‘render.theme’ is a text."), ('[render]\nlanes = "does"', "‘render.lanes’ is a list of texts."),
        ('[diff]\neditorial = "yes"', "‘diff.editorial’ is true or false."),
        ('render = "dark"', "‘render’ is a table: write [render]"), ("maps = [", "cannot be read"), ("maps = []\nmaps = []", "cannot be read"),
    ],
)  # fmt: skip
def test_a_slip_says_what_to_write(tmp_path: Path, text: str, said: str) -> None:
    lay(tmp_path, cjm=text)
    with pytest.raises(ConfigError) as caught:
        find(tmp_path)
    assert said in str(caught.value)
    assert str(tmp_path / "cjm.toml") in str(caught.value)


def test_a_file_that_is_not_utf_8_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "cjm.toml").write_bytes(b"# \xe9")
    with pytest.raises(ConfigError, match="cannot be read"):
        find(tmp_path)


@pytest.mark.parametrize(
    ("files", "start", "root"),
    [
        ({"cjm": ""}, "a/b/c", ""), ({"a/cjm": "", "cjm": ""}, "a/b", "a"), ({"a/pyproject": "[tool.cjm]", "cjm": ""}, "a/b", "a"),
        ({"a/pyproject": "[tool.other]", "cjm": ""}, "a/b", ""), ({"a/pyproject": "", "cjm": ""}, "a/b", ""), ({"a/.git": "", "cjm": ""}, "a/b", "a"),
        ({"a/.git": "", "a/cjm": "", "cjm": ""}, "a/b", "a"), ({"a/.git": "", "a/b/cjm": ""}, "a/b", "a/b"), ({".git": ""}, "a/b", ""),
    ],
)  # fmt: skip
def test_the_nearest_root_counts(tmp_path: Path, files: dict[str, str], start: str, root: str) -> None:
    (tmp_path / start).mkdir(parents=True)
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.name == ".git":
            path.mkdir()
        else:
            path.with_name(f"{path.name}.toml").write_text(text)
    assert find(tmp_path / start)[0] == tmp_path / root


def test_cjm_toml_comes_before_pyproject(tmp_path: Path) -> None:
    lay(tmp_path, cjm='maps = ["mine"]', pyproject='[tool.cjm]\nmaps = ["other"]')
    assert find(tmp_path)[1].maps == ("mine",)


def test_without_any_the_folder_itself_is_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    if not any((each / ".git").exists() or (each / "cjm.toml").exists() for each in tmp_path.parents):
        assert find(Path()) == (tmp_path, Config())
