"""Statistics: methods on arrays of values by future, which know no mission, no option and no stage."""
