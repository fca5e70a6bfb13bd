"""Maps of any size from a seed: full enough to be work, plain enough that no check finds anything."""

import random
import re
from collections.abc import Iterator

MINIMAL = "cjm: 1\ntitle: As little as a map can hold\nstages: [One]\n"
APART = 15  # edits that touch nothing that the usual 25 do
CARDS = 6  # that a touchpoint is drawn as: itself, a thought, two steps, a pain, an opportunity

_PROSE = """
    the customer a clerk waits for an answer and reads letter twice before signing it calls again about old number new
    contract while nobody knows who keeps list of open cases in second office until monday morning bill comes
"""  # no word needs quotes
_WORDS = _PROSE.split()
_CHANNELS = ("web", "phone", "email", "store", "chat", "on_site")
_EMOTIONS = ("", "", "anxious", "annoyed", "neutral", "relieved", "delighted")  # -2 … 2 at its own index

_HEAD = """\
cjm: 1
id: {id}
title: {title}
summary: {summary}
state: current
lang: en
personas:
  - {{id: dana, name: Dana}}
actors:
  - {{id: clerk, name: Clerk}}
systems:
  - {{id: ledger, name: Ledger}}
research:
  - {{id: interviews, n: 12, date: 2026-04}}

stages:
"""
_STAGE = """\
  - id: stage-{stage}
    name: {name}
    goal: {goal}
    touchpoints:
"""
_TOUCHPOINT = """\
      - id: moment-{id}
        name: {name}
        channel: [{channel}]
        does: {does}
        thinks: {thinks}
        feels: {{score: {score}, emotion: {emotion}}}
        onstage: {{does: {onstage}, actor: clerk}}
        backstage:
          - does: {backstage}
            system: ledger
            duration: {minutes} min
        pains:
          - id: pain-{id}
            text: {pain}
            severity: {severity}
        opportunities:
          - title: "How might we spare them {opportunity}?"
            solves: [pain-{id}]
            impact: {impact}
            effort: {effort}
        metrics: {{csat: {{value: {csat}%, n: {n}, date: 2026-06-30}}}}
        evidence: [interviews]
"""


def make(seed: int = 0, stages: int = 8, touchpoints: int = 5) -> str:
    """A map with so many touchpoints in each of its stages: 31 KB unless told otherwise."""
    return "".join(_parts(random.Random(seed), seed, stages, touchpoints))


def _parts(chance: random.Random, seed: int, stages: int, touchpoints: int) -> Iterator[str]:
    def words(count: int) -> str:
        return " ".join(chance.choices(_WORDS, k=count)).capitalize()

    yield _HEAD.format(id=f"map-{seed}", title=words(6), summary=words(9))
    for stage in range(stages):
        yield _STAGE.format(stage=stage, name=words(3), goal=words(5))
        for place in range(touchpoints):
            score = chance.randint(-1, 2)
            yield _TOUCHPOINT.format(
                id=f"{stage}-{place}", name=words(3), channel=", ".join(chance.sample(_CHANNELS, 2)),
                does=words(4), thinks=words(6), score=score,
                emotion=_EMOTIONS[score + 3], onstage=words(3), backstage=words(4), minutes=chance.randint(2, 50),
                pain=words(4), severity=chance.randint(1, 5), opportunity=words(3), impact=chance.randint(1, 5), effort=chance.randint(1, 5), csat=chance.randint(20, 95), n=chance.randint(20, 400),
            )  # fmt: skip


def later(seed: int = 0, stages: int = 8, touchpoints: int = 5, edits: int = 25) -> str:
    """The same map as :func:`make` gives, so many edits later: moods and ratings, words, a pain less, a stage elsewhere."""
    chance = random.Random(seed + edits)
    head, *parts = re.split(r"(?=  - id: stage-)", make(seed, stages, touchpoints))
    parts.append(parts.pop(0))
    lines = "".join((head, *parts)).splitlines(keepends=True)
    places = [place for place, line in enumerate(lines) if any(word in line for word in _EDITS)]
    for place in chance.sample(places, edits):
        lines[place] = _edited(lines[place], chance)
    return "".join(lines)


_EDITS = ("score: ", "severity: ", "impact: ", "effort: ", "  thinks: ", "    name: ")


def _edited(line: str, chance: random.Random) -> str:
    """A line with another number, or with another word behind its last."""
    if number := re.search(r"(?<=score: )-?[0-9]+|(?<=severity: |  impact: |  effort: )[0-9]+", line):
        return line[: number.start()] + str(chance.randint(1, 2)) + line[number.end() :]
    return f"{line.rstrip()} {chance.choice(_WORDS)}\n"


def mermaid(seed: int = 0, stages: int = 8, touchpoints: int = 5) -> str:
    """A journey of the same shape as Mermaid draws them: names and scores, for it knows no more."""
    chance = random.Random(seed)
    lines = ["journey", "  title A journey of the same shape"]
    for stage in range(stages):
        lines.append(f"  section Stage {stage}")
        for _ in range(touchpoints):
            name = " ".join(chance.choices(_WORDS, k=4)).capitalize()
            lines.append(f"    {name}: {chance.randint(1, 5)}: Dana")
    return "\n".join(lines) + "\n"
