"""Mission files: a folder that people edit to a `Mission`, and back."""

from cadre.mission_files.converting import write_folder, write_workbook
from cadre.mission_files.reading import ReadMission, read_document, read_folder, read_mission
from cadre.mission_files.schema import mission_schema
from cadre.mission_files.starting import new_mission
from cadre.mission_files.writing import write_mission, write_template

__all__ = [
    "ReadMission",
    "mission_schema",
    "new_mission",
    "read_document",
    "read_folder",
    "read_mission",
    "write_folder",
    "write_mission",
    "write_template",
    "write_workbook",
]
