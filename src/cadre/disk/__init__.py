"""Disk: where results are written. Asked before the work, written all or nothing, every failure told.

`failures` turns what the file system refuses into a fault, `places` asks whether a place can be written to,
`whole` replaces a file or a folder so that nobody ever sees half of it, `within` some files of a folder.
"""

from cadre.disk.failures import failure, failures_as_faults
from cadre.disk.places import target_folder
from cadre.disk.target import Target
from cadre.disk.whole import replace_folder, write_whole
from cadre.disk.within import finish_within, replace_within

__all__ = [
    "Target",
    "failure",
    "failures_as_faults",
    "finish_within",
    "replace_folder",
    "replace_within",
    "target_folder",
    "write_whole",
]
