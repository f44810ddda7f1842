# Where the rest stands, at the end of what is printed.
title = Where the rest stands
lead = The annexes are in brief.html beside this file, their data in workbook.xlsx, every number with its id in study.json.
column-annex = Annex
column-title = In brief.html
column-sheet = Sheet of workbook.xlsx
