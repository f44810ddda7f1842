"""Intake: reads what people upload, in a process of its own with limits. Nothing of Django."""

from cadre.site.intake.asking import Refused, Taken, from_pack, from_upload, workbook_of
from cadre.site.intake.turns import Busy

__all__ = ["Busy", "Refused", "Taken", "from_pack", "from_upload", "workbook_of"]
