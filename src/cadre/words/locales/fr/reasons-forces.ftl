# -- pourquoi une offre ne convient pas ; se lit aussi après un nombre d’offres : « 2 pas à l’école »
choice-needed = seulement si { $lever } : { $choices }
cost-needed = seulement si le coût est { $comparison ->
        [at-most] d’au plus
       *[at-least] d’au moins
    } { $bound }{ $known ->
        [no] , non encore connu
       *[yes] {""}
    }
    .bound = coût demandé
extent-needed = { $attribute ->
        [years] seulement si la présence en années est
        [posts-in-country] seulement si le nombre de postes dans le pays est
       *[posts] seulement si le nombre de postes est
    } { $comparison ->
        [at-most] d’au plus
       *[at-least] d’au moins
    } { $bound }{ $known ->
        [no] , non encore connu
       *[yes] {""}
    }
    .bound = { $attribute ->
        [years] années demandées
        [posts-in-country] postes dans le pays demandés
       *[posts] postes demandés
    }
other-role = pour la fonction { $role }
other-rank = de grade { $given }, trop éloigné de { $wanted }
language-missing = sans la langue { $language }
not-at-site = pas à { $site }
only-from = seulement à partir du { $day }
only-until = seulement jusqu’au { $day }
no-whole-week = seulement du { $begins } au { $ends }, sans semaine entière
part-time-elsewhen = à temps partiel, présent d’autres semaines
full-use = déjà pleinement employé
people-left = avec du personnel de reste que la recherche n’a pas placé
no-post = aucun poste de la fonction { $role }
# -- pourquoi des postes restent vacants
no-offer = aucune offre pour cette fonction
offers-against = { $offers ->
        [one] { $offers } offre
       *[other] { $offers } offres
    } pour cette fonction : { $against }
    .offers = offres pour cette fonction
against = { $offers } { $why }
    .offers = offres { $why }
not-firm = { $people } de { $offer }, seulement { $state ->
        [indicated] évoqués
       *[pledged] promis
    }
    .people = personnel de { $offer }, seulement { $state ->
        [indicated] évoqué
       *[pledged] promis
    }
# -- pourquoi un séjour d’un ancien plan n’est pas maintenu
offer-withdrawn = offre retirée
not-asked-for = poste qui n’est plus demandé
fewer-offered = seulement { $people } personnes à la fois
    .people = personnes à la fois
fewer-asked-for = seulement { $posts ->
        [one] { $posts } poste demandé
       *[other] { $posts } postes demandés
    }
    .posts = postes demandés
