# The chart of criteria, on page one.
title = Criterion by criterion
