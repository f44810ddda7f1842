# ما ليس معروفًا، في الصفحة الأولى، والأسئلة في الملحق.
title = ما ليس معروفًا، وما ينبغي معرفته أولًا
column-open = المسألة المفتوحة
column-planned-with = المعتمد في التخطيط
column-known-by = تُعرف الإجابة في
column-price = بنحو
column-owner = الجهة المسؤولة
column-worth = لو عُرفت لتغيّر الخيار في
none = لا تذكر الولاية أي مسألة مفتوحة؛ ويسرد السجل ما هو مفترض.
for-deciders = <b>عليكم البت في: </b>{ $questions }
more = { $count ->
    [one] وثمة مسألة مفتوحة أخرى في الملحق.
    [two] وثمة مسألتان مفتوحتان أخريان في الملحق.
    [few] وثمة { $count } مسائل مفتوحة أخرى في الملحق.
    [many] وثمة { $count } مسألة مفتوحة أخرى في الملحق.
   *[other] وثمة { $count } مسألة مفتوحة أخرى في الملحق.
}
worthless = وحيث لا تُذكر نسبة، فإن معرفة الإجابة لا تغيّر الاختيار في عمليات المحاكاة هذه.
not-asked = <b>لم يُسأل عنه بعد: </b>{ $title }
first = { $detail } (معرفته تغيّر الاختيار في { $changes } من عمليات المحاكاة)
no-day = لا موعد
nobody = لا أحد
no-future = لا شيء منها
after-the-last = <small>بعد القرار الأخير</small>
brings-targets = الأهداف { "\u200E" }{ $shown } من النقاط
brings-floors = الحدود الدنيا { "\u200E" }{ $shown } من النقاط
brings-cost = التكلفة { "\u200E" }{ $shown }
brings-money = القيمة { "\u200E" }{ $shown }
brings-agreed = متفق عليه وجيد { "\u200E" }{ $shown } من النقاط
less-than-it-costs = <small>، أقل من تكلفتها</small>
priorities =
    ومعرفة وزن كل معيار تغيّر الاختيار في { $changes } من الأولويات الممكنة، وقيمة ذلك من النقاط { $value } من 100.
planned = المعتمد في التخطيط: { $quantity }.
per-month = { $shown } في الشهر
per-week = { $shown } في الأسبوع
per-people-a-year = الأفراد في السنة: { $shown }
per-times-a-year = المرات في السنة: { $shown }
per-weeks = بالأسابيع: { $shown }
per-people = الأفراد: { $shown }
learned-no-day = لا يُعرف موعد يمكن فيه معرفة الإجابة؛ { $owned ->
    [named] الجهة المسؤولة: { $owner }
   *[none] ولم تُسمَّ جهة مسؤولة
}.
learned = يمكن أن تُعرف الإجابة في { $day }{ $priced ->
    [yes] ، بنحو { $price }
   *[no] { "" }
}{ $late ->
    [yes] ، <b>بعد القرار الأخير</b>
   *[no] { "" }
}؛ { $owned ->
    [named] الجهة المسؤولة: { $owner }
   *[none] ولم تُسمَّ جهة مسؤولة
}.
