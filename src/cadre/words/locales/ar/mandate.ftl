# ملحق الولاية: كيف يلبي كل خيار ما تذكره، وما يعوق كل خيار.
title = ما تذكره الولاية، وما يعوق كل خيار
caption = كل عنصر من عناصر الولاية في كل خيار
column-element = ما تذكره الولاية، وما يلبيه
note = <small>وسيط الوحدات الموجودة في آخر موعد للأهداف، من المطلوب منها؛ وفي المشاريع: موعد إنجازها المتوقع.</small>
element-first = { $element }: { $served }
element-next = – { $served }
ruled-out = <small>مستبعد</small>
not-chosen = <small>لا</small>
not-measured = <small>غير مقيس</small>
no-target = <small>لا هدف</small>
units-of = { $units } من { $wanted }
not-served = <small>غير ملبّى</small>
not-finished = <small>غير منجز</small>
serials = { $serials }<small> من الدورات</small>
reaches-all = <b>{ $letter }: </b>تبلغ خطته جميع الأهداف؛ وما قد يسوء بعد ذلك مرده إلى المصادفة.
misses =
    <b>{ $letter } </b>مخطط له أن يفوّت { $missed } من أصل { $targets } من الأهداف{ $searched ->
    [by-seconds] ؛ وقد توقف البحث، وحدّه أدنى بمقدار { $lower }: فقد يعود ما يبلغ هذا القدر إلى البحث، وقد تكشف ثوانٍ أكثر ({ "\u2066" }`--seconds`{ "\u2069" }) عن خطة أفضل
    [by-work] ؛ وقد توقف البحث، وحدّه أدنى بمقدار { $lower }: فقد يعود ما يبلغ هذا القدر إلى البحث، وقد يكشف جهد أكبر ({ "\u2066" }`--effort`{ "\u2069" }) عن خطة أفضل
   *[whole] { "" }
}؛ { $bound ->
    [known] والعامل المقيِّد: { $limits }
   *[none] ولم يوجد عامل مقيِّد
}.
limit-seats = مقاعد المساقات ({ $count })
limit-instructors = المدربون ({ $count })
limit-trainees = المتدربون ({ $count })
limit-site = المواقع ({ $count })
limit-ceiling = سقف الوظائف ({ $count })
limit-course = مساق لا يقام ({ $count })
limit-time = الوقت ({ $count })
limit-other = { $limit } ({ $count })
