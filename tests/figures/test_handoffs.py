"""Where a customer passes from one owner to another, or has to change the channel."""

import pytest

from cjm.figures.handoffs import Passage, handoffs, switches
from cjm.model.journey import Journey
from cjm.model.library import Actor, Channel
from cjm.model.moment import Branch, Stage, Touchpoint


def point(id: str, owner: str = "", *channel: str, next: tuple[str, ...] = ()) -> Touchpoint:
    branches = tuple(Branch(to=to) for to in next)
    return Touchpoint(id=id, name=id, owner=owner, channel=channel, next=branches, does=("Something",))


def journey(*stages: Stage) -> Journey:
    actors = (Actor(id="sales", name="Sales team"),)
    return Journey(
        cjm=1, title="T", stages=stages, actors=actors, channels=(Channel(id="breakfast", name="Owners’ breakfast"),)
    )


def stage(id: str, *touchpoints: Touchpoint, **more: object) -> Stage:
    return Stage(id=id, name=id, touchpoints=touchpoints, **more)  # type: ignore[arg-type]


def ids(passages: tuple[Passage, ...]) -> list[str]:
    return [f"{one.id} {other.id}" for one, other in passages]


@pytest.mark.parametrize(
    ("stages", "wanted"),
    [
        ([stage("s", point("a", "X"), point("b", "X"), point("c", "Y"))], ["b c"]),
        ([stage("s", point("a", "X")), stage("t", point("b", "Y"))], ["a b"]),
        ([stage("s", point("a", "X"), point("b"), point("c", "Y"))], []),  # nobody is named between
        ([stage("s", owner="X"), stage("t", owner="Y")], ["s t"]),
        ([stage("s", point("a"), owner="X"), stage("t", point("b", "Y"), owner="X")], ["a b"]),
        ([stage("s", point("a"), point("b", "Y"), owner="X")], []),  # the stage's own no longer stands
        ([stage("s", point("a", "sales"), point("b", "Sales team"))], []),  # one actor, by id and by name
        ([stage("s", point("a", "X", next=("c",)), point("b", "Y"), point("c", "Z"))], ["a c", "b c"]),
        ([stage("s", point("a", "X", next=("b", "c", "end")), point("b", "Y"), point("c", "Z"))], ["a b", "a c", "b c"]),
        ([stage("s", point("a", "X", next=("b", "b")), point("b", "Y"))], ["a b"]),
        ([stage("s", point("a", "X", next=("end",)), point("b", "Y"))], []),
        ([stage("s", point("a", "X"), point("b", "Y", next=("a",)))], ["a b", "b a"]),
        ([stage("s", point("a", "X", next=("t",))), stage("m", owner="X"), stage("t", point("b", "Y"))], ["a b", "m b"]),
        ([stage("s", point("a", "X", next=("t/a",))), stage("t", point("a", "Y"))], ["a a"]),
        ([stage("s", point("a", "X", next=("t",))), stage("t", point("b", "X"), point("t", "Y"))], ["a t", "b t"]),
        ([stage("s", point("a", "X"), next=(Branch(to="end"),)), stage("t", point("b", "Y"))], []),
        ([stage("s", point("a", "X", next=("gone",))), stage("t", point("b", "Y"))], []),
    ],
)  # fmt: skip
def test_a_hand_off_is_between_consecutive_moments_of_different_owners(stages: list[Stage], wanted: list[str]) -> None:
    assert ids(handoffs(journey(*stages))) == wanted


@pytest.mark.parametrize(
    ("stages", "wanted"),
    [
        ([stage("s", point("a", "", "web"), point("b", "", "phone"))], ["a b"]),
        ([stage("s", point("a", "", "web", "phone"), point("b", "", "phone", "store"))], []),
        ([stage("s", point("a", "", "web"), point("b"), point("c", "", "phone"))], []),
        ([stage("s", point("a", "", "breakfast"), point("b", "", "Owners’ breakfast"))], []),
        ([stage("s", point("a"), channel=("web",)), stage("t", channel=("store",))], ["a t"]),
    ],
)
def test_a_switch_is_between_moments_with_no_channel_in_common(stages: list[Stage], wanted: list[str]) -> None:
    assert ids(switches(journey(*stages))) == wanted


def test_a_set_of_contacts_is_one_moment() -> None:
    contacts = tuple(Touchpoint(id=id, name=id, channel=(id,)) for id in ("web", "phone"))
    shop = stage("shop", *contacts, owner="Sales")
    after = stage("use", point("call", "Service", "phone")), stage("end", point("visit", "Service", "store"))
    assert ids(handoffs(journey(shop, *after))) == ["shop call"]
    assert ids(switches(journey(shop, *after))) == ["call visit"]
    assert ids(handoffs(journey(stage("s", point("a", "X", next=("phone",))), shop))) == ["a shop"]
