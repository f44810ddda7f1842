# Conditions des parties sur une option.
bounded = { $attribute ->
    [cost] coût
    [posts] postes
    [posts-in-country] postes dans le pays
    [years] années
   *[other] { $attribute }
} { $comparison ->
    [at-most] au plus
   *[at-least] au moins
} { $bound }
    .bound = la limite
# Un levier avec les choix dont un est visé.
chosen = { $lever } { $choices }
