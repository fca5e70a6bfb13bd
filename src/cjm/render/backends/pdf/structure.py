"""What the parts of a PDF are, for screen readers and for copying: groups within groups, and texts (ISO 32000-1, 14.7)."""

from dataclasses import dataclass, field

from cjm.render.backends.pdf.file import File, array, ref, words


@dataclass(slots=True)
class Element:
    """A part of a page: ``kind`` is PDF's word for it, ``title`` what it is called, ``text`` all that it says.

    ``children`` are parts of it, or marks in the content of the page.
    """

    kind: str
    title: str = ""
    text: str = ""
    children: "list[Element | int]" = field(default_factory=list)


class Outline:
    """What is on one page, in the order of reading, as it is drawn."""

    def __init__(self, title: str) -> None:
        self.root = Element("Sect", title)
        self.open: list[Element] = [self.root]
        self.marked: list[Element] = []

    def begin(self, title: str) -> None:
        """What follows belongs together."""
        part = Element("Sect", title)
        self.open[-1].children.append(part)
        self.open.append(part)

    def end(self) -> None:
        """That was all of it."""
        self.open.pop()

    def mark(self, kind: str, text: str) -> int:
        """A text comes; returns the mark that it is found by."""
        number = len(self.marked)
        part = Element(kind, text=text, children=[number])
        self.open[-1].children.append(part)
        self.marked.append(part)
        return number


def write(file: File, outlines: "list[Outline]", pages: list[int]) -> int:
    """Put the parts of all pages into a file; returns the number of the tree."""
    tree, document = file.reserve(), file.reserve()
    parts, marks = [], []
    for index, (outline, page) in enumerate(zip(outlines, pages, strict=True)):
        found: dict[int, int] = {}
        parts.append(_write(file, outline.root, document, page, found))
        marked = file.add(array(found[mark] for mark in range(len(outline.marked))))
        marks.append(f"{index} {ref(marked)}")
    file.put(document, f"<</Type/StructElem/S/Document/P {ref(tree)}/K{array(parts)}>>")
    file.put(
        tree,
        f"<</Type/StructTreeRoot/K {ref(document)}/ParentTree<</Nums[{' '.join(marks)}]>>/ParentTreeNextKey {len(marks)}>>",
    )
    return tree


def _write(file: File, part: Element, parent: int, page: int, marks: dict[int, int]) -> int:
    number = file.reserve()
    children = []
    for child in part.children:
        if isinstance(child, int):
            marks[child] = number
            children.append(str(child))
        else:
            children.append(ref(_write(file, child, number, page, marks)))
    title = f"/T{words(part.title)}" if part.title else ""
    text = f"/ActualText{words(part.text)}" if part.text else ""
    file.put(
        number,
        f"<</Type/StructElem/S/{part.kind}/P {ref(parent)}/Pg {ref(page)}{title}{text}/K[{' '.join(children)}]>>",
    )
    return number
