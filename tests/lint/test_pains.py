"""From pains to results: edges of the rules on pains, opportunities, and what became of them."""

import pytest

from tests.lint.ask import ask, stages


@pytest.mark.parametrize(
    ("pain", "weighed", "explained"),
    [
        ("{id: p, text: Ouch}", False, False),
        ("{id: p, text: Ouch, severity: 3}", True, False),
        ("{id: p, text: Ouch, severity: 2}", True, True),
        ("{id: p, text: Ouch, causes: Why}", False, True),
        ("{id: p, text: Ouch, status: resolved}", True, True),
        ("{id: p, text: Ouch, status: mitigated}", True, True),
        ("{id: p, text: Ouch, status: accepted}", True, True),
        ("{id: p, text: Ouch, status: open, severity: 5}", True, False),
    ],
)
def test_a_pain_has_a_weight_and_a_cause(pain: str, *, weighed: bool, explained: bool) -> None:
    assert len(ask("pain-without-severity", stages(f"pains: [{pain}]"))) == (not weighed)
    assert len(ask("pain-without-cause", stages(f"pains: [{pain}]"))) == (not explained)
    for head in ("kind: lifecycle", "state: actual"):
        assert ask("pain-without-severity", stages(f"pains: [{pain}]", head=head)) == []
        assert ask("pain-without-cause", stages(f"pains: [{pain}]", head=head)) == []


@pytest.mark.parametrize("rule", ["pain-without-severity", "pain-without-cause"])
def test_what_all_pains_lack_is_told_once(rule: str) -> None:
    assert ask(rule, stages("pains: [A, B]")) == ["A", "B"]
    assert ask(rule, stages("pains: [A, B]", "pains: [C]")) == ["stages"]
    assert ask(rule, stages("pains: [A, B]", "pains: [C, {text: D, severity: 4, causes: Why}]")) == ["A", "B", "C"]


def test_a_gain_is_no_pain() -> None:
    assert ask("pain-without-severity", stages("gains: [Nice]")) == []


SEVERE = "{id: p, text: Ouch, severity: 4}"


@pytest.mark.parametrize(
    ("lines", "head", "is_told"),
    [
        ([f"pains: [{SEVERE}]"], "", True),
        ([f"pains: [{SEVERE}], opportunities: [Mend it]"], "", False),
        ([f"pains: [{SEVERE}]", "opportunities: [{title: Mend it, solves: [p]}]"], "", False),
        ([f"pains: [{SEVERE}]", "opportunities: [Mend it]"], "", True),
        ([f"pains: [{SEVERE}], touchpoints: [{{name: T, opportunities: [Mend it]}}]"], "", False),
        ([f"touchpoints: [{{name: T, pains: [{SEVERE}]}}, {{name: U, opportunities: [Mend it]}}]"], "", True),
        ([f"pains: [{SEVERE}], opportunities: [{{title: Mend it, status: dropped}}]"], "", True),
        ([f"pains: [{SEVERE}, {{id: q, text: Q}}], opportunities: [{{title: Mend it, solves: [q]}}]"], "", True),
        (["pains: [{text: Ouch, severity: 3}]"], "", False),
        (["pains: [{text: Ouch, severity: 5, status: accepted}]"], "", False),
        (["pains: [Ouch]"], "", False),
        ([f"pains: [{SEVERE}]"], "compares_to: other", False),
        ([f"pains: [{SEVERE}]"], "state: actual", False),
    ],
)
def test_a_severe_pain_is_answered(lines: list[str], head: str, *, is_told: bool) -> None:
    assert len(ask("severe-pain-without-opportunity", stages(*lines, head=head))) == is_told


