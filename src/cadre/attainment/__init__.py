"""Attainment: what it would take to reach each target, each planned again; what more posts bring; staircases.

Takes the plans of an option and the futures played, gives `cadre.plans.Attainment`. How limits are lifted
stands in `lifting`, what is planned in `planning`, what follows from plans and futures that are there in
`staircase`. Nothing is told that was not planned.
"""
