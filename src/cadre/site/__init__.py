"""The site: many people, one mission, in a browser (docs/design/site.md).

Takes what the stages give and shows it to whoever may see it. Nothing imports it but the command line.
"""