def test_a_map_without_any_opportunity_is_told_once() -> None:
    pains = [f"pains: [{{text: P{number}, severity: 5}}]" for number in range(5)]
    assert ask("severe-pain-without-opportunity", stages(*pains[:1])) == ["{text: P0, severity: 5}"]
    assert ask("severe-pain-without-opportunity", stages(*pains)) == ["stages"]
    assert len(ask("severe-pain-without-opportunity", stages(*pains, "opportunities: [Something]"))) == 5


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("opportunities: [Medal]", True),
        ("opportunities: [{title: Medal, status: planned}]", True),
        ("opportunities: [{title: Medal, status: done}]", False),
        ("opportunities: [{title: Medal, status: dropped}]", False),
        ("pains: [Ouch], opportunities: [Medal]", False),
        ("gains: [Nice], opportunities: [Medal]", False),
        ("questions: [When], opportunities: [Medal]", False),
        ("touchpoints: [{name: T, pains: [Ouch]}], opportunities: [Medal]", False),
        ("pains: [Ouch], touchpoints: [{name: T, opportunities: [Medal]}]", False),
        ("touchpoints: [{name: T, opportunities: [Medal]}, {name: U, pains: [Ouch]}]", True),
    ],
)
def test_an_opportunity_is_for_something(line: str, *, is_told: bool) -> None:
    assert len(ask("opportunity-without-pain", stages(line))) == is_told


def test_a_pain_named_elsewhere_is_one() -> None:
    named = "opportunities: [{title: Medal, solves: [p]}]"
    assert ask("opportunity-without-pain", stages(named, f"pains: [{SEVERE}]")) == []


@pytest.mark.parametrize(
    ("opportunity", "is_told"),
    [
        ("{title: Mend it}", False),
        ("{title: Mend it, status: idea}", False),
        ("{title: Mend it, status: planned}", True),
        ("{title: Mend it, status: in_progress}", True),
        ("{title: Mend it, due: 2026-12}", True),
        ("{title: Mend it, status: done}", False),
        ("{title: Mend it, status: dropped, due: 2026-12}", False),
        ("{title: Mend it, status: planned, owner: Ana}", False),
    ],
)
def test_a_plan_has_an_owner(opportunity: str, *, is_told: bool) -> None:
    assert ask("opportunity-without-owner", stages(f"opportunities: [{opportunity}]")) == [opportunity] * is_told


@pytest.mark.parametrize(
    ("opportunities", "told"),
    [
        (["A"], []),
        (["A", "B"], ["A", "B"]),
        (["A", "B", "C"], ["stages"]),
        (["A", "B", "{title: C, impact: 3, effort: 2}"], ["A", "B"]),
        (["{title: A, impact: 3}", "{title: C, impact: 3, effort: 2}"], ["{title: A, impact: 3}"]),
        (["{title: A, status: done}", "B"], []),
        (["{title: A, status: in_progress}", "B"], []),
    ],
)
def test_opportunities_can_be_ranked(opportunities: list[str], told: list[str]) -> None:
    assert ask("opportunity-unscored", stages(f"opportunities: [{', '.join(opportunities)}]")) == told


TITLES = {
    "en": (
        ["Build an app", "Add a price page for parents", "Implement SSO.", "New loyalty card"],
        ["How might we build an app?", "Create trust in the app", "Make the form shorter", "Introduce Sunday hours", "Add warmth"],
    ),
    "fr": (
        ["Mettre en place un chatbot", "Ajouter une page de prix", "Développer une appli", "Création d’un portail"],
        ["Comment rassurer ?", "Créer la confiance dans l’appli", "Expliquer les prix simplement", "Installer la confiance"],
    ),
    "ro": (
        ["Implementăm un chatbot", "Adăugăm un buton de ajutor", "Crearea unei aplicații"],
        ["Creăm încredere în aplicație", "Mai puțini pași", "Cum am putea face o aplicație?"],
    ),
    "pl": (
        ["Wdrożyć aplikację", "Dodać przycisk pomocy", "Nowy kalkulator cen dla rodzin"],
        ["Stworzyć poczucie spokoju w aplikacji", "Krótsza droga", "Jak moglibyśmy dodać przycisk?"],
    ),
    "de": (
        ["App für die Platzvergabe entwickeln", "Einführung eines Buchungssystems", "Neue App", "Chatbot einführen"],
        ["Termine am Abend anbieten", "Vertrauen in der App aufbauen", "Neue Ruhe im Alltag", "Wie könnten wir helfen?"],
    ),
    "es": (
        ["Implantar un CRM", "Añadir un botón de ayuda", "Nueva app de citas", "Desarrollo de una app"],
        ["Crear confianza en la app", "Menos pasos", "¿Cómo podríamos añadir un botón?"],
    ),
    "it": ([], ["Build an app"]),
}  # fmt: skip


