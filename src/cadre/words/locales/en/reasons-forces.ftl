# -- why an offer does not fit; these read after a number of offers, too: "2 not at the school"
choice-needed = only if { $lever } is { $choices }
cost-needed = only if the cost is { $comparison ->
        [at-most] at most
       *[at-least] at least
    } { $bound }{ $known ->
        [no] , not known yet
       *[yes] {""}
    }
    .bound = the cost that is asked for
extent-needed = { $attribute ->
        [years] only if the presence in years is
        [posts-in-country] only if posts in country are
       *[posts] only if posts are
    } { $comparison ->
        [at-most] at most
       *[at-least] at least
    } { $bound }{ $known ->
        [no] , not known yet
       *[yes] {""}
    }
    .bound = { $attribute ->
        [years] years that are asked for
        [posts-in-country] posts in country that are asked for
       *[posts] posts that are asked for
    }
other-role = for { $role }
other-rank = of rank { $given }, too far from { $wanted }
language-missing = without { $language }
not-at-site = not at { $site }
only-from = only from { $day }
only-until = only until { $day }
no-whole-week = only { $begins } to { $ends }, no whole week
part-time-elsewhen = part-time, there in other weeks
full-use = in full use
people-left = with people left that the search did not place
no-post = no post of { $role }
# -- why posts stay open
no-offer = no offer for this role
offers-against = { $offers ->
        [one] { $offers } offer
       *[other] { $offers } offers
    } for this role: { $against }
    .offers = offers for this role
against = { $offers } { $why }
    .offers = offers { $why }
not-firm = { $people } of { $offer } only { $state ->
        [indicated] indicated
       *[pledged] pledged
    }
    .people = people of { $offer }, only { $state ->
        [indicated] indicated
       *[pledged] pledged
    }
# -- why a stint of an older plan does not stay
offer-withdrawn = offer withdrawn
not-asked-for = post no longer asked for
fewer-offered = only { $people } people at a time
    .people = people at a time
fewer-asked-for = only { $posts } asked for
    .posts = posts asked for
