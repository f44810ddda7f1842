# Ce qui tient après le départ du dernier formateur, et les dates de revue.
title = Sortie, dates de revue et signaux
no-floor = <b>Ce qui dure. </b>Aucun seuil n’a été fixé.
floor = { $floor } { $units } : { $chances }
lasting = <b>Ce qui dure. </b>Le seuil le moins susceptible de tenir, et sa probabilité : { $floors }.
ended = Probabilité d’une fin avant terme : { $options }.
dated = <b>{ $day } : </b>{ $what }
meeting = { $by } ({ $expected ->
    [decides] décision
    [may-decide] décision possible
   *[discusses] discussion attendue
}) : { $about }.
signpost =
    réexaminer s’il y a moins de { $units } que { $numbers } : c’est pire que dans 9 simulations sur 10 de l’option.
review =
    revue : s’il y en a moins de { $number } ({ $kind ->
        [units] { $of }
       *[graduates] diplômés de { $of }
    }), { $does ->
        [ends] la mission prend fin
        [delays] plus rien ne commence pendant un temps
       *[shrinks] la mission se réduit
    }.
exit = sortie de { $options } : ne continuer que par une nouvelle décision, pas par défaut.
