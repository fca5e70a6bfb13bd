"""Findings for the tests of reports: hostile ones above all."""

from cjm.finding import Edit, Finding, Fix, Route, Severity, Span, Suppression

HOSTILE = (
    "<script>alert(1)</script>",
    "a | b || c",
    "`code` ``` *bold* __bold__ ~~gone~~ # head",
    "[click](http://evil.example) ![x](http://evil.example/x.png) http://evil.example www.evil.example",
    "line one\nline two\r\n\n- a list\n# a head",
    "\x1b[31mred\x07\x00\x7f\x85",
    "\u202eright to left\u202c \u2066isolate\u2069 \u200f",
    "\udcff bytes \udc80",
    "\ufffe\uffff",
    "@team #12 !34 %5 ~label &6 $7 $x^2$ :smile: GH-1",
    "{0} {1} {{ }} {min: -5}",
    "\"quoted\" 'quoted' &amp; &#60; ]]> <!-- -->",
    "%0A::error::x %25",
    "zażółć gęślą jaźń ășțîâ 日本語 😀",
    "-",
    "",
)
"""Texts that a map, or a file, may hold, and that must stay texts wherever they are shown."""

FIX = Fix((Edit(("stages", 0, "channel"), "web"),))
RULES = ("syntax", "unknown-key", "bad-value")


def finding(text: str = "Wrong.", number: int = 0, **parts: object) -> Finding:
    """A finding about the thing with that number, with a text in all the places that may hold one."""
    usual = Finding(
        rule=RULES[number % 3],
        severity=tuple(Severity)[number % 3],
        message=f"‘{text}’ is wrong.",
        route=Route(f"maps/{number}.cjm.yaml", ("stages", number, "name")),
        help=f"Write something else than {text}.",
        element=f"touchpoint/step-{number}",
        map=f"map-{number}@current",
        span=Span(number + 1, 2, number + 1, 5),
    )
    return usual._replace(**parts)  # type: ignore[arg-type]


def odd(text: str, number: int) -> Finding:
    """A finding with a hostile text wherever there may be one, in the name of its file too; only some have a place."""
    path = f"maps/{text}.cjm.yaml"
    span = None if number % 4 == 3 else Span(number + 1, 1, number + 2, 1)
    return finding(text, number, route=Route(path, ("stages", text)), element=f"touchpoint/{text}", map=path, span=span)


ALL_ODD = tuple(odd(text, number) for number, text in enumerate(HOSTILE))
MANY = tuple(finding(f"Stage {number}", number) for number in range(1000))
IGNORED = (
    finding(suppressed=Suppression("nobody asked", is_in_map=True)),
    finding(number=1, suppressed=Suppression("")),
    finding(number=2),
)
