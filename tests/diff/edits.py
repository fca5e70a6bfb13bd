"""Edits of a map by name, each of them one fact for a designer: what is added, goes, moves or is called otherwise.

What an edit needs so that it is one fact, and not two, is said at the edit.
"""

from collections.abc import Callable, Mapping
from functools import partial

from cjm.diff.change import Kind
from tests.diff.editor import LISTED, Editor
from tests.diff.fields import ROWS
from tests.diff.maps import STEPS, Data


def rename(editor: Editor) -> bool:
    """Another name, the written id stays."""
    moment = editor.pick([*editor.touchpoints(), *editor.stages()])
    if not moment:
        return False
    type = _type(editor, moment)
    moment["id"] = editor.twin(moment)["id"] = moment.get("id", f"kept-{editor.maker.word()}")
    moment["name"] = editor.maker.text()
    return editor.tell("renamed", Kind.RENAMED, type, "name", (editor.twin(moment), moment))


def change_id(editor: Editor, *, formerly: bool) -> bool:
    """Another id; the name, and with it all that is left to recognise the thing by, stays. Nothing may refer to it."""
    free = [each for each in (*editor.touchpoints(), *editor.stages()) if each.get("id") not in _targets(editor.after)]
    moment = editor.pick(free)
    if not moment:
        return False
    moment["id"], editor.twin(moment)["id"] = (f"{age}-{editor.maker.word()}" for age in ("new", "old"))
    if formerly:
        moment["formerly"] = [editor.twin(moment)["id"]]
        editor.tell("reworded", Kind.EDITORIAL, _type(editor, moment), "formerly", (editor.twin(moment), moment))
    return editor.tell("renamed", Kind.RENAMED, _type(editor, moment), "id", (editor.twin(moment), moment))


def change_named_id(editor: Editor) -> bool:
    """Another id of a pain, and an opportunity that solves it follows: the reference is no fact, but another word."""
    moment = editor.pick(editor.moments())
    if not moment:
        return False
    for key, make in (("pains", editor.maker.pain), ("opportunities", lambda: editor.maker.opportunity([]))):
        moment[key] = [*moment.get(key, ()), made := make()]
        editor.twin(moment)[key] = [*editor.twin(moment).get(key, ()), editor.known(made)]
    pain, chance = moment["pains"][-1], moment["opportunities"][-1]
    for side, id in ((editor.twin, "old-id"), (lambda node: node, "new-id")):
        side(pain)["id"], side(chance)["solves"] = f"{id}-{editor.maker.count}", [f"{id}-{editor.maker.count}"]
    sides = [(editor.twin(node), node) for node in (pain, chance)]
    editor.tell("reworded", Kind.EDITORIAL, "opportunity", "solves", sides[1])
    return editor.tell("renamed", Kind.RENAMED, "pain", "id", sides[0])


def reword(editor: Editor, where: str) -> bool:
    """Other words for the same pain, gain, opportunity (whose title is its name): the written id stays."""
    found = editor.holder(where)
    if not found:
        return False
    node, type = found
    key = "title" if where == "opportunity" else "text"
    node["id"] = editor.twin(node)["id"] = node.get("id", f"kept-{editor.maker.word()}")
    node[key] = editor.maker.text()
    if where == "opportunity":
        return editor.tell("renamed", Kind.RENAMED, type, key, (editor.twin(node), node))
    return editor.tell("reworded", Kind.EDITORIAL, type, key, (editor.twin(node), node))


def move_touchpoint(editor: Editor) -> bool:
    """To another stage that has some, behind its last; it is not the last of its own stage, which has at least two."""
    stages = [stage for stage in editor.stages() if len(stage.get("touchpoints", ())) > 1]
    moving = editor.pick([each for stage in stages for each in stage["touchpoints"] if id(each) in editor.pairs])
    if not moving or not editor.lock("order of touchpoints"):
        return False
    home = next(stage for stage in stages if any(each is moving for each in stage["touchpoints"]))
    goals = [stage for stage in editor.stages() if stage is not home and stage.get("touchpoints")]
    if not goals:
        return False
    home["touchpoints"] = [each for each in home["touchpoints"] if each is not moving]
    editor.chance.choice(goals)["touchpoints"].append(moving)
    return editor.tell("moved", Kind.MOVED, "touchpoint", "", (editor.twin(moving), moving))


def reorder_touchpoint(editor: Editor) -> bool:
    """The first of three or more becomes the last of its stage: of two it could be either that has moved."""
    stages = [stage for stage in editor.stages() if len(stage.get("touchpoints", ())) > 2]
    if not stages or not editor.lock("order of touchpoints"):
        return False
    points = editor.chance.choice(stages)["touchpoints"]
    moving = points[0]
    if id(moving) not in editor.pairs or not editor.lock(id(moving)) or len(editor.pairs) < 3:
        return False
    points.append(points.pop(0))
    return editor.tell("moved", Kind.MOVED, "touchpoint", "", (editor.twin(moving), moving))


