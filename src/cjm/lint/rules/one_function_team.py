"""All who made the map do the same work.

Marketing maps the funnel, IT the screens, service the complaints; each is right, and each leaves out the others' half. The
journey runs through all of them, and only those who were in the room will act on it.

Bad:
    team: [{name: Two mechanics, function: service}, {name: Head of the workshop, function: service}]

Good:
    team: [{name: Two mechanics, function: service}, {name: Three riders, function: customer}]

Remedy: Go through the map with the front line, with customers and with someone who decides, and add them under ‘team:’.

Source: common advice on journey mapping: a team across functions, with the front line, leadership and customers in it.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.model.journey import Journey


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Maps whose team has one function only; where somebody's is not said, nobody can tell."""
    functions = {member.function.strip().casefold() for member in journey.team}
    if len(functions) == 1 and "" not in functions and journey.state != "actual":
        message = f"All who made this map are of one function: {journey.team[0].function}."
        help = "Go through it with the front line, customers and leadership, and add them under ‘team:’."
        yield Problem(("team",), message, help, at_key=True)
