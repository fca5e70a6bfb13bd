"""Edits of one field each, as rows of a table: a value here, another there, and the rule that judges it.

Most rows stand for their mirror as well.
"""

import copy
from typing import Any, NamedTuple

from cjm.diff.change import Direction, Kind
from cjm.diff.rules import RULES
from tests.diff.editor import HEAD, Editor
from tests.diff.maps import Data


class Row(NamedTuple):
    """A value here and another there: where it stands, its key, what a comparison calls it."""

    where: str
    key: str
    before: Any
    after: Any
    rule: str
    kind: Kind = Kind.CHANGED
    also: Data = {}  # noqa: RUF012  (what both sides say besides)
    direction: Direction | None = None

    @property
    def happened(self) -> Kind:
        """What happened to the field: one that only one side has was added or removed."""
        return Kind.ADDED if self.before is None else Kind.REMOVED if self.after is None else self.kind

    @property
    def mirrored(self) -> "Row":
        return self._replace(before=self.after, after=self.before, rule=RULES[self.rule].mirror)

    @property
    def name(self) -> str:
        return f"{self.rule} {self.where} {self.key}"

    def apply(self, editor: Editor) -> bool:
        """Whether there was something to edit."""
        found = editor.holder(self.where)
        if found is None or (self.where in HEAD and not editor.lock((id(found[0]), self.key))):
            return False
        node, type = found
        if self.key in ("feels", "owner"):
            editor.silence(self.key)
        for side, value in ((editor.twin(node), self.before), (node, self.after)):
            side.update(copy.deepcopy(self.also))
            side.pop(self.key, None)
            if value is not None:
                side[self.key] = copy.deepcopy(value)
        element = node if self.where != "voice" else next(each for each in editor.moments() if _speaks(each, node))
        field = self.key if self.where != "voice" else f"for/dana/{self.key}"
        editor.tell(self.rule, self.happened, type, field, (editor.twin(element), element))
        if self.direction:
            editor.facts[-1] = editor.facts[-1]._replace(direction=self.direction)
        return True


def _speaks(moment: Data, voice: Data) -> bool:
    return any(each is voice for each in moment.get("for", {}).values())


_RISES = [
    ("moment", "feels", {"score": -2}, {"score": 1}, "emotion-raised"),
    ("moment", "feels", {"emotion": "anxious"}, {"score": 0, "emotion": "calm"}, "emotion-raised"),
    ("voice", "feels", {"score": -1}, {"score": -0.5}, "emotion-raised"),
    ("moment", "wait", "3 days", "2 hours", "wait-shortened"),
    ("moment", "wait", "1-2 months", "6 weeks", "wait-shortened"),
    ("moment", "duration", "1 hour", "PT59M", "duration-shortened"),
    ("step", "duration", "2 weeks", "3 days", "duration-shortened"),
    ("moment", "owner", None, "Legal", "owner-assigned"),
    ("opportunity", "owner", None, "Legal", "owner-assigned"),
    ("moment", "evidence", ["survey"], ["diaries", "survey"], "evidence-added"),
    ("pain", "evidence", None, ["diaries"], "evidence-added"),
    ("metric", "evidence", None, ["survey"], "evidence-added"),
    ("touchpoint", "validated", None, "2026-05", "assumption-validated"),
    ("touchpoint", "validated", False, True, "assumption-validated"),
    ("pain", "status", "open", "mitigated", "pain-eased"),
    ("metric", "value", 52, 60, "figure-better"),
    ("metric", "target", 70, 75, "target-tightened"),
    ("opportunity", "status", "idea", "planned", "opportunity-advanced"),
    ("opportunity", "status", "planned", "done", "opportunity-advanced"),
]
_SAME = [
    ("moment", "owner", "Sales", "Legal", "changed"),
    ("opportunity", "owner", "Sales", "Legal", "changed"),
    ("moment", "channel", ["web"], ["web", "store"], "changed"),
    ("moment", "importance", 2, 4, "changed"),
    ("opportunity", "impact", 2, 4, "changed"),
    ("opportunity", "due", "2026-12-31", "2027-03-31", "changed"),
    ("touchpoint", "control", "brand", "partner", "changed"),
    ("touchpoint", "kind", "interaction", "action", "changed"),
    ("step", "system", "desk", "ledger", "changed"),
    ("metric", "segment", "Firms", "Households", "changed"),
    ("moment", "expects", None, ["A date"], "added"),
    ("moment", "expects", ["A date"], None, "removed"),
    ("pain", "causes", ["Nobody asks"], ["Nobody asks", "Nobody knows whom"], "changed"),
    ("map", "tags", ["office"], ["office", "phone"], "changed"),
    ("system", "owner", "Sales", "Service", "changed"),
]
_WORDS = [
    ("moment", "thinks", ["Where is it?"], ["Who knows where it is?"]),
    ("moment", "x-legal", "A letter of authority", "No letter"),
    ("voice", "thinks", ["Why me?"], ["Why us?"]),
    ("map", "summary", ["A firm moves."], ["A firm of ten moves."]),
    ("map", "reviewed", "2026-07-15", "2026-08-15"),
    ("persona", "goals", ["Peace"], ["Peace and quiet"]),
]
ROWS = [
    *(made for row in _RISES for made in (Row(*row), Row(*row).mirrored)),
    *(Row(*row) for row in _SAME),
    *(Row(*row, "reworded", Kind.EDITORIAL) for row in _WORDS),
    *(
        Row(where, "name", "Ask for the moon", "Send the rockets home", "renamed", Kind.RENAMED)
        for where in ("persona", "system", "actor")
    ),
    *(
        made
        for key in ("severity", "frequency")
        for row in [Row("pain", key, 5, 2, "pain-eased", also={"severity": 3, "frequency": 3})]
        for made in (row, row.mirrored)
    ),
    *(
        made._replace(direction=direction)
        for fallback, direction in (({"fallback": ["A clerk does it"]}, None), ({"fallback": []}, Direction.UNKNOWN))
        for row in [Row("step", "automation", "manual", "automated", "step-automated", also=fallback)]
        for made in (row, row.mirrored)
    ),
    Row("moment", "feels", None, {"score": 1}, "emotion-unknown"),
    Row("moment", "feels", {"score": 1}, None, "emotion-unknown"),
    Row("map", "title", "One thing", "Quite another matter", "renamed", Kind.RENAMED),
    Row("moment", "does", ["Asks", "Waits", "Signs"], ["Signs", "Asks", "Waits"], "reordered", Kind.REORDERED),
]
"""Fields that an edit changes. Feelings of stages and their owners count only where no touchpoint has one."""
