# Ce qui est à décider, en page une.
title = La décision
asked = <b>Demandé : </b>{ $asks }{ $parties ->
    [by-of] { " " }(demandé par { $by } à { $of })
    [by] { " " }(demandé par { $by })
    [of] { " " }(demandé à { $of })
   *[none] { "" }
}.{ $basis }
# Ce qui est demandé parmi les options, et ce qu’aucune ne satisfait.
asked-is = <b>Tel que demandé : </b>option { $letter }{ $left ->
    [none] .
   *[some] {" "}; laissé ouvert par le mandat : { $left }.
}
asked-is-none = <b>Tel que demandé, aucune option : </b>{ $why }.
met-by-none = <b>Satisfait par aucune option présentée : </b>{ $elements }.
excluded = Exclu : { $what }.
to-be-decided = <b>À décider : </b>{ $meetings }.
meeting = { $day }, { $by } : { $about }{ $basis }
then = { " " }; puis{ " " }
no-meeting = <b>À décider : </b>le mandat ne nomme aucune réunion ; personne n’a reçu de date pour décider.
otherwise =
    <b>Sans décision : </b>l’option { $letter } ({ $title }) se réalise. Elle atteint { $reached } des objectifs à
    leurs dates, pondérés par priorité, et maintient { $lasting } des seuils voulus à la fin.
