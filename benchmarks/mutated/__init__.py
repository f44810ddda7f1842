"""Mutated missions: folders and workbooks changed in every way that people and programs change them.

`python -m benchmarks.mutated` reads 100,000 of them and takes 200 of those accepted to a brief. Each mutant
is made from its number alone, so that whatever is found can be made again.
"""
