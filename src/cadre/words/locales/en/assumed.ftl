# What is assumed: the box on page one.
title = What is assumed
targets = The numbers wanted (targets, minimum levels after exit) are the planner’s own; nobody has asked for them
targets-told = The numbers wanted are those of { $who }
positions = What each party would object to is the planner’s reading; no party has said so
positions-told = The positions of parties are those of { $who }
offers = Who would send how many people, and how many of them come, is assumed
offers-told = The offers of people are those of { $who }
ranges = { $widened } of the { $ranges } ranges that enter the simulation rest on assumptions alone.
bars = “Good” means, by the planner’s choice, { $bars }
at-least = { $criterion } at least { $number }
at-most = { $criterion } at most { $number }
