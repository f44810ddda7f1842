"""Triggers: the database itself refuses to change or delete rows of a table. Used by migrations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_POSTGRESQL = """
CREATE FUNCTION {table}_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'rows of {table} are never changed'; END $$;
CREATE TRIGGER {table}_stays BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_stays();
CREATE TRIGGER {table}_whole BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION {table}_stays();
"""
_SQLITE = """
CREATE TRIGGER {table}_no_{what} BEFORE {what} ON {table}
BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed'); END
"""


def rows_stay(table: str) -> Callable[[Any, Any], None]:
    """Return the step of a migration after which rows of a table can be added and nothing else."""

    def add(_: Any, editor: Any) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(_POSTGRESQL.format(table=table))
        else:
            for what in ("UPDATE", "DELETE"):
                editor.execute(_SQLITE.format(table=table, what=what))

    return add
