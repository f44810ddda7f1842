"""Migrations: the tables as they came to be, one step after the other."""
