# Where it would be.
title = Where it would be
site = Site
posts = Foreign posts needed at each site at their peak
map = Sites and foreign posts at their peak, option { $letter }
map-alt =
    A map of the sites that say where they lie, north at the top, points sized by the foreign posts of option { $letter }
    at their peak there: { $told }.
name = { $title }: { $posts }
kilometres = { $length } km
north = N ↑
