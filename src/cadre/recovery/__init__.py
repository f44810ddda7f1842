"""Recovery: a mission that runs planned again from what was reported, and what would bring its targets back.

`facts` makes of records what is so already, `replanning` plans what is still open with least change and calls
further classes, `choices` lists what could be done, each planned and played. Rules: docs/design/recovery.md.
"""
