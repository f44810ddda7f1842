"""Exchange with other systems: what Cadre knows, in the forms that others read."""
