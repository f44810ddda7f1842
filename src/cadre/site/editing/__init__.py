"""Editing: cells that people type, put into the plain data of a mission. Nothing of Django.

A cell is told by its path (`offers.first.people`) and is text, as in a workbook; what it means is for the
core's readers to say. An edit names the revision that it began from, so that edits of two people go together
where their cells differ.
"""
