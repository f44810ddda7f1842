# لماذا يتفوق خيار على آخر، ومتى يخفق، وما يتيحه المال، ومن يوافق، وما يقلب ترتيب الخيارات.
# فرق في معيار ليست له عبارات خاصة (criteria.ID.more و.less).
differs = { $more ->
    [yes] يزيد
   *[no] ينقص
} في { $criterion } بمقدار { $unit ->
    [points] { $by ->
    [one] نقطة واحدة ({ $by })
    [two] نقطتين ({ $by })
    [few] { $by } نقاط
   *[other] { $by } نقطة
}
   *[other] { $by }
}
    .by = الفرق في { $criterion }
worse-than = مقارنةً بالخيار { $by } فهو { $worse }، وليس أفضل في أي معيار.
less-certain = مقارنةً بالخيار { $by } فهو يحقق الشيء نفسه في المتوسط، وهو أقل يقينًا في { $criteria }، وليس أفضل في أي معيار.
fails-rarely = لا يكاد <b>{ $option }</b> يخفق: في { $failing } من عمليات المحاكاة.
    .failing = نسبة عمليات المحاكاة التي يخفق فيها
fails-always = يخفق <b>{ $option }</b> أيًّا كان ما يحدث تقريبًا: في { $failing } من عمليات المحاكاة.
    .failing = نسبة عمليات المحاكاة التي يخفق فيها
fails-anyhow = يخفق <b>{ $option }</b> في { $failing } من عمليات المحاكاة؛ ولا تفسر ذلك مجموعة صغيرة من الشروط.
    .failing = نسبة عمليات المحاكاة التي يخفق فيها
fails-under = يخفق <b>{ $option }</b>{ $surely ->
        [yes] {""}
       *[no] {" "}أكثر
    } في هذه الأحوال: { $conditions }: وذلك في { $density } من عمليات المحاكاة هذه، مقابل { $failing } من جميعها؛ وفيها { $coverage } من حالات إخفاقه.
    .density = نسبة عمليات المحاكاة التي يخفق فيها في هذه الأحوال
    .failing = نسبة عمليات المحاكاة التي يخفق فيها
    .coverage = نسبة حالات إخفاقه الواقعة في هذه الأحوال
value-lies = { $quantity }: { $low ->
    [none] أقل من { $unit ->
        [length] { $high ->
    [one] أسبوع واحد ({ $high })
    [two] أسبوعين ({ $high })
    [few] { $high } أسابيع
    [many] { $high } أسبوعًا
   *[other] { $high } أسبوع
}
        [rate] { $high ->
    [one] مرة واحدة ({ $high })
    [two] مرتين ({ $high })
    [few] { $high } مرات
   *[other] { $high } مرة
}
        [share-a-week] { $high } في الأسبوع
        [share-a-month] { $high } في الشهر
       *[other] { $high }
    }
   *[some] { $high ->
        [none] أكثر من { $unit ->
            [length] { $low ->
    [one] أسبوع واحد ({ $low })
    [two] أسبوعين ({ $low })
    [few] { $low } أسابيع
    [many] { $low } أسبوعًا
   *[other] { $low } أسبوع
}
            [rate] { $low ->
    [one] مرة واحدة ({ $low })
    [two] مرتين ({ $low })
    [few] { $low } مرات
   *[other] { $low } مرة
}
            [share-a-week] { $low } في الأسبوع
            [share-a-month] { $low } في الشهر
           *[other] { $low }
        }
       *[some] بين { $low } و{ $unit ->
            [length] { $high ->
    [one] أسبوع واحد ({ $high })
    [two] أسبوعين ({ $high })
    [few] { $high } أسابيع
    [many] { $high } أسبوعًا
   *[other] { $high } أسبوع
}
            [rate] { $high ->
    [one] مرة واحدة ({ $high })
    [two] مرتين ({ $high })
    [few] { $high } مرات
   *[other] { $high } مرة
}
            [share-a-week] { $high } في الأسبوع
            [share-a-month] { $high } في الشهر
           *[other] { $high }
        }
    }
}
    .low = { $quantity }، الحد الأدنى
    .high = { $quantity }، الحد الأعلى
day-lies = { $quantity }: { $low ->
    [none] قبل { $high }
   *[some] { $high ->
        [none] بعد { $low }
       *[some] بين { $low } و{ $high }
    }
}
event-happens = { $happens ->
    [yes] وقوع هذا الحدث: { $event }
   *[no] عدم وقوع هذا الحدث: { $event }
}
gain = { $by ->
    [one] نقطة واحدة ({ $by })
    [two] نقطتين ({ $by })
    [few] { $by } نقاط
   *[other] { $by } نقطة
} من { $criterion ->
    [outcome] الأهداف
    [lasting] الحدود الدنيا
   *[other] { $criterion }
}{ $a-point ->
    [none] {""}
   *[some] {" "}({ $a-point } للنقطة)
}
    .by = نقاط { $criterion }
    .a-point = تكلفة نقطة من { $criterion }
