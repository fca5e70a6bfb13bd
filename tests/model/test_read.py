"""Reading: files and what they refer to, whom words name, and all that is wrong at once."""

import pytest

from cjm.finding import Severity
from cjm.model.journey import Journey
from cjm.model.library import Library
from cjm.model.moment import Stage
from tests.texts import Reading, read, stage

MAP = "cjm: 1\ntitle: T\nstages: [One]\n"
LIBRARY = "cjm: 1\nkind: library\npersonas: [{id: dana, name: Dana Popa}]\nactors: [{id: clerk, name: Desk clerk}]\nsystems: [{id: crm, name: Customer record}]\n"
USES = "uses: lib\n"


def one(reading: Reading) -> Stage:
    (found,) = reading.journey.stages
    return found


def test_a_library_is_opened_once_for_all_maps() -> None:
    reading = read(
        {"a": MAP + USES, "b": MAP + "uses: [./lib, lib]\ncompares_to: a", "lib": LIBRARY}, "a", "b", "lib", "a"
    )
    assert sorted(reading.opened) == ["a", "b", "lib"]
    assert [journey.path for journey in reading.atlas.maps] == ["a", "b"]
    assert list(reading.atlas.libraries) == ["lib"]
    assert list(reading.atlas.compared) == ["b"] or list(reading.atlas.compared) == ["a"]
    assert reading.findings == []


def test_paths_start_from_the_folder_of_the_file_that_names_them() -> None:
    reading = read({"maps/new/a": MAP + "uses: ../lib\npart_of: whole", "maps/lib": LIBRARY, "maps/new/whole": MAP})
    assert reading.findings == []
    assert sorted(reading.opened) == ["maps/lib", "maps/new/a", "maps/new/whole"]


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ({"a": MAP + "uses: a"}, [("unknown-reference", "a")]),
        ({"a": MAP + "compares_to: ./a"}, [("unknown-reference", "./a")]),
        ({"a": MAP + "uses: b", "b": MAP + "uses: a"}, [("unknown-reference", "b"), ("unknown-reference", "a")]),
        ({"a": MAP + "compares_to: b\npart_of: b", "b": MAP + "compares_to: a\npart_of: a"}, []),
        ({"a": MAP + "uses: b"}, [("unknown-reference", "b")]), ({"a": MAP + "uses: 5\npersona: danna", "5": LIBRARY}, [("unknown-reference", "danna")]),
        ({"a": MAP + "part_of: lib\ncompares_to: lib", "lib": LIBRARY}, [("unknown-reference", "lib")] * 2),
        ({"a": MAP.replace("One", "{name: One, map: b}")}, [("unknown-reference", "b")]),
        ({"a": MAP + "uses: [lib, more]", "lib": LIBRARY, "more": LIBRARY}, [("duplicate-id", "uses")] * 3),
        ({"a": MAP + "uses: lib\nactors: {id: clerk}", "lib": LIBRARY}, [("duplicate-id", "clerk")]),
        ({"lib": LIBRARY + "uses: more"}, [("unknown-key", "uses")]),
        ({"a": LIBRARY + "metrics: {id: x, kind: nps, value: 300}\nresearch: {id: r, date: 2026-02-30}"}, [("out-of-range", "300"), ("bad-value", "2026-02-30")]),
        ({"a": MAP + "uses: b", "b": LIBRARY + "metrics: {id: x, kind: nps, value: 300}"}, [("out-of-range", "300")]),
        ({"a": ""}, [("syntax", "")]), ({"a": "- b"}, [("syntax", "")]), ({"a": "5"}, [("syntax", "")]),
    ],
)  # fmt: skip
def test_files_that_refer_to_files(texts: dict[str, str], told: list[tuple[str, str]]) -> None:
    reading = read(texts)
    assert reading.told() == told


def test_two_maps_of_one_id_and_state_are_told_apart() -> None:
    same = MAP + "id: office\n"
    reading = read({"a": same, "b": same, "c": same + "state: future\n", "d": MAP, "e": MAP}, "a", "b", "c", "d", "e")
    assert [(finding.route.path, finding.rule) for finding in reading.findings] == [("b", "duplicate-map")]
    assert [journey.identity for journey in reading.atlas.maps] == [
        "office@current",
        "office@current",
        "office@future",
        "d",
        "e",
    ]


