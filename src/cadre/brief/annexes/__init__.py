"""The annexes: one file per group, each a function from the context to a `Section`."""
