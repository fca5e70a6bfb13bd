"""Contacts: edges of the rules on channels, sides, owners, validation and what should be measured."""

import pytest

from tests.lint.ask import ask, stages

INVENTORY = "kind: touchpoints"


def contacts(*lines: str, stage: str = "", head: str = "") -> str:
    """A map of one stage with a touchpoint for each line, which holds what is in it besides its name."""
    inner = ", ".join(f"{{name: T{number}{', ' if line else ''}{line}}}" for number, line in enumerate(lines, start=1))
    return stages(f"{stage}{', ' if stage else ''}touchpoints: [{inner}]", head=head)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (contacts("channel: web", "does: Asks"), ["{name: T2, does: Asks}"]),
        (contacts("channel: web", "kind: action"), []),
        (contacts("channel: web", "status: planned"), []),
        (contacts("", "", stage="channel: web"), []),
        (contacts("channel: phone", "", stage="channel: web"), ["{name: T2}"]),
        (contacts("", ""), ["{name: S1, touchpoints: [{name: T1}, {name: T2}]}"]),
        (contacts("", "", ""), ["stages"]),
        (contacts("", "", "", head=INVENTORY), ["stages"]),
        (contacts("", "", head="kind: lifecycle"), []),
        (contacts("", "", head="state: actual"), []),
        (stages("does: Asks"), []),
        (stages("onstage: Clerk"), ["{name: S1, onstage: Clerk}"]),
        (stages("onstage: Clerk, channel: store"), []),
    ],
)
def test_a_contact_has_a_channel(text: str, told: list[str]) -> None:
    assert ask("no-channel", text) == told


@pytest.mark.parametrize(
    ("line", "head", "is_wrong"),
    [
        ("", INVENTORY, True),
        ("initiator: Ana", INVENTORY, True),
        ("receiver: Clerk", INVENTORY, True),
        ("initiator: Ana, receiver: Clerk", INVENTORY, False),
        ("kind: action", INVENTORY, False),
        ("status: retired", INVENTORY, False),
        ("onstage: Clerk", INVENTORY, True),
        ("onstage: Clerk", "kind: blueprint", False),
        ("onstage: Clerk, initiator: Ana", "kind: blueprint", True),
        ("", "", False),
        ("", "kind: lifecycle", False),
    ],
)
def test_an_interaction_has_two_sides(line: str, head: str, *, is_wrong: bool) -> None:
    assert len(ask("interaction-without-sides", contacts(line, head=head))) == is_wrong


def test_a_whole_inventory_without_sides_is_told_once() -> None:
    assert ask("interaction-without-sides", contacts("", "", "", "", head=INVENTORY)) == ["stages"]
    assert len(ask("interaction-without-sides", contacts("", "", "", "initiator: Ana", head=INVENTORY))) == 4


@pytest.mark.parametrize(
    ("line", "head", "is_told"),
    [
        ("channel: web", INVENTORY, True),
        ("channel: web", "occasion: purchase", True),
        ("channel: web", "occasion: support", False),
        ("channel: web", "", False),
        ("channel: web", f"{INVENTORY}\npart_of: other", False),
        ("channel: web", f"{INVENTORY}\nstate: actual", False),
        ("channel: review_site", INVENTORY, False),
        ("channel: [web, word_of_mouth]", INVENTORY, False),
        ("channel: web, control: partner", INVENTORY, False),
        ("control: brand", INVENTORY, True),
        ("kind: action", INVENTORY, False),
        ("", INVENTORY, False),
        ("channel: guild", INVENTORY, True),
        ("channel: guild", f"{INVENTORY}\nchannels: [{{id: guild, owned_by: social}}]", False),
        ("channel: guild", f"{INVENTORY}\nchannels: [{{id: guild, owned_by: brand}}]", True),
    ],
)
def test_others_have_a_word_too(line: str, head: str, *, is_told: bool) -> None:
    own = ["channel: email"] * 4
    assert ask("only-own-touchpoints", contacts(*own, line, head=head)) == ["stages"] * is_told
    assert ask("only-own-touchpoints", contacts(*own[:3], line, head=head)) == []


@pytest.mark.parametrize(
    ("line", "stage", "is_wrong"),
    [
        ("does: Asks, channel: phone", "", True),
        ("does: Asks, channel: phone, owner: Sales", "", False),
        ("does: Asks, channel: phone", "owner: Sales", False),
        ("does: Asks, channel: word_of_mouth", "", False),
        ("does: Asks, channel: [word_of_mouth, phone]", "", True),
        ("does: Asks, channel: social, control: brand", "", True),
        ("does: Asks, control: social", "", False),
        ("does: Asks, control: partner", "", True),
        ("does: Asks, kind: action", "", False),
        ("does: Asks, status: planned", "", True),
        ("does: Asks, status: retired", "", False),
        ("channel: phone", "", False),
    ],
)
def test_somebody_answers_for_what_is_ours(line: str, stage: str, *, is_wrong: bool) -> None:
    assert len(ask("touchpoint-without-owner", contacts(line, stage=stage))) == is_wrong


def test_an_inventory_names_owners_of_mere_names() -> None:
    assert len(ask("touchpoint-without-owner", contacts("channel: phone", head=INVENTORY))) == 1


@pytest.mark.parametrize(
    ("line", "head", "is_wrong"),
    [
        ("", INVENTORY, True),
        ("validated: false", INVENTORY, True),
        ("validated: true", INVENTORY, False),
        ("validated: 2026-05", INVENTORY, False),
        ("status: in_place", INVENTORY, True),
        ("status: planned", INVENTORY, False),
        ("status: retired", INVENTORY, False),
        ("", f"{INVENTORY}\nstatus: hypothesis", False),
        ("", "kind: journey", False),
    ],
)
def test_customers_confirm_an_inventory(line: str, head: str, *, is_wrong: bool) -> None:
    assert len(ask("unvalidated-touchpoint", contacts(line, head=head))) == is_wrong


@pytest.mark.parametrize(
    ("line", "stage", "head", "is_wrong"),
    [
        ("importance: 4", "", "", True),
        ("importance: 3", "", "", False),
        ("importance: 5, metrics: {csat: 80}", "", "", False),
        ("importance: 5, metrics: {csat: {target: 80}}", "", "", False),
        ("importance: 5", "metrics: {csat: 80}", "", False),
        ("importance: 5", "", "metrics: [{kind: nps, value: 3}]", True),
        ("importance: 5, kind: action", "", "", False),
        ("importance: 5, control: social", "", "", False),
        ("importance: 5, status: planned", "", "", False),
        ("importance: 5, moment_of_truth: true", "", "", False),
        ("importance: 5, map: other", "", "", False),
        ("importance: 5", "", "state: future", False),
        ("importance: 5", "", INVENTORY, True),
        ("importance: 2", "importance: 5", "", False),
        ("", "importance: 5", "", True),
        ("metrics: {csat: 80}", "importance: 5", "", False),
    ],
)
def test_what_matters_is_measured(line: str, stage: str, head: str, *, is_wrong: bool) -> None:
    assert len(ask("important-without-metric", contacts(line, stage=stage, head=head))) == is_wrong


def test_how_much_matters_can_be_set() -> None:
    assert ask("important-without-metric", contacts("importance: 3"), importance=3) == ["3"]