@pytest.mark.parametrize(
    ("head", "personas"),
    [
        ("persona: dana", [("dana", "Dana Popa", "")]), ("persona: Dana Popa", [("dana", "Dana Popa", "")]), ("personas: [dana, Bo]", [("dana", "Dana Popa", ""), ("bo", "Bo", "Bo")]),
        ("persona: {name: Dana Popa}", [("dana-popa", "Dana Popa", "")]), ("persona: {id: imani}", [("imani", "", "")]), ("persona: '!'", [("!", "!", "!")]), ("", []),
    ],
)  # fmt: skip
def test_a_persona_is_looked_up_among_ids_then_names(head: str, personas: list[tuple[str, str, str]]) -> None:
    reading = read({"a": MAP + USES + head, "lib": LIBRARY})
    assert [(each.id, each.name, each.refers) for each in reading.journey.personas] == personas
    assert reading.findings == []


@pytest.mark.parametrize(
    ("head", "severity", "meant"),
    [
        ("persona: danna", Severity.ERROR, "dana"), ("persona: Dana Pope", Severity.WARNING, "Dana Popa"), ("persona: Dana", Severity.WARNING, "dana"), ("persona: {name: Dena}", None, ""),
        ("persona: zoe", None, ""), ("persona: Élise", Severity.WARNING, "élise"), ("persona: élisé", Severity.ERROR, "élise"),
    ],
)  # fmt: skip
def test_a_near_miss_of_an_id_is_an_error_and_of_a_name_a_warning(
    head: str, severity: Severity | None, meant: str
) -> None:
    findings = read({"a": MAP + USES + head, "lib": LIBRARY.replace("Popa}", "Popa}, {id: élise}")}).findings
    assert [finding.severity for finding in findings] == ([severity] if severity else [])
    assert all(f"‘{meant}’" in finding.message for finding in findings)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("onstage: clerk", [((), "clerk", "")]), ("backstage: Desk clerk", [((), "Desk clerk", "")]), ("support: crm", [((), "", "crm")]), ("backstage: Customer record", [((), "", "Customer record")]),
        ("onstage: Ann", [((), "Ann", "")]), ("backstage: Ann", [(("Ann",), "", "")]), ("onstage: crm", [((), "", "crm")]), ("backstage: dana", [((), "dana", "")]),
        ("support: {does: crm}", [(("crm",), "", "")]), ("backstage: [clerk, Files it]", [((), "clerk", ""), (("Files it",), "", "")]),
    ],
)  # fmt: skip
def test_a_plain_step_that_names_an_actor_or_a_system_is_that_one(
    text: str, steps: list[tuple[tuple[str, ...], str, str]]
) -> None:
    reading = read({"a": f"cjm: 1\ntitle: T\nuses: lib\nstages:\n  - name: One\n    {text}\n", "lib": LIBRARY})
    found = one(reading)
    assert [
        (step.does, step.actor, step.system) for step in (*found.onstage, *found.backstage, *found.support)
    ] == steps
    assert reading.findings == []


def test_a_word_that_names_nothing_makes_an_entry() -> None:
    reading = stage(
        "onstage: [Ann, Ann, '!']\nsystems: [Till, TILL, till]\nbackstage: {actor: Dana, system: Till}\ntouchpoints: {name: a, initiator: Bo}",
        "persona: Dana",
    )
    assert [(each.id, each.name, each.refers) for each in reading.journey.actors] == [
        ("bo", "Bo", "Bo"),
        ("ann", "Ann", "Ann"),
        ("!", "!", "!"),
    ]
    assert [(each.id, each.name) for each in reading.journey.systems] == [("till", "Till"), ("till-2", "TILL")]
    assert reading.findings == []


def test_the_catalogues_of_a_map_come_before_those_of_its_libraries() -> None:
    reading = read({"a": MAP + USES + "actors: [{id: own}]\nsystems: [till]", "lib": LIBRARY})
    assert [actor.id for actor in reading.journey.actors] == ["own", "clerk"]
    assert [system.id for system in reading.journey.systems] == ["till", "crm"]
    assert reading.journey.personas == ()


def test_own_keys_are_kept_everywhere() -> None:
    reading = stage("x-legal: [GDPR, 7]\npains: {text: a, x-cost: 5}\nx-empty:", "x-head: {a: true}")
    assert reading.journey.extra == {"x-head": {"a": "true"}}
    assert one(reading).extra == {"x-legal": ["GDPR", "7"]}
    assert one(reading).pains[0].extra == {"x-cost": "5"}
    assert reading.findings == []


