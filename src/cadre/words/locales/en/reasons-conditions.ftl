# Conditions of parties on an option.
bounded = { $attribute ->
    [cost] cost
    [posts] posts
    [posts-in-country] posts in country
    [years] years
   *[other] { $attribute }
} { $comparison ->
    [at-most] at most
   *[at-least] at least
} { $bound }
    .bound = the bound
# A lever with the choices of which one is meant.
chosen = { $lever } { $choices }
