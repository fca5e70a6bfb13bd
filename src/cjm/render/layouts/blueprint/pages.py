"""A blueprint on pages of a fixed size: as many columns on each as fit, and rows that do not fit on further ones.

Where a line would have to leave its page, the two boxes name each other, with the number of the page.
"""

from collections.abc import Collection

from cjm.model.journey import Journey
from cjm.render.layouts.blueprint.plan import Plan
from cjm.render.layouts.blueprint.press import BlueprintPress
from cjm.render.scene import Scene
from cjm.render.text import Style
from cjm.render.views import Wish

_SHARES = (1.0, 0.93, 0.87)  # of the size of type; the last one brings that of cards to the floor
_PATIENT, _TRIES = 3, 10  # until every box stands on the page that others name


def on_pages(journey: Journey, style: Style, wish: Wish) -> tuple[Scene, ...]:
    """A map on as few pages of a size as can be, in the order of reading."""
    for share in _SHARES[:-1]:
        plan = Plan.of(journey, style, wish, share)
        if plan.most == plan.table.last and len((press := _filled(plan, plan.starts(plan.most))).pages) == 1:
            return press.scenes()
    plan = Plan.of(journey, style, wish, _SHARES[-1])
    tries = dict.fromkeys(plan.starts(most) for most in range(plan.most, plan.most // 2, -1))
    presses = [_filled(plan, starts) for starts in tries]
    presses += [_filled(plan, press.starts, press.squeezed) for press in presses if press.squeezed]
    return min(presses, key=lambda press: (len(press.pages), press.idle)).scenes()


def _filled(plan: Plan, starts: tuple[int, ...], roomy: Collection[int] = ()) -> BlueprintPress:
    """The pages that begin at those columns, filled again until every box stands on the page that others name.

    Where that goes to and fro, boxes keep the room of what they had to name before. The last rows of what is ``roomy``
    leave room for the lanes below them.
    """
    press = BlueprintPress(plan, starts, {}, (), roomy)
    held: set[int] = set()
    for count in range(_TRIES):
        held |= press.leaving if count >= _PATIENT else set()
        homes, press = press.homes, BlueprintPress(plan, starts, press.homes, held, roomy)
        if press.homes == homes:
            break
    return press
