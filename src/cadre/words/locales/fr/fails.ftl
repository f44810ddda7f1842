# Quand chaque option échoue, en page deux.
title = Quand chaque option échoue
not-judged = Non jugé dans cette étude.
no-bar =
    Aucune exigence n’est fixée : fixez-en une sous preferences.bars pour que les options soient dites bonnes ou en
    échec.
bars = Une option échoue lorsqu’elle ne satisfait pas à une exigence : { $bars }.
