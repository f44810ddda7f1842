# Conditions des parties sur une option.
at-most = { $attribute } au plus { $bound }
at-least = { $attribute } au moins { $bound }
chosen = { $lever } { $choices }
attribute-cost = coût
attribute-posts = postes
attribute-posts-in-country = postes dans le pays
attribute-years = années
