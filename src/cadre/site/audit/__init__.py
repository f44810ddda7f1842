"""Audit: what was done by whom, in a chain that shows when something was changed or left out."""
