"""On stage and backstage: edges of the rules on steps, systems, automations and the words of the trade."""

import pytest

from tests.lint.ask import ask, stages

BLUEPRINT = "kind: blueprint"


@pytest.mark.parametrize(
    ("line", "is_wrong"),
    [
        ("onstage: Clerk", True),
        ("onstage: {does: Shows it, system: Web}", False),
        ("onstage: Clerk, systems: [Web]", False),
        ("onstage: Clerk, backstage: Checks", False),
        ("onstage: Clerk, support: Archive", False),
        ("onstage: Clerk, touchpoints: [{name: T, backstage: Checks}]", False),
        ("backstage: Checks, touchpoints: [{name: T, onstage: Clerk}]", False),
        ("does: Waits", False),
    ],
)
def test_a_blueprint_shows_what_is_behind(line: str, *, is_wrong: bool) -> None:
    assert ask("onstage-without-backstage", stages(line, head=BLUEPRINT)) == ["onstage"] * is_wrong
    assert ask("onstage-without-backstage", stages(line)) == []


@pytest.mark.parametrize(
    ("step", "in_journey", "in_blueprint"),
    [
        ("backstage: Checks by hand", False, True),
        ("backstage: {does: Checks, automation: manual}", True, True),
        ("backstage: {does: Checks, automation: assisted, system: CRM}", True, True),
        ("backstage: {does: Checks, automation: manual, actor: Clerk}", False, False),
        ("backstage: {does: Checks, automation: automated}", False, False),
        ("backstage: {does: Checks, system: CRM}", False, False),
        ("onstage: Clerk", False, False),
        ("support: Archive", False, False),
        ("support: {does: Files it, automation: manual}", True, True),
    ],
)
def test_somebody_does_a_step(step: str, *, in_journey: bool, in_blueprint: bool) -> None:
    assert len(ask("step-without-actor", stages(step))) == in_journey
    assert len(ask("step-without-actor", stages(step, head=BLUEPRINT))) == in_blueprint
    assert ask("step-without-actor", stages(step, head="state: actual")) == []


@pytest.mark.parametrize(
    ("step", "in_journey", "in_blueprint"),
    [
        ("backstage: {does: Checks, automation: automated}", True, True),
        ("backstage: {does: Checks, automation: automated, system: Bot}", False, False),
        ("backstage: {does: Checks, automation: automated, actor: bot}", False, False),
        ("backstage: {does: Checks, automation: automated, actor: clerk}", True, True),
        ("backstage: {does: Checks, automation: automated}, systems: [CRM]", False, False),
        ("backstage: {does: Checks, automation: assisted, actor: clerk}", False, True),
        ("backstage: {does: Checks, automation: manual, actor: clerk}", False, False),
        ("backstage: Checks", False, False),
    ],
)
def test_a_machine_has_a_name(step: str, *, in_journey: bool, in_blueprint: bool) -> None:
    people = "actors: [{id: bot, name: Bot one, kind: system}, {id: clerk, name: Clerk, kind: employee}]"
    assert len(ask("step-without-system", stages(step, head=people))) == in_journey
    assert len(ask("step-without-system", stages(step, head=f"{people}\n{BLUEPRINT}"))) == in_blueprint


@pytest.mark.parametrize(
    ("lines", "owner", "state", "told"),
    [
        (["systems: [qr]"], "", "current", ["qr"]),
        (["onstage: {does: Shows, system: QR menu}"], "", "current", ["QR menu"]),
        (["systems: [qr]", "systems: [qr]"], "", "current", ["qr"]),
        (["touchpoints: [{name: T, status: planned, systems: [qr]}]"], "", "current", ["qr"]),
        (["touchpoints: [{name: T, status: planned, systems: [qr]}]"], "Tech", "current", []),
        (["touchpoints: [{name: T, status: planned, systems: [qr]}]", "systems: [QR menu]"], "", "current", ["QR menu"]),
        (["systems: [qr]"], "", "future", ["qr"]),
        (["systems: [qr]"], "Tech", "future", []),
        (["systems: [till]"], "", "current", []),
        (["systems: [Something else]"], "", "current", []),
    ],
)  # fmt: skip
def test_a_system_must_be_there(lines: list[str], owner: str, state: str, told: list[str]) -> None:
    systems = f"systems: [{{id: qr, name: QR menu, available: false, owner: '{owner}'}}, {{id: till, available: true}}]"
    assert ask("missing-system", stages(*lines, head=f"state: {state}\n{systems}")) == told


