"""The forces stage: who fills which posts."""
