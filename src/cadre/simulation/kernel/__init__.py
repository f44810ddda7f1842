"""The kernel: plays replications week by week, compiled. The only room that knows numba.

Each function is one step of docs/model/simulation.md, which a plain program in the tests follows too, bit for
bit. Everywhere `at` says where things begin, `ints` holds whole numbers, `floats` other numbers, `drawn` what
was drawn, `counts` the counts of the replication. `replications.play` is what others call.
"""