@pytest.mark.parametrize("lang", TITLES)
def test_an_opportunity_is_no_order(lang: str) -> None:
    orders, others = TITLES[lang]
    text = stages(
        f"opportunities: [{', '.join(f'{chr(34)}{title}{chr(34)}' for title in (*orders, *others))}]",
        head=f"lang: {lang}",
    )
    assert [each.strip('"') for each in ask("solution-in-disguise", text)] == orders


@pytest.mark.parametrize("status", ["planned", "in_progress", "done", "dropped"])
def test_what_is_decided_may_be_a_solution(status: str) -> None:
    line = f"opportunities: [{{title: Build an app, status: {status}}}]"
    assert ask("solution-in-disguise", stages(line, head="lang: en")) == []
    assert ask("solution-in-disguise", stages("opportunities: [Build an app]")) == []


@pytest.mark.parametrize(
    ("line", "head", "is_told"),
    [
        ("opportunities: [{title: A, status: done}]", "", True),
        ("opportunities: [{title: A, status: in_progress}]", "", False),
        ("opportunities: [{title: A, status: done}], metrics: {csat: 80}", "", False),
        ("opportunities: [{title: A, status: done}], metrics: {csat: {target: 80}}", "", False),
        ("metrics: {csat: 80}, touchpoints: [{name: T, opportunities: [{title: A, status: done}]}]", "", False),
        ("opportunities: [{title: A, status: done, moves: nps}]", "metrics: [{kind: nps, value: 3}]", False),
        ("opportunities: [{title: A, status: done, moves: nps}]", "metrics: [{kind: nps, target: 3}]", True),
        ("opportunities: [{title: A, status: done, moves: csat}], metrics: {csat: {series: [{value: 3}]}}", "", False),
    ],
)
def test_what_is_done_is_measured(line: str, head: str, *, is_told: bool) -> None:
    assert len(ask("done-without-measure", stages(line, head=head))) == is_told


@pytest.mark.parametrize(
    ("pain", "opportunities", "is_told"),
    [
        ("{id: p, text: Ouch}", "{title: A, status: done, solves: [p]}", True),
        ("{id: p, text: Ouch, status: open}", "{title: A, status: done, solves: [p]}", True),
        ("{id: p, text: Ouch, status: mitigated}", "{title: A, status: done, solves: [p]}", False),
        ("{id: p, text: Ouch, status: accepted}", "{title: A, status: done, solves: [p]}", False),
        ("{id: p, text: Ouch}", "{title: A, status: planned, solves: [p]}", False),
        ("{id: p, text: Ouch}", "{title: A, status: done, solves: [p]}, {title: B, solves: [p]}", False),
        (
            "{id: p, text: Ouch}",
            "{title: A, status: done, solves: [p]}, {title: B, status: dropped, solves: [p]}",
            True,
        ),
        ("{id: p, text: Ouch}", "{title: A, status: done}", False),
    ],
)
def test_what_is_done_has_helped(pain: str, opportunities: str, *, is_told: bool) -> None:
    assert len(ask("done-but-pain-open", stages(f"pains: [{pain}], opportunities: [{opportunities}]"))) == is_told


@pytest.mark.parametrize(
    ("severity", "opportunity", "is_told"),
    [
        (3, "{title: A, status: done, solves: [p]}", True),
        (2, "{title: A, status: done, solves: [p]}", False),
        (2, "{title: A, status: done, solves: [p], impact: 5}", False),
        (3, "{title: A, status: done, solves: [p], told: 2026-05}", False),
        (3, "{title: A, status: in_progress, solves: [p]}", False),
        (1, "{title: A, status: done, impact: 2}", False),
        (1, "{title: A, status: done, impact: 3}", True),
        (1, "{title: A, status: done}", True),
    ],
)
def test_customers_hear_what_changed(severity: int, opportunity: str, *, is_told: bool) -> None:
    line = f"pains: [{{id: p, text: Ouch, severity: {severity}}}], opportunities: [{opportunity}]"
    assert len(ask("customers-not-told", stages(line))) == is_told
