"""How the shapes of a PDF are painted: colours, strokes, opacities and fades (ISO 32000-1, 8.4 and 11.6)."""

from functools import cache

from cjm.render.backends.pdf.file import File, ref
from cjm.render.backends.svg import FAINT
from cjm.render.backends.xml import number
from cjm.render.theme import Paint


class Paints:
    """What shapes of a document are painted with; ``states`` are the numbers of what is no plain colour, by name."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.states: dict[str, int] = {}
        self.opacity, self.fade = cache(self._opacity), cache(self._fade)

    def _opacity(self, share: float) -> str:
        """Sets the opacity of what is filled from here on."""
        return self._state(f"<</ca {share:.3g}>>")

    def _fade(self, share: float, ends: tuple[float, float], width: float, height: float) -> str:
        """Lets what is filled from here on fade between two heights of a page of that size."""
        shading = (
            f"<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 {number(ends[0])} 0 {number(ends[1])}]/Extend[true true]"
            f"/Function<</FunctionType 2/Domain[0 1]/C0[{share:.3g}]/C1[{share * FAINT:.3g}]/N 1>>>>"
        )
        form = self.file.stream(
            b"/S sh",
            f"/Type/XObject/Subtype/Form/BBox[0 0 {number(width)} {number(height)}]"
            f"/Group<</S/Transparency/CS/DeviceGray>>/Resources<</Shading<</S {shading}>>>>",
        )
        return self._state(f"<</SMask<</S/Luminosity/G {ref(form)}>>>>")

    def _state(self, written: str) -> str:
        name = f"G{len(self.states)}"
        self.states[name] = self.file.add(written)
        return f"/{name} gs "


@cache
def colour(named: str, operator: str) -> str:
    """Sets a colour (``#rrggbb``): with ``rg`` of what is filled, with ``RG`` of what is stroked."""
    shares = (f"{int(named[at : at + 2], 16) / 255:.3f}".rstrip("0").rstrip(".") for at in (1, 3, 5))
    return f"{' '.join(shares)} {operator} "


def stroke(paint: Paint) -> str:
    """Sets how lines are drawn; nothing for a paint that draws none: in PDF a width of 0 would be a hairline."""
    if not paint.stroke or paint.width <= 0:
        return ""
    dash = f"[{' '.join(map(number, paint.dash))}] 0 d " if paint.dash else ""
    return f"{colour(paint.stroke, 'RG')}{number(paint.width)} w {dash}"
