"""The colours of a picture as those of a deck: what is the accent of one is the accent of the other.

A deck that changes its theme changes the colours of the map with it. A tint is told as its accent, lighter or darker,
a grey as the page or the ink.
"""

from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from functools import cache

from cjm.render.backends.xml import attributes, tag
from cjm.render.colour import contrast
from cjm.render.theme import CONTRAST, Theme

_PALE = 0.3  # saturation, 0 to 1: below it a colour is a grey
_NEAR = 0.05  # of the circle of hues: as far as a tint is from its accent


class Scheme:
    """The colours of a theme, by the names that every deck has for its own.

    ``shown``: what these names stand for in the deck of somebody else, as ``#rrggbb``.
    """

    def __init__(self, theme: Theme, shown: Mapping[str, str] | None = None) -> None:
        self.theme, self.shown = theme, shown
        paints, types = theme.paints, theme.types
        self.accents: Mapping[str, str] = {
            "accent1": paints["stage"].fill,
            "accent2": paints["point-high"].fill,
            "accent3": paints["point-low"].fill,
            "accent4": paints["truth"].fill,
            "accent5": paints["curve-1"].stroke,
            "accent6": paints["curve-2"].stroke,
        }
        self.grounds: Mapping[str, str] = {"bg1": theme.page, "tx1": types["body"].colour}
        self.find = cache(self.named)

    def slots(self) -> Mapping[str, str]:
        """What a deck of its own has in each place of its theme: ``dk1`` … ``folHlink``, as ``#rrggbb``."""
        soft = self.theme.types["subtitle"].colour
        return {
            "dk1": self.grounds["tx1"],
            "lt1": self.grounds["bg1"],
            "dk2": soft,
            "lt2": self.theme.paints["lane-alt"].fill or self.theme.page,
            **self.accents,
            "hlink": self.accents["accent2"],
            "folHlink": soft,
        }

    def fill(self, colour: str, opacity: float = 1) -> str:
        """The markup of an even fill; of none where there is no colour."""
        return tag("a:solidFill", "", self.find(colour, opacity)) if colour else "<a:noFill/>"

    def named(self, colour: str, opacity: float = 1) -> str:
        """The markup of a colour: one of the deck's own, perhaps lighter or darker, and how opaque it is."""
        name, base = self._origin(colour)
        changed = _written(*_changes(base, colour)) if base != colour else ""
        seen = tag("a:alpha", attributes(val=str(round(opacity * 100_000)))) if opacity != 1 else ""
        return tag("a:schemeClr", attributes(val=name), changed + seen)

    def legible(self, colour: str, ground: str) -> str:
        """A colour for type on a ground; the deck's page or ink where its own colours would leave it hard to read."""
        if self.shown is None:
            return colour
        behind = self._seen(ground or self.theme.page)
        if contrast(self._seen(colour), behind) >= CONTRAST:
            return colour
        return max(colour, *self.grounds.values(), key=lambda each: contrast(self._seen(each), behind))

    def _seen(self, colour: str) -> str:
        """What a colour of the theme is seen as in the deck, as ``#rrggbb``."""
        name, base = self._origin(colour)
        shown = self.shown[name] if self.shown else base
        if base == colour:
            return shown
        hue, light, rich = _hls(shown)
        share, more, richer = _changes(base, colour)
        seen = hls_to_rgb(hue, min(light * share + more, 1), min(rich * richer, 1))
        return "#{:02x}{:02x}{:02x}".format(*(round(255 * each) for each in seen))

    def _origin(self, colour: str) -> tuple[str, str]:
        """The deck's colour that one is, or that it is a tint of."""
        known = {value: name for name, value in (*self.accents.items(), *self.grounds.items())}
        if colour in known:
            return known[colour], colour
        hue, light, saturation = _hls(colour)
        if saturation >= _PALE:
            name, base = min(self.accents.items(), key=lambda each: _apart(_hls(each[1])[0], hue))
            if _apart(_hls(base)[0], hue) < _NEAR:
                return name, base
        return min(self.grounds.items(), key=lambda each: abs(_hls(each[1])[1] - light))


def _changes(base: str, colour: str) -> tuple[float, float, float]:
    """How one colour becomes the other: the share of its lightness, what is added to it, the share of its saturation."""
    (_, before, rich), (_, after, richer) = _hls(base), _hls(colour)
    share = after / before if after <= before else (1 - after) / (1 - before)
    is_as_rich = rich == 0 or abs(richer / rich - 1) < 0.05
    return share, 0 if after <= before else 1 - share, 1 if is_as_rich else richer / rich


def _written(share: float, more: float, richer: float) -> str:
    """The same as slide programs are told it."""
    changes = {"a:lumMod": share, "a:lumOff": more, "a:satMod": richer}
    usual = {"a:lumMod": None, "a:lumOff": 0, "a:satMod": 1}
    return "".join(
        tag(name, attributes(val=str(round(value * 100_000))))
        for name, value in changes.items()
        if value != usual[name]
    )


@cache
def _hls(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return rgb_to_hls(red, green, blue)


def _apart(one: float, other: float) -> float:
    """How far two hues are from each other on their circle of 1."""
    away = abs(one - other)
    return min(away, 1 - away)
