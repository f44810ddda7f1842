# Pourquoi une option est dominée, quand elle échoue, ce qu’achète l’argent, qui s’accorde, ce qui change l’ordre.
# Écart selon un critère sans tournures à lui (criteria.ID.more et .less).
differs = a { $by }{ $unit ->
    [points] {" "}{ $by ->
        [one] point
       *[other] points
    }
   *[other] {""}
} { $more ->
    [yes] de plus
   *[no] de moins
} ({ $criterion })
    .by = écart ({ $criterion })
worse-than = Comparée à { $by }, elle { $worse }, et n’est meilleure sur aucun critère.
less-certain =
    Comparée à { $by }, elle donne en moyenne autant, est moins sûre ({ $criteria }), et n’est meilleure sur aucun critère.
fails-rarely = <b>{ $option }</b> n’échoue presque jamais : dans { $failing } des simulations.
    .failing = part des simulations où elle échoue
fails-always = <b>{ $option }</b> échoue presque quoi qu’il arrive : dans { $failing } des simulations.
    .failing = part des simulations où elle échoue
fails-anyhow =
    <b>{ $option }</b> échoue dans { $failing } des simulations, sans qu’un petit nombre de conditions dise lesquelles.
    .failing = part des simulations où elle échoue
fails-under =
    <b>{ $option }</b> échoue { $surely ->
        [yes] {""}
       *[no] plus souvent{" "}
    }sous ces conditions : { $conditions } ; cela dans { $density } de ces simulations, contre { $failing } de toutes ; elles
    contiennent { $coverage } de ses échecs.
    .density = part des simulations où ces conditions sont réunies et où elle échoue
    .failing = part des simulations où elle échoue
    .coverage = part de ses échecs où ces conditions sont réunies
value-lies = { $quantity } : { $low ->
    [none] moins de { $high }{ $unit ->
        [length] {" "}{ $high ->
            [one] semaine
           *[other] semaines
        }
        [rate] {" fois"}
        [share-a-week] {" par semaine"}
        [share-a-month] {" par mois"}
       *[other] {""}
    }
   *[some] { $high ->
        [none] plus de { $low }
       *[some] entre { $low } et { $high }
    }{ $unit ->
        [length] {" "}{ $low ->
            [one] { $high ->
                [none] semaine
               *[some] semaines
            }
           *[other] semaines
        }
        [rate] {" fois"}
        [share-a-week] {" par semaine"}
        [share-a-month] {" par mois"}
       *[other] {""}
    }
}
    .low = { $quantity }, limite inférieure
    .high = { $quantity }, limite supérieure
day-lies = { $quantity } : { $low ->
    [none] avant le { $high }
   *[some] { $high ->
        [none] après le { $low }
       *[some] entre le { $low } et le { $high }
    }
}
event-happens = { $happens ->
    [yes] { $event }
   *[no] l’événement n’a pas lieu : { $event }
}
gain = { $by } { $by ->
    [one] point
   *[other] points
} { $criterion ->
    [outcome] des objectifs
    [lasting] des seuils
   *[other] ({ $criterion })
}{ $a-point ->
    [none] {""}
   *[some] {" "}({ $a-point } le point)
}
    .by = points ({ $criterion })
    .a-point = coût d’un point ({ $criterion })
money-buys = De { $cheaper } à { $dearer }, { $cost } de plus { $more ->
    [none] ne procurent rien que ces simulations permettent de déceler
   *[some] procurent { $more }
}{ $less ->
    [none] {""}
   *[some] {" "}et font perdre { $less }
}.
    .cost = coût de { $dearer } au-delà de celui de { $cheaper }
moved = { $becomes } au lieu de { $was }
would-be-agreed = Avec { $moved }, { $option } serait approuvée avec une probabilité de { $chance } ; { $loses ->
    [none] elle ne perd rien
   *[some] elle { $loses }
}.
    .chance = probabilité qu’elle soit approuvée
nobody-objects =
    Aucune partie n’a rien déclaré qui la ferait s’opposer à { $option }. En cas d’accord, la probabilité que
    { $floor } de ses postes soient pourvus est de { $filled }.
    .floor = part des postes à pourvoir
    .filled = probabilité que tant de postes soient pourvus en cas d’accord
silence-holds =
    La probabilité que personne ne s’oppose à { $option } est de { $chance } ; le plus souvent, ce sont ces
    parties qui s’opposent : { $broken-by }.{ $filled ->
        [none] {""}
       *[some] {" "}En cas d’accord, la probabilité que { $floor } de ses postes soient pourvus est de { $filled }.
    }
    .chance = probabilité que personne ne s’oppose
    .floor = part des postes à pourvoir
    .filled = probabilité que tant de postes soient pourvus en cas d’accord
value-turns = { $quantity } : à partir de { $at }{ $unit ->
    [length] {" "}{ $at ->
        [one] semaine
       *[other] semaines
    }
    [rate] {" fois"}
    [share-a-week] {" par semaine"}
    [share-a-month] {" par mois"}
   *[other] {""}
}, { $above } l’emporte ; en deçà, { $below }.
    .at = { $quantity }, valeur à partir de laquelle une autre option l’emporte
day-turns = { $quantity } : à partir du { $at }, { $above } l’emporte ; avant, { $below }.
weight-turns = Poids du critère ({ $criterion }) : à partir de { $at }, { $above } l’emporte ; en deçà, { $below }.
    .at = poids ({ $criterion }) à partir duquel une autre option l’emporte
not-worth-learning = { $detail } – le savoir ne change aucun choix, autant que ces simulations permettent d’en juger.
worth-learning = { $detail } – si on le savait avant de décider, { $changes }{ $price ->
    [none] {""}
   *[some] {" "}; l’apprendre coûte { $price }
}{ $known-by ->
    [none] {""}
   *[some] {" "}; on peut le savoir au { $known-by }{ $late ->
        [yes] , après la dernière réunion qui décide : il faut que la décision en dépende
       *[no] {""}
    }
}.
    .price = prix à payer pour l’apprendre
choice-changes =
    une autre option serait choisie dans { $futures } des simulations, ce qui, en moyenne sur toutes, { $gains }
    .futures = part des simulations où une autre option serait choisie
value-gained = fait gagner { $by } { $by ->
    [one] point
   *[other] points
} de valeur
    .by = points de valeur gagnés
turned = { $criterion ->
    [cost] coûte { $by } { $more ->
        [yes] de plus
       *[no] de moins
    }
   *[other] fait { $more ->
        [yes] gagner
       *[no] perdre
    } { $by }{ $unit ->
        [points] {" "}{ $by ->
            [one] point
           *[other] points
        }
       *[other] {""}
    } { $criterion ->
        [outcome] des objectifs
        [lasting] des seuils
       *[other] ({ $criterion })
    }
}
    .by = variation ({ $criterion })
agreed-rises = la probabilité d’une option bonne et approuvée augmente de { $by } { $by ->
    [one] point
   *[other] points
}
    .by = points dont augmente la probabilité d’une option bonne et approuvée
