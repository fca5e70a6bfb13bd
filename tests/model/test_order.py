"""Keys in the order in which maps are read best, from the declarations of the records."""

import pytest

from cjm.model.journey import Journey
from cjm.model.library import Library
from cjm.model.moment import Stage, Touchpoint
from cjm.model.opportunity import Gain, Pain
from cjm.model.order import Order, record_of
from cjm.model.persona import Persona
from cjm.model.record import FORMS, Place
from cjm.model.shape import shapes
from cjm.source.tree import Scalar

MAP = Order({})


@pytest.mark.parametrize(
    ("record", "first", "last"),
    [
        (Journey, "cjm id formerly title summary lang", "research metrics links stages"),
        (Library, "cjm id formerly kind title personas", "research metrics links"),
        (Stage, "id formerly name phase goal channel device owner", "map evidence links touchpoints"),
        (Touchpoint, "id formerly name kind channel device initiator", "next map evidence links"),
        (Persona, "id formerly name quote age", "share evidence links"),
        (Pain, "id formerly text severity frequency causes", "evidence status links"),
        (Gain, "id formerly text severity frequency causes", "evidence status links"),
    ],
)
def test_what_a_record_begins_and_ends_with(record: type, first: str, last: str) -> None:
    keys = " ".join(shapes(record))
    assert keys.startswith(f"{first} ")
    assert keys.endswith(f" {last}")


@pytest.mark.parametrize("record", FORMS, ids=lambda record: record.__name__)
def test_places_are_kept_and_no_key_is_lost(record: type) -> None:
    places = [shape.place for shape in shapes(record).values()]
    assert places == sorted(places)
    if "id" in shapes(record):
        assert places[0] <= Place.ID


@pytest.mark.parametrize(
    ("path", "keys", "order"),
    [
        ("", "title cjm", "cjm title"),
        ("", "scope persona title", "title persona scope"),
        ("", "stages x-b what x-a metrics", "metrics x-b what x-a stages"),
        ("stages", "touchpoints name x-legal id", "id name x-legal touchpoints"),
        ("stages touchpoints pains", "severity text id", "id text severity"),
        ("stages metrics", "nps csat", "nps csat"),
        ("stages metrics nps", "target value", "value target"),
        ("stages for", "dana ann", "dana ann"),
        ("stages for dana", "feels does", "does feels"),
        ("stages for dana feels", "emotion score", "score emotion"),
        ("stages tone", "phone angry", "phone angry"),
        ("persona", "age name", "name age"),
        ("x-own", "b a", "b a"),
        ("x-own deep", "b a", "b a"),
        ("title", "b a", "b a"),
        ("stages name", "b a", "b a"),
    ],
)
def test_the_order_of_keys(path: str, keys: str, order: str) -> None:
    assert MAP.order(tuple(path.split()), keys.split()) == order.split()


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("stages", "name"),
        ("stages touchpoints", "name"),
        ("stages pains", "text"),
        ("stages opportunities", "title"),
        ("stages onstage", "actor"),
        ("stages backstage", "does"),
        ("stages feels", "emotion"),
        ("stages metrics nps", "value"),
        ("research", "id"),
        ("persona", ""),
        ("title", ""),
        ("x-own", ""),
        ("", ""),
    ],
)
def test_what_a_text_alone_stands_for(path: str, key: str) -> None:
    assert MAP.short(tuple(path.split()), "Word") == key


def test_a_number_alone_and_a_system_that_is_known() -> None:
    assert MAP.short(("stages", "feels"), Scalar("-1", -1)) == "score"
    assert MAP.short(("stages", "metrics", "nps"), Scalar("3", 3)) == "value"
    assert Order({}, {"crm": "system"}).short(("stages", "onstage"), "crm") == "system"


@pytest.mark.parametrize(
    ("tree", "record"),
    [
        ({"kind": "library"}, Library),
        ({"kind": "libary"}, Library),
        ({"kind": "journey"}, Journey),
        ({"kind": "lifecycle"}, Journey),
        ({"kind": None}, Journey),
        ({}, Journey),
        (None, Journey),
        ([], Journey),
    ],
)
def test_what_a_file_is(tree: object, record: type) -> None:
    assert record_of(tree) is record


def test_only_stages_are_set_apart() -> None:
    assert MAP.is_spaced(("stages",))
    assert not MAP.is_spaced(("stages", "touchpoints"))
    assert not MAP.is_spaced(())
