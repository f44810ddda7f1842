# Conditions of parties on an option.
at-most = { $attribute } at most { $bound }
at-least = { $attribute } at least { $bound }
# A lever with the choices of which one is meant.
chosen = { $lever } { $choices }
attribute-cost = cost
attribute-posts = posts
attribute-posts-in-country = posts in country
attribute-years = years
