# When each option fails, on page two.
title = When each option fails
not-judged = Not judged in this study.
no-bar = No bar is stated: state one under preferences.bars to have the options called good or failed.
bars = An option fails where it misses a bar: { $bars }.
