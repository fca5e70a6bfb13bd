"""The pages of ``docs/`` that are made from the code: ``python -m tests.docs.generate`` writes them anew."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from cjm.cli.app import app
from cjm.model.channel import CHANNELS
from cjm.model.feeling import WORDS
from cjm.model.fold import word
from cjm.model.journey import Goals, Journey, Lane, Member, Scale, Scope
from cjm.model.library import Actor, Channel, Library, System
from cjm.model.metric import Metric, Point
from cjm.model.moment import (
    Automation,
    Branch,
    Feeling,
    Moment,
    MomentOfTruth,
    Quote,
    Rule,
    Stage,
    Step,
    Touchpoint,
    Voice,
)
from cjm.model.opportunity import Gain, Opportunity, Pain
from cjm.model.persona import Persona
from cjm.model.problem import listed
from cjm.model.record import FORMS, Element, Limits, Link, Pattern
from cjm.model.research import Research
from cjm.model.shape import Shape, shapes
from tests.docs.comparing import comparing_page
from tests.docs.looks import rules_page, themes_page
from tests.docs.pictures import pictures_page

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
ERRORS = ROOT / "tests" / "errors"

CHAPTERS: tuple[tuple[str, tuple[type, ...]], ...] = (
    ("A map", (Journey, Scope, Goals, Member, Scale, Lane)),
    ("Stages and touchpoints", (Stage, Touchpoint)),
    ("Moments", (Moment, Feeling, Quote, Voice, Step, MomentOfTruth, Branch, Automation, Rule)),
    ("Pains, gains, opportunities", (Pain, Gain, Opportunity)),
    ("Metrics", (Metric, Point)),
    ("Catalogues", (Persona, Actor, System, Channel, Research, Link)),
    ("A library", (Library,)),
)


def format_page() -> str:
    """The reference of the format, from the records."""
    return "\n".join(_format()) + "\n"


def _format() -> Iterator[str]:
    yield from (_HEAD, "")
    for title, records in CHAPTERS:
        yield from (f"## {title}", "")
        for record in records:
            yield from _record(record)
    yield from ("## Listed words", "", f"**Channels**: {', '.join(f'`{name}`' for name in CHANNELS)}.", "")
    yield "**Feelings** that imply a score, mapped from −2..2 to the map's scale:"
    yield ""
    for score in sorted(set(WORDS.values())):
        yield _feelings(score)
    yield ""


def _feelings(score: int) -> str:
    words = ", ".join(sorted(name for name, value in WORDS.items() if value == score))
    return f"- `{score:+d}`: {words}"


def _record(record: type) -> Iterator[str]:
    form = FORMS[record]
    inherited = set(shapes(Moment)) if record in (Stage, Touchpoint) else set()
    if record is not Element and "id" in shapes(record):
        inherited |= {"id", "formerly", "links"} - ({"id"} if record in (Moment, Journey) else set())
    yield f"### {word(record).capitalize()}"
    yield ""
    yield f"{(record.__doc__ or '').strip().splitlines()[0]} {_short(form.short, form.flag)}{_needs(form.one_of)}".strip()
    yield ""
    yield "| key | takes | meaning |"
    yield "| --- | --- | --- |"
    for shape in shapes(record).values():
        if shape.key not in inherited:
            yield f"| `{shape.key}`{' (required)' if shape.required else ''} | {_takes(shape)} | {shape.doc} |"
    yield ""


def _short(keys: tuple[str, ...], flag: bool) -> str:  # noqa: FBT001
    named = [key for key in keys if key != "refers"]
    told = f"A text or number alone is its {listed(f'`{key}`' for key in named)}. " if named else ""
    return told + ("`true` alone marks it. " if flag else "")


def _needs(keys: tuple[str, ...]) -> str:
    return f"It needs {listed(f'`{key}`' for key in keys)}." if keys else ""


def _takes(shape: Shape) -> str:
    if shape.choices:
        return " · ".join(f"`{choice}`" for choice in shape.choices)
    if shape.is_record:
        kind = f"[{word(shape.item)}](#{word(shape.item).replace(' ', '-')})"
    elif isinstance(shape.rule, Limits) and shape.rule.share:
        kind = "a share: 0.82 or 82%"
    elif isinstance(shape.rule, Limits) and shape.rule.high is not None:
        kind = f"{shape.rule.low:g} to {shape.rule.high:g}"
    elif isinstance(shape.rule, Pattern):
        kind = shape.rule.form.split(":")[0]
    else:
        kind = {str: "text", float: "number", int: "whole number", bool: "`true` or `false`"}[shape.item]
    return {"one": kind, "list": f"{kind}, one or several", "map": f"{kind}, each under a key of its own"}[
        shape.container
    ]


_HEAD = """# The format

One map is one file, `NAME.cjm.yaml`. This page is made from the program itself: what stands here is what it reads.

- Texts need no quotes unless they hold a colon and a space, begin with one of `@ % * & ! [ {` or a backtick, or stand
  inside `[ ]` or `{ }` together with one of `, : # ? { } [ ]`.
- A list of one may be written as that entry. An empty value is the same as no key.
- `id`, `formerly` and `links` are possible on everything that can be named. Ids are optional: one is derived from the
  name or text, letters and digits of any script, everything else a hyphen.
- Keys that begin with `x-` are your own, legal everywhere, and can be drawn as lanes.
- Numbers are written with a point; durations as number and unit (`2 days`, `3-5 working days`, `11 min`); dates as
  `2026`, `2026-06`, `2026-06-30` or a span `2022-04/2023-03`.
