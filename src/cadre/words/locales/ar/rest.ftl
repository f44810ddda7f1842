# أين توجد البقية، في آخر ما يُطبع.
title = أين توجد البقية
lead = الملاحق في brief.html بجوار هذا الملف، وبياناتها في workbook.xlsx، وكل رقم ومعرّفه في study.json.
column-annex = الملحق
column-title = في brief.html
column-sheet = الورقة في workbook.xlsx
