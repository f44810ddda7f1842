"""The study as data: study.json with its schema, where each number comes from, what changed since another."""
