# Ce qui est à décider, en page une.
title = Ce qui est demandé, et ce qui est à décider et quand
asked = <b>Demandé : </b>{ $asks }{ $parties ->
    [by-of] { " " }(demandé par { $by } à { $of })
    [by] { " " }(demandé par { $by })
    [of] { " " }(demandé à { $of })
   *[none] { "" }
}.
according = <b>Qui le dit : </b>{ $who }
says-named = { $named ->
    [yes] { $by }
   *[no] une source nommée
}
says-official = { $named ->
    [yes] { $by }
   *[no] une source officielle
}
says-unnamed = { $named ->
    [yes] { $by }, sans nom donné
   *[no] une source qui n’est pas nommée
}
says-declined-to-comment = { $named ->
    [yes] { $by } : pas de commentaire
   *[no] une partie n’a pas souhaité commenter
}
says-denied = { $named ->
    [yes] { $by } : démenti
   *[no] cela est démenti
}
says-derived = déduit par le planificateur
says-assumption = hypothèse du planificateur
# Ce qui est demandé parmi les options, et ce qu’aucune ne satisfait.
asked-is = <b>Tel que demandé : </b>option { $letter }{ $left ->
    [none] .
   *[some] {" "}; laissé ouvert par le mandat : { $left }.
}
asked-is-none = <b>Aucune option n’est telle que demandée : </b>{ $why }.
met-by-none = <b>Aucune option présentée n’y satisfait : </b>{ $elements }.
excluded = Exclu : { $what }.
meeting = { $day }, { $by } ({ $expected ->
    [decides] décision
    [may-decide] décision possible
   *[discusses] discussion attendue
}) : { $about }
told-by = { " " }({ $who })
needs-choices = <b>Il faut y choisir : </b>{ $levers }.
needs-facts = Parmi les questions ouvertes, { $count ->
    [one] { $count } peut trouver réponse
   *[other] { $count } peuvent trouver réponse
} d’ici là.
needs-nothing = Aucune question ouverte n’est requise pour cela.
known-later = { $count ->
    [one] { $count } question ouverte ne peut trouver réponse
   *[other] { $count } questions ouvertes ne peuvent trouver réponse
} qu’après, ou à une date que personne ne connaît.
no-meeting = <b>À décider : </b>le mandat ne nomme aucune réunion ; personne n’a reçu de date pour décider.
