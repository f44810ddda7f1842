"""Intake: reads what people upload, in a process of its own with limits. Nothing of Django."""

from cadre.site.intake.asking import (
    Refused,
    ReplyAsked,
    Taken,
    from_pack,
    from_reply,
    from_upload,
    workbook_of,
)
from cadre.site.intake.turns import Busy

__all__ = ["Busy", "Refused", "ReplyAsked", "Taken", "from_pack", "from_reply", "from_upload", "workbook_of"]
