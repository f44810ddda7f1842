# Le rapport d’un mois d’une mission en cours, sur une page.
title = { $mission } : rapport du { $today }
footer = Les comptes rendus sont ceux connus ce jour ; chacun se trouve sous records.
schedule = Les diplômés sont là où le plan les attendait en semaine { $earned }, après { $actual } semaines : indice d’avancement { $index }, le { $since } { $before }.
money-spent = { $about }, dépensé
calls = Ce que cela demande
no-calls = Aucune décision n’est demandée.
slips = Ce qui glisse
no-slips = Rien.
changed = Ce qui a changé depuis le dernier rapport
no-changed = Rien n’a été rapporté.
broken = Quelles hypothèses ne tiennent plus
no-broken = Aucune.
units-by = { $units }, pour le { $day }
silent = Qui se tait
no-silent = Personne.
more = et { $count } de plus
target-short = { $units } : { $found } le { $day }, { $wanted } étaient voulus. Décidez si l’objectif demeure : replanifier, envoyer plus, ou le fixer à nouveau.
review-short = La revue du { $day } a trouvé { $found }, moins que { $wanted } : { $event }. Décidez-en.
target-met = { $units } : { $found } le { $day }, { $wanted } étaient voulues. Rien n’est à décider.
review-met = L’examen du { $day } a trouvé { $found }, pas moins de { $wanted } : pas de { $event }.
people-missing = { $party } : { $there } personnes sur { $planned } sont là. Demandez les manquants, ou planifiez sans eux.
assumptions-broken = { $count ->
    [one] Une hypothèse ne tient plus
   *[other] { $count } hypothèses ne tiennent plus
 } (énoncés { $basis }). Écrivez de nouveaux intervalles et refaites la prévision.
began-late = { $what } : prévu le { $planned }, commencé avec { $weeks ->
    [one] une semaine
   *[other] { $weeks } semaines
 } de retard, en cours.
not-begun = { $what } : prévu le { $planned }, pas commencé après { $weeks ->
    [one] une semaine
   *[other] { $weeks } semaines
 }.
serials = Sessions : { $started ->
    [one] { $started } commencée
   *[other] { $started } commencées
 }, { $ended ->
    [one] { $ended } finie
   *[other] { $ended } finies
 }, { $cancelled ->
    [one] { $cancelled } perdue
   *[other] { $cancelled } perdues
 }.
site = { $site } : { $state }.
injured = { $site } : { $count ->
    [one] une personne blessée
   *[other] { $count } personnes blessées
 }.
column-course = cours
column-due = dû
column-started = commencé
column-lost = perdu
column-expected = attendus
column-passed = reçus
column-what = il y a
column-planned = prévu
column-before = avant
column-there = maintenant
