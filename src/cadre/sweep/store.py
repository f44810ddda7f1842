"""The folder of a sweep: a Parquet file for each finished case, and one of all of them when it is whole.

Takes rows, gives them back. A part is written beside its place and moved there whole, so that a sweep killed
at any moment has each case either whole or not at all. The folder knows which sweep it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cadre.disk import write_whole
from cadre.errors import BadInput, Fault, Place
from cadre.sweep.case import Row

WHOLE, PARTS, MARK = "cases.parquet", "parts", b"cadre.sweep"


class Store:
    """A folder of finished cases.

    Parameters
    ----------
    folder : Path
        Made where it is missing.
    digest : str
        Of everything the cases follow from.
    columns : dict of str to type
        In order.

    Raises
    ------
    BadInput
        When the folder holds another sweep, or something else.
    """

    def __init__(self, folder: Path, digest: str, columns: dict[str, type]) -> None:
        self.folder, self._digest, self._columns = folder, digest, columns
        self._claim()

    @property
    def whole(self) -> Path:
        """The file of all cases."""
        return self.folder / WHOLE

    def finished(self) -> set[int]:
        """Return the numbers of the cases that are kept."""
        import pyarrow.parquet as pq  # noqa: PLC0415  (heavy)

        if self.whole.is_file():
            return set(pq.read_table(self.whole, columns=["case"])["case"].to_pylist())
        return {int(part.stem) for part in self._parts()}

    def keep(self, row: Row) -> None:
        """Write one finished case, all or nothing."""
        number = int(str(row["case"]))
        self._write([row], self.folder / PARTS / f"{number:08}.parquet")

    def join(self) -> Path:
        """Write all cases to one file, in the order of their numbers, and drop the parts."""
        import pyarrow.parquet as pq  # noqa: PLC0415

        if not self.whole.is_file():
            rows = [row for part in self._parts() for row in pq.read_table(part).to_pylist()]
            self._write(rows, self.whole)
        for part in (self.folder / PARTS).glob("*"):
            part.unlink()
        (self.folder / PARTS).rmdir()
        return self.whole

    def _parts(self) -> list[Path]:
        return sorted((self.folder / PARTS).glob("*.parquet"))

    def _claim(self) -> None:
        """Write down whose folder it is, or see that it is ours."""
        mark = self.folder / "sweep"
        if mark.is_file():
            if mark.read_text(encoding="utf-8") != self._digest:
                raise _taken(self.folder, "sweep.folder-of-another-sweep")
        elif self.folder.exists() and any(self.folder.iterdir()):
            raise _taken(self.folder, "sweep.folder-of-other-files")
        (self.folder / PARTS).mkdir(parents=True, exist_ok=True)
        write_whole(mark, self._digest.encode())

    def _write(self, rows: Iterable[Row], file: Path) -> None:
        import pyarrow as pa  # noqa: PLC0415
        import pyarrow.parquet as pq  # noqa: PLC0415

        kinds = {int: pa.int64(), float: pa.float64(), str: pa.string()}
        schema = pa.schema(
            [(name, kinds[kind]) for name, kind in self._columns.items()],
            metadata={MARK: self._digest.encode()},
        )
        made = pa.BufferOutputStream()
        pq.write_table(pa.Table.from_pylist(list(rows), schema=schema), made)
        write_whole(file, made.getvalue().to_pybytes())


def _taken(folder: Path, name: str) -> BadInput:
    return BadInput([Fault.of(Place(path=("out",)), name, folder=str(folder))])