def move_stage(editor: Editor) -> bool:
    """The first of three or more stages becomes the last."""
    stages = editor.after["stages"]
    if len(stages) < 3 or id(stages[0]) not in editor.pairs or not editor.lock("order of stages"):
        return False
    stages.append(moving := stages.pop(0))
    return editor.tell("moved", Kind.MOVED, "stage", "", (editor.twin(moving), moving))


def add(editor: Editor, where: str) -> bool:
    """A new one that is like no other."""
    moment = editor.pick(editor.moments())
    if not moment or not editor.lock(("set of", where)):
        return False
    key, make = LISTED[where]
    made = make(editor.maker)
    moment.setdefault(key, []).append(made)
    rule = f"{where}-added" if where in ("pain", "gain") else "added"
    return editor.tell(rule, Kind.ADDED, where, "", (None, made))


def remove(editor: Editor, where: str) -> bool:
    """The opposite: it is put in before."""
    moment = editor.pick(editor.moments())
    if not moment or not editor.lock(("set of", where)):
        return False
    key, make = LISTED[where]
    made = make(editor.maker)
    editor.twin(moment).setdefault(key, []).append(made)
    rule = f"{where}-removed" if where in ("pain", "gain") else "removed"
    return editor.tell(rule, Kind.REMOVED, where, "", (made, None))


def _bare(editor: Editor) -> Data:
    """A new touchpoint without pains and gains, which would be facts of their own."""
    made = editor.maker.touchpoint()
    made["does"] = [editor.maker.text()]
    return {key: value for key, value in made.items() if key not in ("pains", "gains", "opportunities", "next")}


def add_touchpoint(editor: Editor, *, gone: bool = False) -> bool:
    """A new one behind the last of a stage that has some; ``gone``: the same undone."""
    stages = [stage for stage in editor.stages() if stage.get("touchpoints")]
    if not stages or not editor.lock("set of touchpoints") or not editor.lock("order of touchpoints"):
        return False
    stage, made = editor.chance.choice(stages), _bare(editor)
    (editor.twin(stage) if gone else stage)["touchpoints"].append(made)
    if gone:
        return editor.tell("removed", Kind.REMOVED, "touchpoint", "", (made, None))
    return editor.tell("added", Kind.ADDED, "touchpoint", "", (None, made))


def add_stage(editor: Editor, *, gone: bool = False) -> bool:
    """A whole stage behind the last; ``gone``: the same undone."""
    if not editor.lock("order of stages") or not editor.lock("set of touchpoints"):
        return False
    made = {**editor.maker.named("stage", "name"), "touchpoints": [_bare(editor), _bare(editor)]}
    (editor.before if gone else editor.after)["stages"].append(made)
    if gone:
        return editor.tell("removed", Kind.REMOVED, "stage", "", (made, None))
    return editor.tell("added", Kind.ADDED, "stage", "", (None, made))


def add_persona(editor: Editor, *, gone: bool = False) -> bool:
    if not editor.lock("set of personas"):
        return False
    made = editor.maker.persona("nobody-else")
    (editor.before if gone else editor.after)["personas"].append(made)
    if gone:
        return editor.tell("removed", Kind.REMOVED, "persona", "", (made, None))
    return editor.tell("added", Kind.ADDED, "persona", "", (None, made))


def _type(editor: Editor, moment: Data) -> str:
    return "touchpoint" if any(moment is each for each in editor.touchpoints()) else "stage"


def _targets(data: Data) -> set[str]:
    """What branches and steps refer to."""
    found = set()
    for stage in data["stages"]:
        for moment in (stage, *stage.get("touchpoints", ())):
            found |= {branch["to"] for branch in moment.get("next", ())}
            found |= {need for key in STEPS for step in moment.get(key, ()) for need in step.get("needs", ())}
    return found


EDITS: Mapping[str, Callable[[Editor], bool]] = {
    **{f"{place:02} {row.name}": row.apply for place, row in enumerate(ROWS)},
    "rename": rename,
    "change an id": partial(change_id, formerly=False),
    "change an id, and tell": partial(change_id, formerly=True),
    "change an id that is referred to": change_named_id,
    **{f"reword a {where}": partial(reword, where=where) for where in ("pain", "gain", "opportunity")},
    **{f"add a {where}": partial(add, where=where) for where in LISTED},
    **{f"remove a {where}": partial(remove, where=where) for where in LISTED},
    "move a touchpoint": move_touchpoint,
    "reorder touchpoints": reorder_touchpoint,
    "move a stage": move_stage,
    **{
        f"{word} a {kind}": partial(edit, gone=word == "remove")
        for kind, edit in (("touchpoint", add_touchpoint), ("stage", add_stage), ("persona", add_persona))
        for word in ("add", "remove")
    },
}
"""Each tells whether there was something to edit."""
