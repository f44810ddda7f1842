# Où se trouve le reste, à la fin de ce qui est imprimé.
title = Où se trouve le reste
lead = Les annexes sont dans brief.html, à côté de ce fichier, leurs données dans workbook.xlsx, et chaque chiffre avec son identifiant dans study.json.
column-annex = Annexe
column-title = Dans brief.html
column-sheet = Feuille de workbook.xlsx
