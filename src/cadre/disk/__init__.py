"""Disk: where results are written. Asked before the work, written all or nothing, every failure told.

`failures` turns what the file system refuses into a fault, `places` asks whether a place can be written to,
`whole` replaces a file or a folder so that nobody ever sees half of it.
"""

from cadre.disk.failures import failure, failures_as_faults
from cadre.disk.places import target_folder
from cadre.disk.target import Target
from cadre.disk.whole import replace_folder, write_whole

__all__ = ["Target", "failure", "failures_as_faults", "replace_folder", "target_folder", "write_whole"]
