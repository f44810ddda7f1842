# Ce qui est à régler, réunion par réunion, en page deux.
title = Que régler, pour quand, et ce qui en dépend
column-question = À régler
column-needed = Indispensable ?
column-owner = Responsable
column-by = Pour le
column-depends = Ce qui en dépend
choice = choix de la réunion
go = indispensable : à régler d’abord
may-stay-open = peut rester ouvert
no-owner = personne encore
nobody-owns = Aucune question n’a encore de responsable.
no-day = aucune date connue
after = après les réunions : { $day }
planned = Hypothèse : { $quantity }.
turns = Change la meilleure option dans { $share } des simulations.
turns-nothing = Ne change aucun choix que ces simulations permettent de distinguer.
not-judged = Ce que cela change n’a pas été évalué.
held = { $choice } : { $count ->
    [0] aucune option
   *[other] { $letters }
}
reading = « Peut rester ouvert » signifie : quelle que soit la réponse, le choix est le même, pour autant que ces simulations le montrent.
more = { $count ->
    [one] { $count } autre question ouverte figure dans l’annexe des questions ouvertes.
   *[other] { $count } autres questions ouvertes figurent dans l’annexe des questions ouvertes.
}
nothing = Le mandat ne laisse rien d’ouvert.
