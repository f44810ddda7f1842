"""The two pages: one file per section, each a function from the context to a `Section`."""
