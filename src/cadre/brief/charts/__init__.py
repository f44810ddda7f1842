"""Charts: one function each, from a study to an Altair chart with alt text.

One specification serves the web and print.
"""
