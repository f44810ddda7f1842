# What leads under which priorities, and what would change that, on page one.
title = What leads, and what would change it
nothing = There are no two options to compare.
first = { $criteria }: { $letters } leads.
equal = { $criteria }: no clear leader among { $letters }.
cannot-tell =
    <b>Over all: these results cannot tell</b> which is best of { $letters }: a longer search for their plans could turn
    the order.
weights-stated = <b>By the priorities stated </b>{ $letter } comes first in { $share } of the futures.
weights-order = <b>By the order of priorities stated </b>{ $letter } comes first in { $share } of cases.
weights-any =
    <b>No priorities are stated. </b>Over all that are possible, each as likely, { $letter } comes first in { $share } of
    cases.
most-often = <b>No option leads under most priorities. </b>Over all that are possible, each as likely, { $letter } comes first most often: in { $share } of
    cases.
change = What would change it: { $what }
to-know = Worth knowing first: { $what }
unfinished =
    All this holds for the plans as they are. A longer search may better them, by up to this share of what they miss:
    { $options }.
