"""All that is known about customers comes from staff.

Those who serve customers know much about them: the complaints, the tricks, the busy hours. What they cannot know is what
customers do before they come and after they have gone, and why those stayed away whom nobody ever saw.

Bad:
    team: [{name: Two mechanics, function: frontline}, {name: Owner of the workshop, function: leadership}]
    research: [{id: ride-alongs, method: workshop, with: staff}, {id: counter-survey, with: staff}]

Good:
    research: [{id: ride-alongs, method: interview, with: customers}]

Remedy: Talk to five customers; add the study with ‘with: customers’, and name it where it confirms or corrects the map.

Source: Smaply's list of mistakes in journey mapping: to rely on internal workshops alone.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.basis import is_claim, studies
from cjm.lint.rule import Problem, rule
from cjm.model.journey import Journey
from cjm.model.research import Research


@rule(Severity.WARNING, publish=Severity.ERROR)
def check(journey: Journey) -> Iterator[Problem]:
    """Maps of today whose every study was made with staff or at a desk, and with no customer in the team."""
    if not is_claim(journey) or any(member.function == "customer" for member in journey.team):
        return
    found = [study for _, study in studies(journey)]
    if found and all(map(_is_internal, found)):
        message = "All that this map rests on comes from staff: no customer was asked or observed."
        help = "Talk to five customers, and add the study under ‘research:’ with ‘with: customers’."
        yield Problem(("research",), message, help, at_key=True)


def _is_internal(study: Research) -> bool:
    return study.with_ == "staff" or (study.with_ is None and study.method == "desk_research")
