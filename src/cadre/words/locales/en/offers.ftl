# Offers against posts, on page two.
title = Offers against posts
column-option = Option
column-arrived = Arrived
column-confirmed = Confirmed
column-pledged = Pledged
column-indicated = Indicated
column-open = Unfilled
column-critical = Unfilled critical post-weeks
column-counted = Plan counts on
column-come = Filled
column-first = Priority shortfalls
note =
    <small>Share of the post-weeks needed that offers fill, by how firm they are. Only people who have arrived teach;
    an indication or a pledge is not a person. The plan counts
    on everybody offered on the posts that it then has; filled is the share of the post-weeks needed that are
    filled in the simulated futures, with the 80 % range.</small>
no-ask = nothing: every post is filled
more = { $count } more
