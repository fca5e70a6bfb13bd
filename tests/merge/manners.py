"""Edits that say nothing else, or nothing but a remark or an id: remarks, brackets, quotes, blank lines, short and long forms."""

from tests.merge.cuts import Cutter
from tests.merge.edits import Edit, Hand, elements, is_text, kind_of, with_key
from tests.merge.meaning import REFERENCES
from tests.merge.nodes import Node, comments, data
from tests.merge.run import tidied
from tests.merge.wishes import SHORT


def remark_above(cut: Cutter, hand: Hand) -> str | None:
    node = hand.choose([each for each in cut.entries() if not cut.is_first_behind_dash(each)])
    if node is None:
        return None
    at = cut.line(node.begin)
    margin = " " * cut.column(node.begin)
    return cut.replaced(
        at, at, "".join(f"{margin}{hand.mint.remark()}\n" for _ in range(hand.chance.choice((1, 1, 2))))
    )


def remark_behind(cut: Cutter, hand: Hand) -> str | None:
    """Behind a value that ends its line."""
    ends = [each for each in cut.nodes if is_text(each) and each.style not in ("|", ">") and cut.is_block(each)]
    ends = [each for each in ends if not cut.text[each.end : cut.next_line(each.end)].strip()]
    node = hand.choose(ends)
    return cut.replaced(node.end, node.end, f" {hand.mint.remark()}") if node else None


def change_remark(cut: Cutter, hand: Hand) -> str | None:
    found = hand.choose(comments(cut.text))
    return cut.replaced(found[0], found[0] + len(found[1]), hand.mint.remark()) if found else None


def remove_remark(cut: Cutter, hand: Hand) -> str | None:
    found = hand.choose(comments(cut.text))
    if not found:
        return None
    start, text = found
    line = cut.line(start)
    if not cut.text[line:start].strip():
        return cut.replaced(line, cut.next_line(start), "")
    return cut.replaced(len(cut.text[:start].rstrip()), start + len(text), "")


def quote(cut: Cutter, hand: Hand) -> str | None:
    """Quotes around a text, or none."""
    node = hand.choose(
        [
            each
            for each in cut.nodes
            if is_text(each) and each.style not in ("|", ">") and each.key not in ("cjm", "available")
        ]
    )
    if node is None or "\n" in cut.text[node.start : node.end]:
        return None
    return cut.replaced(node.start, node.end, hand.scribe.quoted(node.text) if not node.is_plain else f'"{node.text}"')


def _is_bare(cut: Cutter, node: Node) -> bool:
    """Whether nothing but values stands in it, no remark and no text over several lines."""
    inner = cut.text[node.start : node.end]
    return "#" not in inner and all(each.style not in ("|", ">") for each in node.walk())


def bracket(cut: Cutter, hand: Hand) -> str | None:
    """A small block in brackets."""
    fit = [
        each
        for each in cut.nodes
        if each.kind != "text" and not each.is_flow and each.above and each.members and len(str(data(each))) < 200
    ]
    node = hand.choose([each for each in fit if _is_bare(cut, each)])
    if node is None or node.above.is_flow:
        return None
    return cut.replaced(node.key_end + (cut.text[node.key_end] == ":"), node.end, f" {hand.scribe.flow(data(node), 0)}")


def unbracket(cut: Cutter, hand: Hand) -> str | None:
    """What was in brackets on lines of its own."""
    fit = [
        each
        for each in cut.nodes
        if each.is_flow and each.members and each.above and cut.is_block(each) and _is_bare(cut, each)
    ]
    node = hand.choose(fit)
    if node is None or cut.text[node.end : cut.next_line(node.end)].strip() or isinstance(node.way[-1], int):
        return None
    column = cut.column(node.begin) + 2
    value = data(node)
    lines = hand.scribe.sequence(value, column) if node.kind == "list" else hand.scribe.mapping(value, column)
    return cut.replaced(node.key_end + 1, cut.next_line(node.end), f"\n{lines}")


def unlist(cut: Cutter, hand: Hand) -> str | None:
    """A list of one as that entry, or an entry as a list of one."""
    node = hand.choose(
        [
            each
            for each in cut.nodes
            if each.kind == "list" and len(each.members) == 1 and each.is_flow and _is_bare(cut, each)
        ]
    )
    if node is None:
        return None
    ((_, only),) = node.members
    return cut.replaced(node.start, node.end, cut.text[only.start : only.end])


def lengthen(cut: Cutter, hand: Hand) -> str | None:
    """A text alone as the mapping that it stands for."""
    fit = [
        each
        for each in elements(cut)
        if is_text(each) and each.style not in ("|", ">") and kind_of(each) != "step" and SHORT[each.key] != "refers"
    ]
    node = hand.choose(fit)
    if node is None:
        return None
    text = hand.scribe.flow(node.text, 0)
    is_flow = node.above.is_flow or hand.chance.random() < 0.5
    if is_flow:
        return cut.replaced(node.start, node.end, f"{{{SHORT[node.key]}: {text}}}")
    return cut.replaced(node.start, node.end, f"{SHORT[node.key]}: {text}")


