# Les déclarations qui pèsent le plus, en page deux.
title = Ce qui est connu, rapporté et supposé
caption = Les déclarations sur lesquelles repose l’essentiel du plan
column-kind = Nature
column-statement = Déclaration
column-who = Qui le dit
column-grade = Cote
column-date = Date
grades =
    <small>Cote : fiabilité de la source A–F, crédibilité de la déclaration 1–6 ; F et 6 signifient qu’elle ne peut
    être jugée.</small>
kind-known = connu
kind-told = rapporté
kind-assumed = supposé
