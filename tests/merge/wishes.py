"""What may be written where: values for a change, keys to add, lists that hold elements."""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.merge.meaning import LISTS, SETS

NUMBERS: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(("severity", "frequency", "impact", "effort", "importance", "tech_familiarity"), tuple("12345")),
    **dict.fromkeys(("score", "feels", "intent"), ("-2", "-1", "0", "1", "2")),
    **dict.fromkeys(("wait", "duration"), ("7 min", "3 hours", "9 days", "5 weeks", "1-2 months")),
    **dict.fromkeys(("n", "value", "target"), ("11", "37", "58", "91", "0.4")),
    **dict.fromkeys(("date", "due", "reviewed"), ("2026-01-05", "2026-02", "2025-12-31")),
    "status": ("open", "mitigated", "idea", "planned", "done", "in_place", "live", "draft"),
    "automation": ("manual", "assisted", "automated"), "kind": ("interaction", "action", "nps"),
    "control": ("brand", "partner", "social"), "method": ("interview", "survey", "diary"), "share": ("0.2", "30%"),
}  # fmt: skip
FIXED = {"cjm", "id", "formerly", "uses", "lang", "state", "moves", "map", "compares_to", "part_of", "to", "key", "better", "available",
         "review_every", "function", "url", "link", "channel", "device"} | SETS  # fmt: skip
"""Keys whose values other edits change, or none."""
PROSE = ("thinks", "expects", "outcome", "questions", "barriers", "does", "data", "motivations", "physical_evidence")
MOMENT: Mapping[str, Any] = dict.fromkeys(PROSE, "text") | {"owner": "text", "importance": "5", "wait": "4 days", "channel": "web",
    "feels": "-1", "at": "text", "x-note": "text", "intent": "1", "tone": "text", "evidence": "known"}  # fmt: skip
PAIN = {"severity": "2", "frequency": "5", "causes": "text", "status": "open", "evidence": "known", "x-note": "text"}
MORE: Mapping[str, Mapping[str, Any]] = {
    "map": {**dict.fromkeys(("summary", "scenario", "expects", "promise", "owner"), "text"), "reviewed": "2026-03-03", "tags": "text"},
    "stage": {**MOMENT, "goal": "text", "phase": "text"}, "touchpoint": {**MOMENT, "kind": "action", "control": "brand"},
    "pain": PAIN, "gain": PAIN, "opportunity": {"impact": "4", "effort": "2", "owner": "text", "status": "idea", "due": "2026-11"},
    "step": {"fails": "text", "fallback": "text", "automation": "manual", "duration": "2 hours", "actor": "text"},
    "persona": {"age": "33", "quote": "text", "goals": "text", "segment": "text"}, "actor": {"team": "text"}, "system": {"owner": "text"},
    "research": {"n": "77", "date": "2026-04", "source": "text"}, "quote": {"by": "text", "date": "2026-05"},
    "rule": {"limit": "text"}, "automation": {"owner": "text", "fallback": "text"}, "link": {"title": "text"},
}  # fmt: skip
"""Keys that may be added to an element, by its type, each with a value."""
SHORT = {key: short for key, (_, short) in LISTS.items()}
"""The key that a text alone stands for in each list of elements."""
CONTENT = {"stages", "touchpoints", "pains", "gains", "opportunities", "onstage", "backstage", "support", "says", "rules", "links",
           "automations", "personas", "actors", "systems", "research", "team"}  # fmt: skip
HELD = {"pains", "gains", "opportunities", "onstage", "backstage", "support", "says", "automations"}
