"""Channels that are nearly on the list: misspelt, called by another language's word, or several in one text."""

import re
from collections.abc import Iterator

from cjm.finding import Severity
from cjm.model import vocabulary
from cjm.model.channel import CHANNELS
from cjm.model.journey import Journey
from cjm.model.moment import Moment
from cjm.model.problem import CLOSE, Parts, Problem, nearest

_SURELY_SEVERAL = re.compile(r"\s*[,;]\s*")
_PERHAPS_SEVERAL = re.compile(r"\s*[,;/&+]\s*|\s+(?:and|et|și|si|i|und|y)\s+")


def check_channels(journey: Journey, moment: Moment, at: Parts) -> Iterator[Problem]:
    """Every channel of a moment that was hardly meant as it stands; words of one's own are fine."""
    own = [name for channel in journey.channels for name in (channel.id, channel.name)]
    for place, word in enumerate(moment.channel):
        if word not in CHANNELS and word not in own:
            yield from _check(word, own, journey.lang, (*at, "channel", place))


def _check(word: str, own: list[str], lang: str | None, at: Parts) -> Iterator[Problem]:
    if called := vocabulary.meant(word, CHANNELS, lang):
        message = f"‘{word}’ is called ‘{called}’ here."
        help = f"Write {called}; pictures show it in the map's language."
        yield Problem("unknown-channel", at, message, help, Severity.WARNING).meaning(called, is_safe=True)
    elif several := _several(word, own, lang):
        from cjm.model.misread import in_braces  # noqa: PLC0415  (only where something is wrong)

        message = f"‘{word}’ is taken for one channel."
        yield Problem("bad-value", at, message, f"Write {in_braces(several)}.", Severity.WARNING)
    elif meant := nearest(word, [*CHANNELS, *own], CLOSE):
        message = f"‘{word}’ is no channel on the list, but ‘{meant}’ is."
        help = f"Write {meant}, or list {word} under ‘channels’ if it is a channel of your own."
        yield Problem("unknown-channel", at, message, help, Severity.WARNING).meaning(meant, is_safe=True)


def _several(word: str, own: list[str], lang: str | None) -> list[str]:
    """The channels that stand in one text: surely behind commas, elsewhere only where one of them is known."""
    parts = [part for part in _PERHAPS_SEVERAL.split(word) if part]
    known = [
        part if part in own else vocabulary.meant(part, CHANNELS, lang) or nearest(part, CHANNELS, CLOSE)
        for part in parts
    ]
    if len(parts) > 1 and any(known):
        return [meant or part for part, meant in zip(parts, known, strict=True)]
    parts = [part for part in _SURELY_SEVERAL.split(word) if part]
    return parts if len(parts) > 1 else []
