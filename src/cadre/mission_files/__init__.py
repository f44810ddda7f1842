"""Mission files: a folder that people edit to a `Mission`, and back."""

from cadre.mission_files.reading import read_mission
from cadre.mission_files.writing import write_mission

__all__ = ["read_mission", "write_mission"]
