# ما يرد في الصفحة الأولى من الأسباب: لماذا يتفوق خيار على آخر، وما الذي يتيحه المال.
differs = { $more ->
    [yes] يزيد
   *[no] ينقص
} في { $criterion } بمقدار { $by }{ $unit ->
    [points] {" "}نقطة
   *[other] {""}
}
worse-than = مقارنةً بالخيار { $by } فهو { $worse }، وليس أفضل في شيء.
less-certain = مقارنةً بالخيار { $by } فهو يحقق الشيء نفسه في المتوسط، وهو أقل يقينًا في { $criteria }، وليس أفضل في شيء.
gain = { $by } نقطة من { $criterion ->
    [outcome] الأهداف
    [lasting] الحدود الدنيا
   *[other] { $criterion }
}{ $a-point ->
    [none] {""}
   *[some] {" "}({ $a-point } للنقطة)
}
money-buys = من { $cheaper } إلى { $dearer }، بزيادة { $cost }: { $more ->
    [none] لا مكسب يمكن لعمليات المحاكاة هذه أن تميّزه
   *[some] المكسب { $more }
}{ $less ->
    [none] {""}
   *[some] ، والخسارة { $less }
}.
value-turns = { $quantity }: من { $at }{ $unit ->
    [length] {" "}أسابيع
    [rate] {" "}مرات
    [share-a-week] {" "}في الأسبوع
    [share-a-month] {" "}في الشهر
   *[other] {""}
} فصاعدًا يتقدم { $above }، وتحت ذلك { $below }.
day-turns = { $quantity }: من { $at } فصاعدًا يتقدم { $above }، وقبل ذلك { $below }.
weight-turns = وزن معيار { $criterion }: من { $at } فصاعدًا يتقدم { $above }، وتحت ذلك { $below }.
fails-rarely = لا يكاد يخفق <b>{ $option }</b>: في { $failing } من عمليات المحاكاة.
fails-always = يخفق <b>{ $option }</b> أيًّا كان ما يحدث تقريبًا: في { $failing } من عمليات المحاكاة.
fails-anyhow = يخفق <b>{ $option }</b> في { $failing } من عمليات المحاكاة؛ ولا تفسّر متى ذلك شروط قليلة.
fails-under =
    { $surely ->
        [yes] يخفق
       *[no] يزيد إخفاق
    } <b>{ $option }</b> حين: { $conditions }: في { $density } من هذه الحالات، مقابل { $failing } من كلها؛ وفيها { $coverage } من
    إخفاقاته.
value-lies = { $quantity } { $low ->
    [none] دون { $high }
   *[some] { $high ->
        [none] فوق { $low }
       *[some] بين { $low } و{ $high }
    }
}{ $unit ->
    [length] {" "}أسابيع
    [rate] {" "}مرات
    [share-a-week] {" "}في الأسبوع
    [share-a-month] {" "}في الشهر
   *[other] {""}
}
day-lies = { $quantity } { $low ->
    [none] قبل { $high }
   *[some] { $high ->
        [none] بعد { $low }
       *[some] بين { $low } و{ $high }
    }
}
event-happens = { $happens ->
    [yes] { $event }
   *[no] لا يقع أن { $event }
}
