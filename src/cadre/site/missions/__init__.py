"""Missions: their revisions, and who has which role in them."""
