# Les dernières lignes de la page une.
title = Si personne ne décide, et ce qui reste
no-decision =
    <b>Si personne ne décide, </b>c’est comme sans mission : { $met } des { $targets } objectifs probablement atteints, { $number } sur { $wanted }
    ({ $units }) au { $until }. Les plans commencent le { $day }.
no-decision-bare = <b>Si personne ne décide, </b>rien ne commence. Les plans commencent le { $day }.
left = <b>Ce qui reste à la sortie, en instructeurs du pays hôte : </b>{ $options }.
hosts = { $letter } { $number }
