# Ce qui l’emporte selon quelles priorités, et ce qui le changerait, en page une.
title = Ce qui l’emporte, et ce qui le changerait
nothing = Il n’y a pas deux options à comparer.
first = { $criteria } : { $letters } l’emporte.
equal = { $criteria } : { $letters } ne se départagent pas nettement.
cannot-tell =
    <b>Dans l’ensemble, ces résultats ne disent pas</b> laquelle est la meilleure de { $letters } : une recherche plus
    longue de leurs plans pourrait inverser l’ordre.
weights-stated = <b>Selon les priorités données, </b>{ $letter } arrive en tête dans { $share } des simulations.
weights-order = <b>Selon l’ordre de priorités donné, </b>{ $letter } arrive en tête dans { $share } des cas.
weights-any =
    <b>Aucune priorité n’est donnée. </b>Sur toutes celles qui sont possibles, à égalité, { $letter } arrive en tête dans
    { $share } des cas.
most-often =
    <b>Aucune option ne l’emporte selon la plupart des priorités. </b>Sur toutes celles qui sont possibles, à égalité,
    { $letter } arrive le plus souvent en tête : dans { $share } des cas.
change = Ce qui le changerait : { $what }
to-know = À savoir d’abord : { $what }
unfinished =
    Tout cela vaut pour les plans tels qu’ils sont. Une recherche plus longue peut les améliorer, jusqu’à cette part de ce
    qu’ils manquent : { $options }.
