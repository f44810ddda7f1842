# Ce qui a changé depuis la dernière note : faits, options, chiffres et ce qui les a fait bouger.
title = Ce qui a changé depuis la dernière note, et quel fait en est la cause
none = Il n’y a pas de note précédente à laquelle comparer.
lead =
    <b>Dernière note, état des connaissances au { $day }. </b>{ $facts ->
    [one] { $facts } fait a changé
   *[other] { $facts } faits ont changé
} ; { $moved } des { $compared } chiffres comparés sont sortis de la fourchette à 80 % de l’une ou l’autre note. Là où
    plusieurs faits ont pu faire bouger un chiffre, deux études ne peuvent dire lequel l’a fait.{ $whole ->
    [yes] { "" }
   *[no] { " " }De l’ancienne mission, seules les entrées de ses chiffres sont connues.
}
came = <b>Apparue : </b>{ $title }<small> ({ $option })</small> ; avant : { $why }.
went = <b>Disparue : </b>{ $title }<small> ({ $option })</small> ; maintenant : { $why }.
not-allowed = ses leviers et ses règles ne la permettaient pas
facts = Faits qui ont changé
column-what = Quoi
column-before = Avant
column-now = Maintenant
moved = Chiffres qui ont bougé
column-number = Chiffre
column-last = Dernière note
column-cause = Ce qui l’a fait bouger
more = <small>{ $count } de plus : `cadre since NEW OLD` les donne tous.</small>
last-brief = Dernière note, { $number }
cause-none = rien de ce qui est déclaré n’a changé qui ait pu le faire bouger
cause-one = changement dû à { $facts }{ $direct ->
    [yes] { "" }
   *[no] , par les plans
}
cause-several = changement dû à un ou plusieurs de { $facts }{ $direct ->
    [yes] { "" }
   *[no] , par les plans
}
named-and-more = { $facts } et { $count } de plus
not-there = absent
line-lead = Depuis la note, état des connaissances au { $day } : { $facts ->
    [one] { $facts } fait a changé
   *[other] { $facts } faits ont changé
}.
line-partly = { "  " }L’ancienne étude ne contient pas toute sa mission : seules les entrées de ses chiffres ont été comparées.
line-came = Apparue : { $title } [{ $option }] ; avant : { $why }
line-went = Disparue : { $title } [{ $option }] ; maintenant : { $why }
line-moved = { $moved } des { $compared } chiffres comparés sont sortis de leur fourchette.
