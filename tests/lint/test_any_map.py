"""Laws of all rules: whatever the map, they answer, in sentences, and twice the same."""

from hypothesis import given, settings

from cjm.config import Lint
from cjm.lint.rules import RULES
from cjm.lint.run import judge
from cjm.lint.settings import settle
from cjm.model.journey import Journey
from tests.journeys import journeys
from tests.lint.ask import TODAY

EVERY = settle(Lint(), Lint(extend_select=tuple(rule.slug for rule in RULES)), RULES, TODAY)


@given(journeys())
@settings(max_examples=50)
def test_rules_answer_in_sentences(journey: Journey) -> None:
    found = judge(journey, EVERY)
    assert judge(journey, EVERY) == found
    for finding in found:
        assert finding.message.endswith((".", "?")), finding.message
        assert "\n" not in finding.message


def test_a_map_without_stages_is_no_crash() -> None:
    for occasion in ("", "purchase"):
        judge(Journey(cjm=1, title="T", lang="en", occasion=occasion, stages=()), EVERY)
