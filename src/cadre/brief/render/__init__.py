"""Rendering: the content of a brief as a page on the web, in print, as a Word document and as slides.

`runs` walks the content once; each writer sets what it finds in its own format.
"""
