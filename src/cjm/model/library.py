"""Catalogues: what maps refer to by id, in a map's head or in a library file that many maps share."""

from typing import Literal

from cjm.model.metric import Metric
from cjm.model.persona import Persona
from cjm.model.record import Element, Flag, Named, Place, field, record
from cjm.model.research import Research


@record(short=("name",), one_of=("name", "id"))
class Channel(Named):
    """An own channel beside the listed ones."""

    medium: str = field("what carries it: web, voice, paper …", default="")
    owned_by: str = field("who runs it", default="")


@record(short=("name",), one_of=("name", "id"))
class Actor(Named):
    """A person or organisation that acts in the journey."""

    kind: Literal["customer", "employee", "partner", "system"] | None = field("on which side they stand", default=None)
    team: str = field("the team they belong to", default="")


@record(short=("name",), one_of=("name", "id"))
class System(Named):
    """A tool or system that serves the journey."""

    owner: str = field("who answers for it", default="")
    available: Flag | None = field("whether it is there yet", default=None)


@record()
class Catalogues(Element):
    """What a map and a library may both hold."""

    personas: tuple[Persona, ...] = field(
        "for whom the journey is told; `persona` where it is one", default=(), place=Place.WHO
    )
    channels: tuple[Channel, ...] = field("own channels beside the listed ones", default=())
    actors: tuple[Actor, ...] = field("people and organisations that act in it", default=())
    systems: tuple[System, ...] = field("tools and systems that serve it", default=())
    research: tuple[Research, ...] = field("the research it rests on", default=())
    metrics: tuple[Metric, ...] = field(
        "figures of the whole journey, and names for figures of its moments", default=()
    )


@record()
class Library(Catalogues):
    """A file of catalogues that many maps share."""

    cjm: Literal[1] = field("the version of the format", place=Place.VERSION)
    kind: Literal["library"] = field("library", place=Place.NAME)
    title: str = field("what the library is called", default="", place=Place.NAME)
