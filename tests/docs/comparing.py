"""The page on comparison, made from its rules."""

from collections.abc import Iterator

from cjm.diff.change import Direction, Kind
from cjm.diff.match import RENAMES
from cjm.diff.rules import RULES


def comparing_page() -> str:
    """How maps are compared and changes judged."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _HEAD.replace("RENAMES", f"{RENAMES:.0%}").replace("KINDS", ", ".join(f"*{kind}*" for kind in Kind))
    done: set[str] = set()
    for heading, direction in (
        ("Better, or worse", Direction.IMPROVED),
        ("Unknown", Direction.UNKNOWN),
        ("Neither", Direction.NEUTRAL),
    ):
        yield from ("", f"## {heading}", "", "| rule | what happened | its mirror |", "| --- | --- | --- |")
        for slug, rule in RULES.items():
            if rule.direction is direction and slug not in done:
                done |= {slug, rule.mirror}
                mirror = f"`{rule.mirror}`: {RULES[rule.mirror].told}" if rule.mirror != slug else "itself"
                yield f"| `{slug}` | {rule.told} | {mirror} |"
    yield from ("", _TAIL)


_HEAD = """# Comparing maps

`cjm diff` tells what changed between two maps, or two versions of one, and whether it became better for the customer.
`cjm log` tells the same of a whole history. This page is made from the program itself.

## What is the same element

Elements are recognised by type and id over the whole map, never by their place. In this order:

1. the same type and id; a touchpoint id that occurs more than once counts together with its stage
2. `formerly:` names the old id; where an element was split or merged, every old id
3. the same content, if only one element on each side has it
4. the same name within the same parent
5. of what is left, what is at least RENAMES alike (`--find-renames`): name, content, what is in it, what stands around it

An element that moved is compared inside, too. What is a set has no order: tags, evidence, systems, channels, pains. The
order of stages, touchpoints and `does` is time; the fewest that explain a new order count as moved.

## What is told

One change is one fact, and one of these kinds: KINDS. Other wording is *editorial* and hidden unless `--editorial` asks
for it; so is bookkeeping such as `state` or `reviewed`, and a reference that only follows a changed id. What belongs to a
change is told with it and not counted: the owner of a step that was automated, a hand-off that a move brings.

Every change is judged: `improved`, `worsened`, `neutral`, or `unknown` where the maps do not hold what would tell. Each rule
has a mirror, so that the two maps the other way round give the opposite."""

_TAIL = """## The figures below

- **emotion**: the mean of scored moments, on the maps' scale; mapped to −2..2 where the scales differ
- **pains**: those that are not resolved
- **hand-offs**: moments that follow each other (along `next`) with different named owners. A hand-off that is only known
  since somebody wrote down an owner is not a change
- **automated steps**: steps with `automation: automated`

## A map and the one it compares to

Where a map names the other under `compares_to`, figures and shares that it does not give are the other one's: a future map
states only its targets. A pain of the compared map that it does not tell is *removed* if an opportunity of either map solves
it, else *dropped*. `--coverage` lists the pains, moments of truth and metrics that it leaves as they are."""
