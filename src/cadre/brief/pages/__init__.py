"""The pages in print: one file per section, each a function from the context to a `Section`."""