@pytest.mark.parametrize(
    ("needs", "told"),
    [
        ({"a": "", "b": "a", "c": "b"}, []),
        ({"a": "a"}, ["a"]),
        ({"a": "b", "b": "a"}, ["a"]),
        ({"a": "b", "b": "c", "c": "a"}, ["a"]),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, ["a", "c"]),
        ({"a": "b, c", "b": "d", "c": "d", "d": ""}, []),
        ({"a": "s-touch", "b": "a"}, []),
        ({"a": "b", "b": "c", "c": "b"}, ["b"]),
    ],
)
def test_steps_do_not_wait_for_one_another(needs: dict[str, str], told: list[str]) -> None:
    steps = ", ".join(f"{{id: {id}, does: Does {id}, needs: [{names}]}}" for id, names in needs.items())
    line = f"touchpoints: [{{id: s-touch, name: T, backstage: [{steps}]}}]"
    assert ask("dependency-cycle", stages(line)) == told


@pytest.mark.parametrize(
    ("line", "in_journey", "in_blueprint"),
    [
        ("automations: {when: late, do: Calls}", True, True),
        ("automations: {when: late, do: Calls, fallback: A list}", False, False),
        ("onstage: {does: Shows, system: W, automation: automated}", False, True),
        ("onstage: {does: Shows, system: W, automation: automated, fails: Page is down}", True, True),
        ("onstage: {does: Shows, system: W, automation: automated, fails: Down, fallback: Phone}", False, False),
        ("support: {does: Shows, system: W, automation: automated}", False, False),
        ("backstage: {does: Types, actor: A, automation: manual, fails: A digit is wrong}", False, False),
    ],
)
def test_machines_fail(line: str, *, in_journey: bool, in_blueprint: bool) -> None:
    assert len(ask("automation-without-fallback", stages(line))) == in_journey
    assert len(ask("automation-without-fallback", stages(line, head=BLUEPRINT))) == in_blueprint


def test_a_blueprint_shows_something_to_hold() -> None:
    assert ask("no-physical-evidence", stages("does: Waits", head=BLUEPRINT)) == ["stages"]
    assert ask("no-physical-evidence", stages("does: Waits", "physical_evidence: A ticket", head=BLUEPRINT)) == []
    assert ask("no-physical-evidence", stages("does: Waits")) == []


JARGON = {
    "en": ("Enters the sales funnel", "Takes the lead and gets a ticket"),
    "fr": ("Devient un lead", "Prend un ticket et suit le guide"),
    "ro": ("Devine un lead-ul nostru", "Ia bilet și sună"),
    "pl": ("Zostaje leadem", "Pyta lidera zespołu"),
    "de": ("Wird zum Lead im CRM", "Lädt die App und wartet"),
    "es": ("Entra en el embudo de ventas", "Pide cita y espera"),
}


@pytest.mark.parametrize("lang", JARGON)
def test_customers_do_not_talk_shop(lang: str) -> None:
    theirs, plain = JARGON[lang]
    assert ask("jargon-in-customer-lane", stages(f"does: {theirs}", f"does: {plain}", head=f"lang: {lang}")) == [theirs]
    assert ask("jargon-in-customer-lane", stages(f"does: {theirs}", head=f"lang: {lang}-X")) == [theirs]


@pytest.mark.parametrize(
    ("line", "head", "count"),
    [
        ("thinks: Where is their CRM", "lang: en", 1),
        ("questions: Which NPS is it", "lang: en", 1),
        ("for: {ana: {thinks: A CRM again}}", "lang: en\npersona: {id: ana, name: Ana}", 1),
        ("says: {text: I am in the CRM}", "lang: en", 1),
        (
            "says: {text: She is in the CRM, by: Clerk}",
            "lang: en\nactors: [{id: clerk, name: Clerk, kind: employee}]",
            0,
        ),
        ("says: {text: She is in the CRM, evidence: [ws]}", "lang: en\nresearch: [{id: ws, with: staff}]", 0),
        ("backstage: Opens the CRM", "lang: en", 0),
        ("name: CRM entry", "lang: en", 0),
        ("does: Opens the CRM", "lang: en\npersona: {name: Ana, occupation: Keeps the CRM of a firm}", 0),
        ("does: Opens the CRM", "", 0),
        ("does: Opens the CRM", "lang: it", 0),
        ("does: Opens the CRM", "lang: en\nkind: lifecycle", 0),
    ],
)
def test_whose_words_they_are(line: str, head: str, count: int) -> None:
    text = stages(line, head=head) if not line.startswith("name") else f"{head}\nstages: [{{{line}}}]"
    assert len(ask("jargon-in-customer-lane", text)) == count
