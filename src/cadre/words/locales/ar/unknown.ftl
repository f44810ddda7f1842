# ما ليس معروفًا، في الصفحة الأولى، والأسئلة في الملحق.
title = ما ليس معروفًا، وما ينبغي معرفته أولًا
column-open = السؤال المفتوح
column-planned-with = المعتمد في التخطيط
column-known-by = تُعرف الإجابة في
column-price = بنحو
column-owner = الجهة المسؤولة
column-worth = لو عُرفت لتغيّر الخيار في
none = لا يذكر التكليف أي أمر مفتوح؛ ويسرد السجل ما هو مفترض.
for-deciders = <b>عليكم البت في: </b>{ $questions }
more = { $count ->
    [one] وثمة سؤال مفتوح آخر في الملحق.
    [two] وثمة سؤالان مفتوحان آخران في الملحق.
    [few] وثمة { $count } أسئلة مفتوحة أخرى في الملحق.
    [many] وثمة { $count } سؤالًا مفتوحًا آخر في الملحق.
   *[other] وثمة { $count } سؤال مفتوح آخر في الملحق.
}
worthless = وحيث لا تُذكر نسبة، لا تغيّر معرفة الإجابة أي اختيار يمكن لعمليات المحاكاة هذه أن تميّزه.
not-asked = <b>لم يُسأل عنه بعد: </b>{ $title }
first = { $detail } (معرفته تغيّر الاختيار في { $changes } من عمليات المحاكاة)
no-day = لا موعد
nobody = لا أحد
no-future = لا شيء منها
after-the-last = <small>بعد القرار الأخير</small>
brings-targets = الأهداف { "\u200E" }{ $shown } نقطة
brings-floors = الحدود الدنيا { "\u200E" }{ $shown } نقطة
brings-cost = الكلفة { "\u200E" }{ $shown }
brings-money = القيمة { "\u200E" }{ $shown }
brings-agreed = متفق عليه وجيد { "\u200E" }{ $shown } نقطة
less-than-it-costs = <small>، أقل من كلفتها</small>
priorities =
    ومعرفة وزن كل معيار تغيّر الاختيار في { $changes } من الأولويات الممكنة، وقيمة ذلك { $value } نقطة من 100.
planned = المعتمد في التخطيط: { $quantity }.
per-month = { $shown } في الشهر
per-week = { $shown } في الأسبوع
per-people-a-year = { $shown } فرد في السنة
per-times-a-year = { $shown } مرة في السنة
per-weeks = { $shown } أسبوع
per-people = { $shown } فرد
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