- What *refers* (evidence, solved pains, needed steps, the next moment) must exist. What *names* someone or something
  (a persona, an actor, a system) is looked up among ids, then names; if there is none, it makes a new entry.
- A future map says `compares_to:` its current one: ids, kinds of metric and figures that it lacks are looked up there."""


def commands_page() -> str:
    """The reference of the command line, from the app."""
    return "\n".join(_commands()) + "\n"


def _commands() -> Iterator[str]:
    yield from (_COMMANDS_HEAD, "")
    yield from _group(typer.main.get_command(app), "cjm")


def _group(group: Any, typed: str) -> Iterator[str]:
    """The commands of a group, and those below them; what only git calls is left out."""
    for name, command in group.commands.items():
        if not command.hidden:
            yield from _command(command, f"{typed} {name}")
            yield from _group(command, f"{typed} {name}") if hasattr(command, "commands") else ()


def _command(command: Any, typed: str) -> Iterator[str]:
    yield from (f"{'#' * len(typed.split())} {typed}", "", (command.help or "").strip(), "")
    if command.params:
        yield from ("| option | meaning |", "| --- | --- |")
    for parameter in command.params:
        spelled = ", ".join(f"`{each}`" for each in parameter.opts) if parameter.param_type_name == "option" else ""
        metavar = getattr(parameter, "metavar", None)
        label = spelled or f"`{metavar or parameter.name.upper()}`"
        yield f"| {label} | {getattr(parameter, 'help', '') or ''} |"
    lines = [line.strip() for line in command.epilog.splitlines() if line.startswith("  ")]
    yield from (*([""] if command.params else []), "```console", *(f"$ {line}" for line in lines), "```", "")


_COMMANDS_HEAD = """# Commands

Made from the program itself; `cjm COMMAND --help` tells the same in the terminal.

| exit code | meaning |
| --- | --- |
| 0 | fine |
| 1 | findings as bad as `--fail-on`, or a map that could not be drawn |
| 2 | could not run: usage, configuration, no maps found, a missing path |
| 70 | a bug in cjm |
| 130 | interrupted |

`NO_COLOR` switches colour off, `FORCE_COLOR` on. `cjm --install-completion` completes commands in your shell.

Maps are found by `maps = [globs or folders]` in `cjm.toml` or `[tool.cjm]` of `pyproject.toml`; without that, all
`**/*.cjm.yaml` below the root of the git work tree (or the current folder), without what git ignores and folders that
begin with a dot. A file named on the command line is read whatever its suffix. What a map refers to must lie below the
project; links that lead out of it are not followed. `[render]` may set `theme`, `lang`, `lanes`, `detail` and `font`.

`cjm validate` and `cjm lint` remember in `.cjm_cache` what they found in files that have not changed, nor any library or map they refer
to; the folder can be deleted at any time, and `--no-cache` does without it."""


def errors_page() -> str:
    """The catalogue of slips, from its test cases."""
    return "\n".join(_errors()) + "\n"


def _errors() -> Iterator[str]:
    cases: dict[str, list[str]] = {chapter: [] for chapter in RULES.values()}
    for path in sorted(ERRORS.glob("*.txt")):
        rule = path.read_text("utf-8").splitlines()[0].rsplit("[", 1)[1].rstrip("]")
        cases[RULES[rule]].append(path.stem)
    yield from (_ERRORS_HEAD, "")
    for chapter, names in cases.items():
        links = (f"[{_title(name)}](#{name})" for name in names)
        yield f"- **{chapter}**: {', '.join(links)}"
    for chapter, names in cases.items():
        yield from ("", f"## {chapter}")
        for name in names:
            yield from ("", f"### {_title(name)}", "", *_case(name))


def _title(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _case(name: str) -> Iterator[str]:
    data = (ERRORS / f"{name}.cjm.yaml").read_bytes()
    if data and _is_plain(data):
        yield from ("```yaml", *data.decode("utf-8").splitlines(), "```", "")
    answer = (ERRORS / f"{name}.txt").read_text("utf-8").rstrip().splitlines()
    yield from ("```text", *answer[:-2], "```")


RULES = {
    "syntax": "Text that YAML reads otherwise than it was meant",
    "limit": "More than a map may hold",
    "unknown-key": "Keys that the format does not have",
    "duplicate-key": "Keys written twice",
    "missing-key": "Keys that are missing",
    "wrong-type": "A list, a text or keys where something else is wanted",
    "bad-value": "Values that cannot be read",
    "unknown-channel": "Channels that nobody knows",
    "emotion-without-score": "Feelings without a score",
    "out-of-range": "Numbers out of range",
    "score-out-of-scale": "Feelings outside the scale",
    "duplicate-id": "Ids written twice",
    "unknown-reference": "References that lead nowhere",
}

_ERRORS_HEAD = """# What can go wrong, and what to do

Each slip that `cjm validate` explains, as a map and the answer to it. The line shows the file with line and column, how
bad it is, what is wrong, and in brackets the rule; below stand the line of the map with the place marked, and the way
out. One run finds all the slips of all files: after a slip of syntax, too, reading goes on where it can.

This page is made from the program's own test cases."""


def _is_plain(data: bytes) -> bool:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return all(char.isprintable() or char in "\n\t" for char in text)


PAGES = {
    "format.md": format_page,
    "commands.md": commands_page,
    "errors.md": errors_page,
    "rules.md": rules_page,
    "themes.md": themes_page,
    "comparing.md": comparing_page,
    "pictures.md": pictures_page,
}

if __name__ == "__main__":
    DOCS.mkdir(exist_ok=True)
    for file, page in PAGES.items():
        (DOCS / file).write_text(page(), "utf-8", newline="\n")
