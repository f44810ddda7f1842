# أين توجد البقية، في آخر ما يُطبع.
title = أين توجد البقية
lead = الملاحق في { "\u2066" }brief.html{ "\u2069" } بجوار هذا الملف، وبياناتها في { "\u2066" }workbook.xlsx{ "\u2069" }، وكل رقم ومعرّفه في { "\u2066" }study.json{ "\u2069" }.
column-annex = الملحق
column-title = في { "\u2066" }brief.html{ "\u2069" }
column-sheet = الورقة في { "\u2066" }workbook.xlsx{ "\u2069" }
