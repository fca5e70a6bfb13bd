"""What reading a map can find before any rule is asked: slips of YAML, of the format, of references."""

from collections.abc import Mapping

from cjm.finding import Severity

READING: Mapping[str, str] = {
    "syntax": "The text is not the YAML that maps are written in: a quote, a colon, an indentation.",
    "unknown-key": "A key that the format does not know. Keys of your own begin with x-.",
    "missing-key": "Something that an element cannot do without.",
    "wrong-type": "A list where a text is wanted, or the other way round.",
    "bad-value": "A word, date or duration that the format does not know.",
    "out-of-range": "A number beyond its bounds: a rating of 6, an NPS of 140, shares of more than all customers.",
    "score-out-of-scale": "A feeling beyond the map's own scale.",
    "unknown-channel": "A channel that is nearly one of the listed ones: a slip of the pen, or its word in another language.",
    "emotion-without-score": "A feeling that no list knows, so that it has no place on the emotion curve.",
    "duplicate-key": "A key twice in one element: the second would hide the first.",
    "duplicate-id": "An id twice among things of one kind.",
    "duplicate-map": "Two maps with the same id and state.",
    "unknown-reference": "A reference that leads nowhere: research, a pain, a step, a metric, a file.",
    "limit": "A file larger, deeper or longer than any map needs.",
}
"""The rules of ``cjm validate``, which ``cjm lint`` includes; each is shown with many examples in ``docs/errors.md``."""

MILDER: Mapping[str, Severity] = {"unknown-channel": Severity.WARNING, "emotion-without-score": Severity.INFO}
"""Those of them that find no errors."""
