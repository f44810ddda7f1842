"""The kernel: plays replications week by week, compiled. The only room that knows numba.

Each function is one step of docs/model/simulation.md, which a plain program in the tests follows too, bit for
bit. Everywhere `g` says where things begin, `z` holds whole numbers, `y` other numbers, `x` what was drawn,
`out` the counts of the replication. `replications.play` is what others call.
"""
