"""Rosters: who does what, where and in which week of a running mission; seats of classes, rooms.

Takes a mission, its plan and what was reported; gives duties, tables of them, and these in print.
"""
