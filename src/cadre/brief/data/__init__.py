"""The study as data: study.json with its schema, where each number comes from, what changed since another."""

FORMAT = 2
"""Of study.json. Since 2 each number says its kind and whose it is, and the analysis is called so."""
