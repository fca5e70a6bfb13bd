"""Contacts: channels of one map or several, who begins, and where nothing is in place."""

import pytest

from cjm.figures.contacts import channels, contacts, direction, gaps, tally
from cjm.model.journey import Journey
from cjm.model.library import Actor, Channel
from cjm.model.moment import Stage, Touchpoint
from cjm.model.persona import Persona


def mapped(*stages: Stage, **head: object) -> Journey:
    return Journey(cjm=1, id="m", title="A journey", stages=stages, **head)  # type: ignore[arg-type]


def stage(name: str, *touchpoints: Touchpoint, **more: object) -> Stage:
    return Stage(id=name, name=name.title(), touchpoints=touchpoints, **more)  # type: ignore[arg-type]


def contact(name: str, *channel: str, **more: object) -> Touchpoint:
    return Touchpoint(id=name, name=name.title(), channel=channel, **more)  # type: ignore[arg-type]


def test_what_is_only_planned_or_retired_leaves_a_gap() -> None:
    told = mapped(
        stage("a", contact("one", "web"), contact("two", "web", status="planned")),
        stage("b", contact("three", "web", status="planned"), contact("four", "web", status="retired")),
        stage("c"),
    )
    assert gaps(contacts((told,)), ["web"], told.stages) == 2
    assert tally(contacts((told,))) == (1, 2, 1)


def test_a_contact_in_several_channels_counts_once() -> None:
    told = mapped(stage("a", contact("one", "web", "phone"), contact("two")))
    assert tally(contacts((told,))) == (2, 0, 0)
    assert [found.channels for found in contacts((told,))] == [("web", "phone"), ("",)]


def test_channels_stand_in_the_order_in_which_they_are_met_then_those_never_used() -> None:
    told = mapped(
        stage("a", contact("x", "phone"), contact("y", "fair")), stage("b", contact("z", "web")),
        channels=(Channel(id="stamps", name="Stamps"), Channel(id="trade_fair", name="fair")),
    )  # fmt: skip
    assert [channel.key for channel in channels((told,))] == ["phone", "trade_fair", "web", "stamps"]
    borrowed = mapped(*told.stages, channels=told.channels, borrowed=("channels/stamps",))
    assert [channel.key for channel in channels((borrowed,))] == ["phone", "trade_fair", "web"]


@pytest.mark.parametrize(
    ("begins", "answers", "expected"),
    [
        ("dana", "clerk", "inbound"), ("clerk", "dana", "outbound"), ("dana", "peer", "among"), ("dana", "", "inbound"),
        ("", "dana", "outbound"), ("clerk", "", "outbound"), ("", "clerk", "inbound"), ("someone", "", None), ("", "", None), ("clerk", "clerk", None),
    ],
)  # fmt: skip
def test_who_begins(begins: str, answers: str, expected: str | None) -> None:
    told = mapped(
        stage("a"), personas=(Persona(id="dana", name="Dana"),),
        actors=(Actor(id="clerk", kind="employee"), Actor(id="peer", kind="customer"), Actor(id="someone")),
    )  # fmt: skip
    assert direction(told, contact("x", initiator=begins, receiver=answers)) == expected
