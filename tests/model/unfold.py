"""Long forms back to short ones: the way a designer would write what the program sees written out."""

from collections.abc import Mapping
from typing import Any

from cjm.model.fold import number_of
from cjm.model.record import FORMS, Form
from cjm.model.shape import Shape, shapes


class Unfold:
    """The way back: the shortest way to write a folded record. ``known`` as for folding."""

    def __init__(self, known: Mapping[str, str] | None = None) -> None:
        self.known = known or {}

    def record(self, folded: Any, record: type, short: str | None = None) -> Any:
        """A record in its shortest form."""
        if "refers" in folded:
            return folded["refers"]
        shaped = {s.key: self.value(folded[s.attribute], s) for s in shapes(record).values() if s.attribute in folded}
        out = shaped | folded.get("extra", {})
        form = FORMS[record]
        if len(shaped) == len(out) == 1:
            ((key, value),) = out.items()
            if isinstance(value, str | float | int) and key == self.stands_for(value, form, short):
                return value
        return True if form.flag and not out else out

    def stands_for(self, value: float | str, form: Form, short: str | None) -> str:
        """The key for which a text or number alone would be taken."""
        if form.named and str(value) in self.known:
            return self.known[str(value)]
        keys = (short,) if short else form.short
        is_number = not isinstance(number_of(value), str)
        return next((key for key in keys if key != "score" or is_number), "")

    def value(self, value: Any, shape: Shape) -> Any:
        """The value of a key in its shortest form: a list of one is its entry."""
        if shape.container == "list":
            return _one([self.item(entry, shape) for entry in value])
        if shape.container == "map":
            entries = {key: _one(texts) if shape.lists else self.item(texts, shape) for key, texts in value.items()}
            return entries[shape.alone] if shape.alone and list(entries) == [shape.alone] else entries
        return self.item(value, shape)

    def item(self, value: Any, shape: Shape) -> Any:
        """One value in its shortest form."""
        return self.record(value, shape.item, shape.short) if shape.is_record else value


def _one(entries: list[Any]) -> Any:
    return entries[0] if len(entries) == 1 and not isinstance(entries[0], list | bool) else entries