def test_ids_are_given_and_written_ones_kept() -> None:
    reading = read("cjm: 1\ntitle: T\nstages: [{name: B}, {id: b, name: A}, {name: '!', touchpoints: [X, {id: y}]}]")
    assert [(each.id, each.derived, each.numbered) for each in reading.journey.stages] == [
        ("b-2", True, True),
        ("b", False, False),
        ("stage-3", True, True),
    ]
    assert [each.id for each in reading.journey.stages[2].touchpoints] == ["x", "y"]


def test_errors_of_every_sort_come_together_and_the_map_is_read_as_far_as_it_can_be() -> None:
    reading = stage(
        "thinks: Hmm: why\nfeels: 7\npains: {severity: 9}\nowner: [a, b]\nevidence: [nothing]\nfoo: 1\nwait: soon\nimportance: 3",
        "reviewed: 2026-02-30\nstate: futur",
    )
    assert [finding.rule for finding in reading.documents["map"].findings()] == ["syntax"]
    assert {rule for rule, _ in reading.told()} == {
        "score-out-of-scale", "out-of-range", "missing-key", "wrong-type", "unknown-reference", "unknown-key", "bad-value",
    }  # fmt: skip
    found = one(reading)
    assert (found.name, found.thinks, found.importance, found.owner, found.wait) == ("One", ("Hmm: why",), 3, "", None)
    assert (reading.journey.state, reading.journey.stages[0].pains[0].severity) == ("current", None)
    assert len({(finding.route, finding.message) for finding in reading.findings}) == len(reading.findings)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("evidence: [[a]]", [("wrong-type", "[")]), ("next: {when: a}", [("missing-key", "{when: a}")]), ("metrics: {csat: {series: [{n: 3}, {value: abc}, 5]}}", [("missing-key", "{n: 3}"), ("bad-value", "abc")]),
        ("touchpoints: [5, , {}]", [("missing-key", "touchpoints"), ("missing-key", "touchpoints")]), ("metrics: {csat: P}", [("bad-value", "P")]), ("wait: PT", [("bad-value", "PT")]),
        ("feels: {score: [1]}", [("wrong-type", "score")]), ("for: {a: b}", [("wrong-type", "b"), ("unknown-reference", "a")]), ("says: [{by: a}]", [("missing-key", "{by: a}")]),
        ("importance: true", [("wrong-type", "true")]), ("importance: 2.5", [("wrong-type", "2.5")]), (f"feels: '{'9' * 400}'", [("bad-value", f"'{'9' * 400}'")]),
    ],
)  # fmt: skip
def test_one_slip_gives_one_error_and_a_map(text: str, told: list[tuple[str, str]]) -> None:
    reading = stage(text)
    if "touchpoints" not in text and "for" not in text:
        assert reading.told() == told
    assert isinstance(reading.journey, Journey)


def test_where_text_was_lost_what_only_follows_is_not_told() -> None:
    text = "cjm: 1\nid: a\ntitle\nstages:\n  - name: One\n    evidence: lost\n    foo: 1\n"
    reading = read(text)
    assert [rule for rule, _ in reading.told()] == ["unknown-key"]


def test_where_a_library_has_a_slip_what_refers_to_it_is_not_judged() -> None:
    broken = LIBRARY + "research\n"
    reading = read({"a": MAP.replace("One", "{name: One, evidence: lost}") + USES, "lib": broken})
    assert reading.findings == []
    assert isinstance(reading.atlas.libraries["lib"], Library)


def test_a_finding_names_its_element_and_its_map() -> None:
    (finding,) = stage("pains: {id: late, text: a, severity: 6}", "id: office\nstate: future").findings
    assert (finding.element, finding.map, finding.route.path) == ("pain/late", "office@future", "map")
    (finding,) = read({"lib": LIBRARY.replace("id: crm", "id: crm, foo: 1")}).findings
    assert (finding.element, finding.map) == ("system/crm", "lib")


@pytest.mark.parametrize(
    ("head", "bounds"), [("", (-2, 2)), ("scale: {min: -5, max: 5}", (-5, 5)), ("scale: {max: 1}", (-2, 1))]
)
def test_the_scale_of_a_map(head: str, bounds: tuple[float, float]) -> None:
    journey = stage("feels: 1", head).journey
    assert (journey.scale.min, journey.scale.max) == bounds
