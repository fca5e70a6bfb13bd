"""The entries of short pages: a figure, a moment of truth, a text under its heading."""

from cjm.figures.coverage import is_assumed
from cjm.figures.emotion import felt, neutral
from cjm.figures.essence import Hurt, Truth, Watched
from cjm.model.opportunity import Opportunity
from cjm.render.layouts.marks import Diamond, Elbow, Rating
from cjm.render.layouts.pieces import Card, Fitted, Named, Piece, Shapes, Stack
from cjm.render.layouts.plot import figure
from cjm.render.layouts.sheet import Sheet
from cjm.render.naming import name_of
from cjm.render.text import Style
from cjm.render.values import dataclass

_BETWEEN = 10.0  # from a figure to its target
_SLACK = 0.01
_MARGIN = (10.0, 5.0)  # of a card: at its sides, above and below


@dataclass(frozen=True, slots=True)
class Beside(Piece):
    """A large text, and a small one on its baseline; below it where there is no room beside."""

    style: Style
    large: str
    small: str
    role: str = "metric"

    def fit(self, width: float) -> Fitted:
        """In one row or two."""
        style = self.style
        wide, aside = style.width(self.large, self.role) + _SLACK, style.width(self.small, "note") + _SLACK
        is_one = wide + _BETWEEN + aside <= width
        high, lead = style.height(self.large, self.role, width), style.lead(self.role)
        below = 0.0 if is_one or not self.small else style.height(self.small, "note", width)

        def shapes(x: float, y: float, _: float) -> Shapes:
            text = style.block(self.large, self.role, x, y, wide if is_one else width)
            if not self.small:
                return (text,)
            place = (x + wide + _BETWEEN, y + lead - style.lead("note"), aside) if is_one else (x, y + high, width)
            return (text, style.block(self.small, "note", *place))

        return Fitted(high + below, lead, shapes)


def watched(sheet: Sheet, each: Watched) -> Piece:
    """A figure: what it is and what it shall become, below that whose it is and what it is called."""
    name, value, target = sheet.naming.metric(each.key, each.metric)
    told = sheet.words.fill("marks", "target", target) if target else ""
    where = f"{name_of(each.moment)}: {name}" if each.moment else name
    large, small = (value, told) if value else (target and told, "")
    rows = [Beside(sheet.style, large, small), sheet.text(where, "note")]
    evidence = each.metric.evidence or (each.moment.evidence if each.moment else ())
    address = f"metric/{each.key}" if each.metric.id or not each.moment else ""
    return Named("metric", f"{where}: {value or told}", address, Stack(rows, 0), rests(evidence))


def truth(sheet: Sheet, each: Truth, address: str) -> Piece:
    """A moment of truth: what it is called, how it feels, what is at stake."""
    moment, scale = each.moment, sheet.journey.scale
    value = felt(moment, scale)
    word = moment.feels.emotion if moment.feels else ""
    feeling = " ".join(filter(None, ("" if value is None else figure(sheet, value), word)))
    where = name_of(each.stage) if moment is not each.stage else ""
    rows = [sheet.text(name_of(moment), "strong", Diamond()), *sheet.facts(feeling, where)]
    rows += [sheet.text(why) for why in (moment.moment_of_truth.why if moment.moment_of_truth else ())]
    return Named("moment", name_of(moment), address, Stack(rows, 1), rests(moment.evidence))


def side(sheet: Sheet, value: float | None) -> str:
    """Whether a feeling is good, bad or neither: ``high``, ``low``, ``neutral``."""
    middle = neutral(sheet.journey.scale)
    return "neutral" if value is None or value == middle else "high" if value > middle else "low"


def hurt(sheet: Sheet, each: Hurt, kind: str = "pain") -> Piece:
    """A pain or gain on its card, with how bad or good it is and how often it happens, which it is ordered by.

    Where more than the overview is told, with its causes.
    """
    pain, words = each.pain, sheet.words
    told = (("worth" if kind == "gain" else "severity", pain.severity), ("frequency", pain.frequency))
    facts = " · ".join(words.fill("marks", key, str(value)) for key, value in told if value is not None)
    rows: list[Piece] = [sheet.text(pain.text)]
    rows += [sheet.text(facts, "note", Rating(pain.severity) if pain.severity else None)] if facts else []
    if sheet.detail != "overview":
        rows += [sheet.text(cause, "note", Elbow(depth)) for depth, cause in enumerate(pain.causes)]
    role = f"{kind}-assumed" if is_assumed(each.stage, each.moment) and not pain.evidence else kind
    card = Card(role, Stack(rows), edge=f"{kind}-edge", margin=_MARGIN)
    return Named(kind, pain.text, f"{kind}/{pain.id}", card, rests(pain.evidence or each.moment.evidence))


def work(sheet: Sheet, each: Opportunity) -> Piece:
    """An opportunity on its card: how far it is; where more than the overview is told, what it brings, who does it."""
    words = sheet.words
    facts = [words.word("statuses", each.status) if each.status else ""]
    if sheet.detail != "overview":
        facts += [sheet.naming.actor(each.owner) if each.owner else ""]
        facts += [words.fill("marks", "due", each.due) if each.due else ""]
        told = (("impact", each.impact), ("effort", each.effort))
        facts += [words.fill("marks", key, str(value)) for key, value in told if value is not None]
    card = Card(
        "opportunity", Stack([sheet.text(each.title), *sheet.facts(*facts)]), edge="opportunity-edge", margin=_MARGIN
    )
    return Named("opportunity", each.title, f"opportunity/{each.id}", card)


def rests(evidence: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """What something rests on, for the notes."""
    return (("evidence", ", ".join(evidence)),) if evidence else ()
