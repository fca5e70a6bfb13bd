"""Fail points: where a service breaks, or hurts so much that customers leave."""

from cjm.model.moment import Moment
from cjm.model.opportunity import Pain

_SEVERE = 4  # of 5


def fail_points(moment: Moment) -> tuple[Pain, ...]:
    """The pains of a moment that are severe (4 or 5) and still open. Steps say themselves how they fail."""
    return tuple(pain for pain in moment.pains if (pain.severity or 0) >= _SEVERE and pain.status in {None, "open"})
