"""Rules explained: as Markdown for the reference page, as data for programs."""

from collections.abc import Iterable, Iterator, Mapping

from cjm.lint.page import page
from cjm.lint.rule import Rule
from cjm.report.json import dump

_HEAD = """# Rules

What `cjm lint` judges maps by, each rule with why, a map that breaks it, one that does not, and where it comes from. The
maps are parts of larger ones: only the lines that matter. This page is made from the rules themselves; `cjm rule SLUG`
shows one of them in the terminal.

A draft is advised (warnings become infos), a `validated` map is judged as declared here, and a `live` one is held to
more where a rule says so. Set a severity, or a threshold, in `cjm.toml`:

```toml
[lint.rules.unexplained-drop]
severity = "error"
drop = 1.5
```

`# cjm: ignore[rule] reason` in a map, on its own line above an element or anywhere in it, silences a rule for that
element; `# cjm: ignore-file[rule] reason` for the whole file. In the configuration an ignore may end:

```toml
[[lint.ignores]]
rule = "missing-system"
element = "office-phone@current:touchpoint/porting"
reason = "until the new carrier is chosen"
until = 2027-03-31
```

Rules of your own come as a package with entry points: [`examples/own-rules`](../examples/own-rules) is one to copy."""


def markdown(rules: Iterable[Rule], reading: Mapping[str, str]) -> str:
    """The reference page of all rules."""
    return "\n".join([_HEAD, "", *(line for rule in rules for line in _section(rule)), *_reading(reading)]) + "\n"


def one(rule: Rule) -> str:
    """The page of one rule, as Markdown."""
    return "\n".join(_section(rule)).rstrip() + "\n"


def data(rules: Iterable[Rule]) -> str:
    """Rules as JSON: a list of objects."""
    return dump([_entry(rule) for rule in rules])


def settings(rule: Rule) -> str:
    """How bad the findings of a rule are, and what can be set: ``warning, error in live maps; drop = 2``."""
    told = rule.severity.value + ("" if rule.is_on else ", off by default")
    told += f", {rule.publish.value} in live maps" if rule.publish is not rule.severity else ""
    options = ", ".join(f"{key.replace('_', '-')} = {_toml(value)}" for key, value in rule.options.items())
    return f"{told}; {options}" if options else told


def _toml(value: object) -> str:
    return (
        str(value).lower() if isinstance(value, bool) else dump(value).strip() if isinstance(value, str) else str(value)
    )


def _section(rule: Rule) -> Iterator[str]:
    told = page(rule.docstring)
    yield from (f"## {rule.slug}", "", told.summary, "", f"*{settings(rule)}*", "", told.why, "")
    yield from (
        "Bad:",
        "",
        "```yaml",
        told.bad.rstrip(),
        "```",
        "",
        "Good:",
        "",
        "```yaml",
        told.good.rstrip(),
        "```",
        "",
    )
    yield from (told.remedy, "", *((f"Off by default: {told.noise}", "") if told.noise else ()))
    yield from (f"Source: {told.source}", "")


def _reading(reading: Mapping[str, str]) -> Iterator[str]:
    if reading:
        yield from ("## What reading finds", "", "`cjm validate` says these, and `cjm lint` includes them.", "")
        yield from ("| rule | what it finds |", "| --- | --- |")
        yield from (f"| `{slug}` | {text} |" for slug, text in reading.items())


def _entry(rule: Rule) -> dict[str, object]:
    told = page(rule.docstring)
    return {
        "rule": rule.slug,
        "severity": rule.severity.value,
        "publish": rule.publish.value,
        "on": rule.is_on,
        "options": {key.replace("_", "-"): value for key, value in rule.options.items()},
        "summary": told.summary,
        "why": told.why,
        "bad": told.bad,
        "good": told.good,
        "remedy": told.remedy,
        "noise": told.noise,
        "source": told.source,
    }