money-buys = من { $cheaper } إلى { $dearer }، بزيادة { $cost }: { $more ->
    [none] لا مكسب تستطيع عمليات المحاكاة هذه إظهاره
   *[some] المكسب { $more }
}{ $less ->
    [none] {""}
   *[some] ، والخسارة { $less }
}.
    .cost = تكلفة { $dearer } زيادة على { $cheaper }
moved = { $becomes } بدلًا من { $was }
would-be-agreed = مع { $moved } يُتفق على { $option } باحتمال { $chance }؛ { $loses ->
    [none] ولا يخسر شيئًا
   *[some] وهو { $loses }
}.
    .chance = احتمال أن يُتفق عليه
nobody-objects = لم يعلن أي طرف شيئًا يجعله يعترض على { $option }. وإذا اتُّفق عليه فاحتمال شغل { $floor } من وظائفه هو { $filled }.
    .floor = نسبة الوظائف المراد شغلها
    .filled = احتمال شغل هذا القدر من الوظائف إذا اتُّفق عليه
silence-holds = احتمال ألا يعترض أحد على { $option } هو { $chance }؛ وأكثر ما يأتي الاعتراض من { $broken-by }.{ $filled ->
        [none] {""}
       *[some] {" "}وإذا اتُّفق عليه فاحتمال شغل { $floor } من وظائفه هو { $filled }.
    }
    .chance = احتمال ألا يعترض أحد
    .floor = نسبة الوظائف المراد شغلها
    .filled = احتمال شغل هذا القدر من الوظائف إذا اتُّفق عليه
value-turns = { $quantity }: من { $unit ->
    [length] { $at ->
    [one] أسبوع واحد ({ $at })
    [two] أسبوعين ({ $at })
    [few] { $at } أسابيع
    [many] { $at } أسبوعًا
   *[other] { $at } أسبوع
}
    [rate] { $at ->
    [one] مرة واحدة ({ $at })
    [two] مرتين ({ $at })
    [few] { $at } مرات
   *[other] { $at } مرة
}
    [share-a-week] { $at } في الأسبوع
    [share-a-month] { $at } في الشهر
   *[other] { $at }
} فصاعدًا يتقدم { $above }، وتحت ذلك { $below }.
    .at = { $quantity }، القيمة التي يتقدم عندها خيار آخر
day-turns = { $quantity }: من { $at } فصاعدًا يتقدم { $above }، وقبل ذلك { $below }.
weight-turns = وزن معيار { $criterion }: من { $at } فصاعدًا يتقدم { $above }، وتحت ذلك { $below }.
    .at = وزن معيار { $criterion } الذي يتقدم عنده خيار آخر
not-worth-learning = { $detail } – لا تغيّر معرفته الاختيار في عمليات المحاكاة هذه.
worth-learning = { $detail } – لو عُرف قبل القرار: { $changes }{ $price ->
    [none] {""}
   *[some] ؛ وتكلفة معرفته { $price }
}{ $known-by ->
    [none] {""}
   *[some] ؛ ويمكن أن يُعرف في { $known-by }{ $late ->
        [yes] ، بعد آخر اجتماع يقرر: فليُجعل القرار معلقًا عليه
       *[no] {""}
    }
}.
    .price = تكلفة المعرفة
choice-changes = يقع الاختيار على خيار آخر في { $futures } من عمليات المحاكاة، وهذا في المتوسط على امتدادها كلها { $gains }
    .futures = نسبة عمليات المحاكاة التي يُختار فيها خيار آخر
value-gained = يُكسب { $by ->
    [one] نقطة واحدة ({ $by })
    [two] نقطتين ({ $by })
    [few] { $by } نقاط
   *[other] { $by } نقطة
} من القيمة
    .by = نقاط القيمة المكتسبة
turned = { $criterion ->
    [cost] { $more ->
        [yes] يزيد التكلفة بمقدار { $by }
       *[no] يخفض التكلفة بمقدار { $by }
    }
   *[other] { $more ->
        [yes] يُكسب
       *[no] يُفقد
    } { $unit ->
        [points] { $by ->
    [one] نقطة واحدة ({ $by })
    [two] نقطتين ({ $by })
    [few] { $by } نقاط
   *[other] { $by } نقطة
}
       *[other] { $by }
    } من { $criterion ->
        [outcome] الأهداف
        [lasting] الحدود الدنيا
       *[other] { $criterion }
    }
}
    .by = التغيّر في { $criterion }
agreed-rises = يرتفع احتمال خيار جيد متفق عليه بمقدار { $by ->
    [one] نقطة واحدة ({ $by })
    [two] نقطتين ({ $by })
    [few] { $by } نقاط
   *[other] { $by } نقطة
}
    .by = النقاط التي يرتفع بها احتمال خيار جيد متفق عليه
