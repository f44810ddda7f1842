"""The timetable stage: which weeks, rooms and people."""
