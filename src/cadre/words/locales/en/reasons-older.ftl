as-written = { $words }
