"""PDF as a file: numbered objects, and the table that says where each of them begins (ISO 32000-1, 7.5).

An object is written as PDF writes it, in ASCII; what refers to another holds :func:`ref` of its number.
"""

import struct
import zlib
from collections.abc import Iterable
from itertools import accumulate

from cjm.render.glyphs import clean

_LEVEL = 5  # of packing: 6 takes half as much time again for a fiftieth of the size
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # the second line tells programs that this is no text


class File:
    """A PDF file in the making. The same objects give the same bytes: no dates, and a checksum as the id."""

    def __init__(self) -> None:
        self._objects: list[bytes] = []
        self._streams: set[int] = set()

    def reserve(self) -> int:
        """The number of an object that is put in later."""
        self._objects.append(b"")
        return len(self._objects)

    def put(self, number: int, written: str) -> None:
        """The object of a reserved number."""
        self._objects[number - 1] = written.encode("ascii")

    def add(self, written: str) -> int:
        """One more object; returns its number."""
        self._objects.append(written.encode("ascii"))
        return len(self._objects)

    def stream(self, data: bytes, entries: str = "") -> int:
        """Data, deflated, with the ``entries`` of its dictionary; returns the number of the object."""
        packed = zlib.compress(data, _LEVEL)
        head = f"<<{entries}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n".encode("ascii")
        self._objects.append(b"".join((head, packed, b"\nendstream")))
        self._streams.add(len(self._objects))
        return len(self._objects)

    def finish(self, root: int, info: int) -> bytes:
        """The whole file; ``root`` and ``info`` are the numbers of the catalogue and of what is told about the file.

        Objects that are no streams are deflated together (7.5.7), and so is the table of places (7.5.8).
        """
        loose = {number: body for number, body in enumerate(self._objects, 1) if number not in self._streams}
        within = {number: index for index, number in enumerate(loose)}
        starts = accumulate((len(body) + 1 for body in loose.values()), initial=0)
        index = " ".join(f"{number} {start}" for number, start in zip(loose, starts, strict=False)).encode("ascii")
        together = b"\n".join((index, *loose.values()))
        common = self.stream(together, f"/Type/ObjStm/N {len(loose)}/First {len(index) + 1}")
        parts, table = [_HEAD], [_place(0, 0, 65_535)]
        at = len(_HEAD)
        for number, body in enumerate(self._objects, 1):
            if number in within:
                table.append(_place(2, common, within[number]))
                continue
            table.append(_place(1, at, 0))
            parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
            at += len(parts[-1])
        digest = 4 * f"{zlib.crc32(b''.join(parts)):08x}"
        last = self.stream(
            b"".join((*table, _place(1, at, 0))),
            f"/Type/XRef/W[1 4 4]/Size {len(table) + 1}/Root {ref(root)}/Info {ref(info)}/ID[<{digest}><{digest}>]",
        )
        parts.append(b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (last, self._objects[-1], at))
        return b"".join(parts)


def _place(kind: int, first: int, second: int) -> bytes:
    """A row of the table of places: 1 for an object at a place in the file, 2 for one within another, and its index."""
    return struct.pack(">BII", kind, first, second)


def ref(number: int) -> str:
    """Refers to an object."""
    return f"{number} 0 R"


def array(numbers: Iterable[int]) -> str:
    """Refers to several."""
    return f"[{' '.join(map(ref, numbers))}]"


def words(text: str) -> str:
    """A text for people, in any script."""
    return f"<feff{utf16(' '.join(clean(text).split()))}>"


def utf16(text: str) -> str:
    """A text as the hexadecimal digits of UTF-16."""
    return text.encode("utf-16-be", "replace").hex()
