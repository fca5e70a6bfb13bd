"""What a speaker can say to a slide: what the map is about, and what each part of it rests on."""

from collections.abc import Iterator

from cjm.render.backends.pptx.texts import plain
from cjm.render.labels import labels
from cjm.render.scene import Group, Scene


def notes(scene: Scene) -> str:
    """The notes of a slide: its title, what it tells, then the details of its elements, each once."""
    return "\n".join(dict.fromkeys(plain(line) for line in _lines(scene)))


def _lines(scene: Scene) -> Iterator[str]:
    words = labels(scene.lang)
    yield scene.title
    yield from filter(None, scene.description.splitlines())
    told = set[tuple[str, tuple[tuple[str, str], ...]]]()
    for shape in scene.walk():
        if isinstance(shape, Group) and shape.details and (shape.address, shape.details) not in told:
            told.add((shape.address, shape.details))
            for key, text in shape.details:
                fact = words.fill("marks", "research", text) if key == "evidence" else f"{key}: {text}"
                yield f"{shape.label}. {fact}"
