"""Progress on a terminal.

A bar with stage and time left where a person looks, a line a stage where output goes to a file.
"""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from cadre.words import Catalogue


class Bar:
    """Tells stages and steps on standard error, so that standard output stays clean for `--json`.

    Parameters
    ----------
    words : Catalogue
        Of the language to speak; it holds a message for each stage.
    """

    def __init__(self, words: Catalogue) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._words = words
        self._console = Console(stderr=True)
        columns = (
            TextColumn("{task.description:<18}"),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TimeRemainingColumn(elapsed_when_finished=True),
        )
        self._bars = Progress(*columns, console=self._console, disable=not self._console.is_terminal)
        self._task: object = None

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def stage(self, name: str, total: int) -> None:
        """Begin a stage of so many steps."""
        told = self._words.text(f"cli.stage-{name}")
        if not self._console.is_terminal:
            print(f"{told} ({total})", file=sys.stderr, flush=True)
        self._task = self._bars.add_task(told, total=total)

    def advance(self) -> None:
        """Tell that a step of the present stage is done."""
        if self._task is not None:
            self._bars.advance(self._task)  # type: ignore[arg-type]
