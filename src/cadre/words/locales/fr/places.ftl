# Où cela se tiendrait.
title = Où cela se tiendrait
site = Site
posts = Postes étrangers nécessaires à chaque site, au maximum
map = Sites et postes étrangers au maximum, option { $letter }
map-alt =
    Une carte des sites dont le lieu est donné, le nord en haut, points à la mesure des postes étrangers de l’option
    { $letter } au maximum sur place : { $told }.
name = { $title } : { $posts }
kilometres = { $length } km
north = N ↑
