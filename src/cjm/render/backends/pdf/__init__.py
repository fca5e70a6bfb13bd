"""PDF: pages of lines and curves, with texts that can be searched, copied and read aloud.

Written by ourselves, since no library both sets our texts where they were measured and runs wherever Python does. The
same scenes give the same bytes, wherever the same version of zlib packs them.
"""

from collections.abc import Sequence
from math import ceil

from cjm.render.backends.pdf.file import File, array, ref, words
from cjm.render.backends.pdf.images import Images
from cjm.render.backends.pdf.page import Page
from cjm.render.backends.pdf.paints import Paints
from cjm.render.backends.pdf.structure import write
from cjm.render.backends.pdf.texts import Texts
from cjm.render.faces import ALONE, Faces
from cjm.render.scene import Scene
from cjm.render.theme import Theme

_LARGEST = 14_400  # the longest side in units of a page that viewers take; with longer ones a unit is more than a point


def draw(scenes: Sequence[Scene], theme: Theme, faces: Faces = ALONE) -> bytes:
    """The pages of a picture as a PDF document.

    ``faces`` are those that it was laid out with. Letters of a font that may not be embedded are shapes; for a
    character that no font has, there is a gap or an empty box. Raises ``UsageError`` where a logo needs a package that is not installed.
    """
    file = File()
    root, pages, resources = file.reserve(), file.reserve(), file.reserve()
    texts, paints, images = Texts(scenes, theme, faces), Paints(file), Images(file)
    numbers = [file.reserve() for _ in scenes]
    drawn = [Page(scene, theme, texts, paints, images) for scene in scenes]
    for index, (page, number) in enumerate(zip(drawn, numbers, strict=True)):
        width, height = page.scene.width, page.scene.height
        unit = ceil(max(width, height) / _LARGEST)
        content = file.stream(page.content(unit).encode("ascii"))
        file.put(
            number,
            f"<</Type/Page/Parent {ref(pages)}/MediaBox[0 0 {width / unit:.2f} {height / unit:.2f}]"
            f"{f'/UserUnit {unit}' if unit > 1 else ''}/Resources {ref(resources)}/Contents {ref(content)}"
            f"/Group<</S/Transparency/CS/DeviceRGB>>/StructParents {index}/Tabs/S>>",
        )
    file.put(pages, f"<</Type/Pages/Kids{array(numbers)}/Count {len(numbers)}>>")
    file.put(
        resources,
        f"<</Font<<{texts.embed(file)}>>/ExtGState<<{_named(paints.states)}>>/XObject<<{_named(images.numbers)}>>>>",
    )
    tree = write(file, [page.outline for page in drawn], numbers)
    first = scenes[0]
    file.put(
        root,
        f"<</Type/Catalog/Pages {ref(pages)}/Lang{words(first.lang)}/StructTreeRoot {ref(tree)}/MarkInfo<</Marked true>>"
        "/ViewerPreferences<</DisplayDocTitle true>>>>",
    )
    info = file.add(f"<</Title{words(first.title)}/Subject{words(first.description)}/Creator(cjm)>>")
    return file.finish(root, info)


def _named(numbers: dict[str, int]) -> str:
    """The entries of a dictionary of objects."""
    return "".join(f"/{name} {ref(number)}" for name, number in numbers.items())