def shorten(cut: Cutter, hand: Hand) -> str | None:
    """A mapping with nothing but its first key as a text alone."""
    fit = [
        each
        for each in elements(cut)
        if each.kind == "map" and len(each.members) == 1 and each.members[0][0] == SHORT.get(each.key)
    ]
    node = hand.choose(
        [each for each in fit if _is_bare(cut, each) and each.members[0][1].kind == "text" and kind_of(each) != "step"]
    )
    return cut.replaced(node.start, node.end, hand.scribe.flow(node.members[0][1].text, 0)) if node else None


def feeling(cut: Cutter, hand: Hand) -> str | None:
    """How it feels, as a number or as a mapping."""
    node = hand.choose(
        [each for each in cut.nodes if each.way and each.way[-1] in ("feels", "intent") and is_text(each)]
    )
    if node is None:
        return None
    key = "score" if node.text.lstrip("-").replace(".", "").isdigit() else "emotion"
    return cut.replaced(node.start, node.end, f"{{{key}: {node.text}}}")


def blank(cut: Cutter, hand: Hand) -> str | None:
    """A blank line more or less."""
    if hand.chance.random() < 0.4 and "\n\n" in cut.text:
        return cut.text.replace("\n\n", "\n", 1)
    node = hand.choose([each for each in cut.entries() if not cut.is_first_behind_dash(each)])
    return cut.replaced(cut.lead(node), cut.lead(node), "\n") if node else None


def give_id(cut: Cutter, hand: Hand) -> str | None:
    node = hand.choose(
        [
            each
            for each in elements(cut)
            if each.above and each.kind == "map" and each.get("id") is None and each.members
        ]
    )
    if node is None or kind_of(node) in ("quote", "rule", "link", "member"):
        return None
    return with_key(cut, hand, node, "id", hand.mint.id())


def rename_id(cut: Cutter, hand: Hand) -> str | None:
    """Another id, declared; what refers to it follows."""
    owners = [
        each for each in elements(cut) if each.kind == "map" and each.above and (own := each.get("id")) and is_text(own)
    ]
    node = hand.choose(owners)
    if node is None or node.get("formerly") is not None:
        return None
    old, new = node.get("id").text, hand.mint.id()
    named = {*REFERENCES, "for"}
    spots = [
        each
        for each in cut.nodes
        if is_text(each) and each.text == old and (each.key in named or each is node.get("id"))
    ]
    text = cut.text
    for each in sorted(spots, key=lambda one: -one.start):
        text = text[: each.start] + new + text[each.end :]
    again = Cutter(text)
    found = next((each for each in again.nodes if each.way == node.way), None)
    return with_key(again, hand, found, "formerly", [old]) if found else None


def other_key(cut: Cutter, hand: Hand) -> str | None:
    """An own key by another name, a figure of another kind, `persona` for `personas`."""
    twins = {
        "x-legal": "x-law",
        "x-note": "x-remark",
        "personas": "persona",
        "persona": "personas",
        "csat": "ces-score",
        "nps": "csat",
        "dana": "imani",
    }
    node = hand.choose(
        [each for each in cut.nodes if each.above and each.above.kind == "map" and each.way[-1] in twins]
    )
    if node is None:
        return None
    new = twins[node.way[-1]]
    return cut.replaced(node.begin, node.key_end, new) if node.above.get(new) is None else None


def other_place(cut: Cutter, hand: Hand) -> str | None:
    """A key of a mapping elsewhere in it."""
    fit = [
        each
        for each in cut.entries()
        if each.above and isinstance(each.way[-1], str) and len(each.above.members) > 2
        and not cut.is_first_behind_dash(each)
    ]  # fmt: skip
    node = hand.choose(fit)
    goal = hand.choose([each for _, each in node.above.members if each is not node]) if node else None
    return cut.moved(node, goal, is_behind=True) if goal else None


def tidy(cut: Cutter, hand: Hand) -> str | None:  # noqa: ARG001
    """All of it as the formatter has it."""
    return tidied(cut.text)


def anew(cut: Cutter, hand: Hand) -> str | None:
    """All of it written by somebody, or some other program, who knows no comments."""
    return hand.scribe.document(data(cut.root))


MANNERS: dict[str, Edit] = {
    "remark above": remark_above, "remark behind": remark_behind, "change a remark": change_remark, "remove a remark": remove_remark,
    "quote": quote, "bracket": bracket, "unbracket": unbracket, "unlist": unlist, "lengthen": lengthen, "shorten": shorten,
    "feeling": feeling, "blank": blank, "give an id": give_id, "rename an id": rename_id, "other key": other_key,
    "other place": other_place,
    "tidy": tidy,
}  # fmt: skip
RARE: dict[str, Edit] = {"anew": anew, "line ends": lambda cut, _: cut.text}
"""Edits that leave no line as it was; that of line ends is done by who calls it."""
