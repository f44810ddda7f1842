together = { $reasons }
