"""What the figures of a metric amount to, kind by kind."""

import math

from cjm.model.metric import SHARES, TIMES, Metric
from cjm.model.time import MINUTES, duration, unit_of


class AmountError(ValueError):
    """A figure that its kind does not allow: ``rule``, message and remedy."""

    def __init__(self, rule: str, message: str, help: str) -> None:
        super().__init__(message)
        self.rule, self.help = rule, help


def amount(text: str, metric: Metric) -> float:
    """The figure as a number: shares 0..1, csat 0..100, times in minutes, everything else as written.

    Raises :class:`AmountError` where the figure is no such thing or outside the range of its kind.
    """
    kind = metric.kind or ""
    if span := duration(text):
        if kind in TIMES or not kind:
            return span.minutes
        raise AmountError("bad-value", f"‘{text}’ is a duration, and {kind} is none.", "Write a number.")
    is_percent = text.endswith("%")
    value = float(text.rstrip("% ").replace("−", "-"))
    if kind in SHARES:
        return _share(text, value / 100 if is_percent else value, kind)
    if kind in TIMES:
        return _time(text, value, metric, is_percent=is_percent)
    if kind == "csat" and not is_percent and "." in text and 0 <= value <= 1:
        value *= 100
    low, high = _range(metric)
    if is_percent and kind not in ("csat", ""):
        raise AmountError("bad-value", f"‘{text}’ is a percentage, and {kind} is none.", f"Write {text.rstrip('% ')}.")
    if not low <= value <= high:
        message = f"{text} is outside the range of {kind or 'this metric'}."
        raise AmountError("out-of-range", message, f"{kind or 'It'} goes {_words(low, high)}.")
    return value


def _share(text: str, value: float, kind: str) -> float:
    if 0 <= value <= 1:
        return value
    if 1 < value <= 100:
        help = f"If you mean {text} per cent, write {text}% or {value / 100:g}."
    else:
        help = f"Write {kind} as a number from 0 to 1, or from 0% to 100%."
    raise AmountError(
        "out-of-range", f"{kind} is a share of customers, and {text} is more than all or less than none.", help
    )


def _time(text: str, value: float, metric: Metric, *, is_percent: bool) -> float:
    unit = unit_of(metric.unit)
    if is_percent or value < 0:
        raise AmountError("bad-value", f"‘{text}’ is no time.", "Write a number and a unit: 11 minutes.")
    if not unit:
        message = f"The time {text} has no unit."
        raise AmountError("bad-value", message, f"Write the unit with it: {text} minutes, {text} days.")
    return value * MINUTES[unit]


def _range(metric: Metric) -> tuple[float, float]:
    match metric.kind:
        case "nps":
            return -100, 100
        case "csat":
            return 0, 100
        case "ces":
            low, high = metric.min, metric.max
            return (1 if low is None else low), (7 if high is None else high)
        case "volume" | "cost" | "revenue":
            return 0, math.inf
        case _:
            low, high = metric.min, metric.max
            return (-math.inf if low is None else low), (math.inf if high is None else high)


def _words(low: float, high: float) -> str:
    return f"from {low:g} to {high:g}" if high < math.inf else f"from {low:g} upwards"
