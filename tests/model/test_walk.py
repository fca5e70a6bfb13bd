"""Ways through a map, and the addresses of what lies on them."""

from typing import Any

import pytest

from cjm.model.walk import address, moments, walk
from tests.texts import read

MAP = """\
cjm: 1
title: T
personas: [{name: Dana}]
research: [survey]
metrics: [{kind: nps, value: 3}]
scope: {starts: now}
stages:
  - name: Need
    for: {dana: {feels: {emotion: angry}}}
    touchpoints:
      - {name: Call, pains: [{id: late, text: Late}], metrics: {csat: 5}}
      - Wait
  - name: Pay
    onstage: [Ann]
    opportunities: [Refund]
    next: end
    automations: {id: mail, when: a, do: b}
    touchpoints: [Call]
"""


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ((), ""), (("title",), ""), (("scope", "starts"), ""), (("stages",), ""),
        (("stages", 0), "stage/need"), (("stages", 0, "does", 3), "stage/need"), (("stages", 0, "for", "dana", "feels", "score"), "stage/need"),
        (("stages", 0, "touchpoints"), "stage/need"), (("stages", 0, "touchpoints", 0), "touchpoint/need/call"), (("stages", 0, "touchpoints", 1, "name"), "touchpoint/wait"),
        (("stages", 1, "touchpoints", 0, "name"), "touchpoint/pay/call"), (("stages", 0, "touchpoints", 0, "pains", 0, "text"), "pain/late"),
        (("stages", 0, "touchpoints", 0, "metrics", "csat", "value"), "touchpoint/need/call"), (("stages", 1, "onstage", 0, "actor"), "step/ann"),
        (("stages", 1, "opportunities", 0), "opportunity/refund"), (("stages", 1, "next", 0, "to"), "stage/pay"), (("stages", 1, "automations", 0), "stage/pay"),
        (("personas", 0, "age"), "persona/dana"), (("research", 0), "research/survey"), (("metrics", 0, "value"), "metric/nps"),
        (("stages", 7, "name"), ""), (("stages", 0, "touchpoints", 9), "stage/need"), (("nothing", 0, "here"), ""), (("stages", 0, "x-own", "deep"), "stage/need"),
    ],
)  # fmt: skip
def test_the_address_of_a_route_is_that_of_the_nearest_element(parts: tuple[Any, ...], found: str) -> None:
    reading = read(MAP)
    assert reading.findings == []
    assert address(reading.journey, parts) == found


def test_moments_come_in_the_order_of_time_with_their_stage() -> None:
    found = [(at, moment.id, stage.id) for at, moment, stage in moments(read(MAP).journey)]
    assert found == [
        (("stages", 0), "need", "need"), (("stages", 0, "touchpoints", 0), "call", "need"), (("stages", 0, "touchpoints", 1), "wait", "need"),
        (("stages", 1), "pay", "pay"), (("stages", 1, "touchpoints", 0), "call", "pay"),
    ]  # fmt: skip


def test_every_record_is_met_once_under_its_own_route() -> None:
    journey = read(MAP).journey
    met = list(walk(journey))
    assert len({at for at, _ in met}) == len(met)
    assert len({id(record) for _, record in met}) == len(met)
    names = {at: type(record).__name__ for at, record in met}
    assert names[()] == "Journey"
    assert names["stages", 0, "for", "dana", "feels"] == "Feeling"
    assert names["stages", 0, "touchpoints", 0, "metrics", "csat"] == "Metric"
    assert names["stages", 1, "next", 0] == "Branch"
    assert names["scale",] == "Scale"
