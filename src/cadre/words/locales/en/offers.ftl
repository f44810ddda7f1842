# Offers against posts, on page two.
title = Offers against posts
column-option = Option
column-arrived = Arrived
column-confirmed = Confirmed
column-pledged = Pledged
column-indicated = Indicated
column-open = Open
column-critical = Critical post-weeks open
column-counted = Plan counts on
column-come = Come
column-first = Priority shortfalls
note =
    <small>Share of the post-weeks needed that offers fill, by how firm they are. Only people who have arrived teach;
    an indication or a pledge is not a person. The last two shares are of the posts of the plan that offers allow: it
    counts on everybody offered there; how many come, person by person, is simulated, with the 80 % range.</small>
no-ask = nothing: every post is filled
more = { $count } more
