"""The mission model: frozen, validated, no input or output, no solver."""

from cadre.mission.calendar import Calendar, end_of_run
from cadre.mission.ledger import Figure, Ledger, Source, Statement
from cadre.mission.mission import Mission
from cadre.mission.quantity import Quantity

__all__ = ["Calendar", "Figure", "Ledger", "Mission", "Quantity", "Source", "Statement", "end_of_run"]
