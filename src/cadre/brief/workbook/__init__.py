"""The workbook of a brief: what planners go on working with, sheet by sheet."""
