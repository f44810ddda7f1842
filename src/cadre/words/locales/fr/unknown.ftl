# Ce qui n’est pas connu, en page une, et les questions de l’annexe.
title = Ce qui n’est pas connu, et ce qu’il faut savoir d’abord
column-open = Question ouverte
column-planned-with = Planifié avec
column-known-by = Connu le
column-price = Pour environ
column-owner = Responsable
column-worth = Si connu, autre option dans
none = Le mandat ne nomme aucune question ouverte ; le registre énumère ce qui est supposé.
for-deciders = <b>À vous de trancher : </b>{ $questions }
more = { $count ->
    [one] { $count } autre question ouverte figure en annexe.
   *[other] { $count } autres questions ouvertes figurent en annexe.
}
worthless =
    Là où aucune part n’est indiquée, connaître la réponse ne change aucun choix que ces simulations permettent de
    distinguer.
not-asked = <b>Pas encore demandé : </b>{ $title }
first = { $detail } (le savoir change le choix dans { $changes } des simulations)
no-day = aucune date
nobody = personne
no-future = aucune
after-the-last = <small>après la dernière décision</small>
brings-targets = objectifs { $shown } points
brings-floors = seuils { $shown } points
brings-cost = coût { $shown }
brings-money = vaut { $shown }
brings-agreed = approuvé et bon { $shown } points
less-than-it-costs = <small>, moins que son prix</small>
priorities =
    Savoir combien compte chaque critère changerait le choix pour { $changes } des priorités possibles, ce qui vaut
    { $value } points sur 100.
planned = Hypothèse de planification : { $quantity }.
per-month = { $shown } par mois
per-week = { $shown } par semaine
per-people-a-year = { $shown } personnes par an
per-times-a-year = { $shown } fois par an
per-weeks = { $shown } semaines
per-people = { $shown } personnes
learned-no-day = Aucune date n’est connue pour l’apprendre ; { $owned ->
    [named] responsable : { $owner }
   *[none] aucun responsable n’est désigné
}.
learned = Peut être connu le { $day }{ $priced ->
    [yes] , pour environ { $price }
   *[no] { "" }
}{ $late ->
    [yes] , <b>après la dernière décision</b>
   *[no] { "" }
} ; { $owned ->
    [named] responsable : { $owner }
   *[none] aucun responsable n’est désigné
}.
