"""The history of a map as JSON, for programs: the form is :func:`schema`."""

from importlib import resources
from typing import Any

from cjm.diff.history import History, Stop, Trend
from cjm.report.changes.data import summary_data
from cjm.report.json import dump

SCHEMA = "cjm.log/1"

_DIGITS = 4

Data = dict[str, Any]


def history_json(history: History) -> str:
    """The history as one JSON object, ending with a line break."""
    journey, last = history.journey, history.stops[-1].version
    map: Data = {"path": last.path, "id": None, "state": None, "title": None}
    if journey:
        map |= {"id": journey.id or None, "state": journey.state, "title": journey.title}
    data = {
        "schema": SCHEMA,
        "map": map,
        "scale": {"min": history.scale.min, "max": history.scale.max},
        "stops": [_stop(stop) for stop in history.stops],
        "metrics": [_metric(trend) for trend in history.trends if trend.measure],
    }
    return dump(data)


def schema() -> str:
    """The JSON Schema (draft-07) of :func:`history_json`."""
    return resources.files("cjm.report").joinpath("log.schema.json").read_text("utf-8")


def _stop(stop: Stop) -> Data:
    version, tally = stop.version, stop.tally
    return {
        "commit": version.commit or None,
        "date": version.date.isoformat(timespec="seconds"),
        "subject": version.subject,
        "path": version.path,
        "reason": version.reason or None,
        "gaps": version.gaps,
        "figures": tally._replace(emotion=_round(tally.emotion))._asdict() if tally else None,
        "summary": summary_data(stop.changes) if stop.changes else None,
    }


def _metric(trend: Trend) -> Data:
    measure = trend.measure
    assert measure is not None
    return {
        "name": trend.name,
        "key": trend.key,
        "moment": measure.address or None,
        "unit": trend.unit or None,
        "better": trend.better or None,
        "target": _round(measure.target),
        "direction": trend.direction.value,
        "values": [_round(value) for value in trend.values],
    }


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
