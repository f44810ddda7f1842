# صفحة الخيار: الفكرة والأيام والمخاطر والمال وما يبقى ومن عليه أن يتحرك.
title = الخيار { $letter }: { $name }
concept = <b>الفكرة. </b>{ $choices }.
as-asked = هذا هو المطلوب كما طُلب.
why-shown = سبب عرضه: { $why }
who = <b>من يفعل ماذا. </b>الوظائف الأجنبية عند الذروة: { $parts }. تشغلها، بالعروض الحالية: { $filled }؛ وما لا يعرضه أحد
    { $open } من أسابيع الوظائف.
trainers = المدربون { $number }
advisers = المستشارون { $number }
command = القيادة { $number }
tail = الإسناد { $number }
fills = { $party } ({ $share } من المشغول)
nobody = لا أحد
no-posts = <b>من يفعل ماذا. </b>لا يحتاج إلى وظائف أجنبية.
for = <b>له: </b>{ $what }
against = <b>عليه: </b>{ $what }
when = من القرار إلى الخروج
timeline = أيام الخطة؛ وما يُبلغ، في نصف عمليات المحاكاة على الأقل
column-day = اليوم
column-what = ماذا
meeting = <b>قرار. </b>{ $by } ({ $expected ->
    [decides] قرار
    [may-decide] قرار محتمل
   *[discusses] نقاش منتظر
}): { $about }.
first-posts = <b>الأفراد. </b>موعد شغل أولى الوظائف.
most-posts = موعد شغل أكثر الوظائف: { $needed } وظيفة أجنبية.
first-course = <b>الدورات. </b>تبدأ الأولى: { $course }.
last-course-before = تبدأ آخر دورة.
last-course-after = بعد الخروج يدرّس البلد بنفسه؛ وتبدأ آخر دورة مخططة.
first-units = <b>أول نتيجة. </b>{ $units }: أول ما يزيد على الموجود في البداية.
all-units = <b>النتيجة الكاملة. </b>{ $units }: يوجد كل المطلوب وعدده { $wanted }.
no-first-units = <b>أول نتيجة. </b>{ $units }: لا زيادة على الموجود في البداية في معظم عمليات المحاكاة.
no-all-units = <b>النتيجة الكاملة. </b>{ $units }: لا يوجد كل المطلوب وعدده { $wanted } في معظم عمليات المحاكاة.
exit = <b>الخروج. </b>تنتهي؛ والاستمرار يلزمه قرار جديد.
risks = المخاطر: ما احتمالها، وبأي علامة تُعرف، وعلى من أن يتصرف
column-risk = ما قد يسوء
column-chance = الاحتمال
column-sign = بأي علامة
column-owner = على من أن يتصرف
no-risk = لا شيء مما تظهره المحاكاة
risk-target = أقل من { $wanted } ({ $units }) في { $day }
risk-floor = يبقى أقل من { $wanted } ({ $units }) بعد الخروج
risk-posts = يُشغل أقل من { $floor } من الوظائف
risk-event = { $event }
risk-objection = يعترض طرف، وأولهم: { $who }
sign-target = النتائج في مواعيد الأهداف
sign-floor = العدّ بعد الخروج بسنوات عددها { $years }
sign-posts = عروض لم تتأكد؛ وأكثرها طلبًا: { $first }
sign-offers = عروض لم تتأكد
sign-chance = يُعرف في { $day }
sign-hazard = قد يقع في أي أسبوع
sign-review = مراجعة { $day }
sign-objection = { $day ->
    [none] ما تقوله الأطراف حين تُسأل
   *[other] ما تقوله الأطراف حتى { $day }
}
ask = { $role } ({ $people })
no-owner = يُسمّى لاحقًا
by-year = الكلفة حتى الخروج، سنة بسنة
column-year = السنة
column-manned-in = كل الوظائف مشغولة، بالأسعار المقدّرة
column-overrun-in = كذلك، مع تجاوز الكلفة في بعثات مماثلة
column-cost-in = بالوظائف التي يشغلها الأفراد
in-all = <b>المجموع</b>
cost-a-graduate = <b>كلفة الخريج: </b>{ $cost }.
cost-a-unit = <b>كلفة كل فريق أو وحدة ما كانت لتوجد دون البعثة: </b>{ $cost }.
after = ما يبقى، ومن عليه أن يتحرك أولًا
stays = <b>ما يبقى: </b>{ $what }.
nothing-stays = <b>ما يبقى: </b>لم يُكتب حد أدنى لما بعد الخروج، ولا يُعدّ شيء.
floor = { $units }، { $floor } على الأقل: الاحتمال { $chance }
hosts = مدربو البلد نفسه عند الخروج: { $number }
beyond = الكلفة على البلد بعد الخروج { $cost }
moves = <b>من عليه أن يتحرك أولًا: </b>{ $what }.
nobody-moves = <b>من عليه أن يتحرك أولًا: </b>لا أحد، غير ما عُرض وأُعلن.
accept = على { $party } قبول ما هو مرفوض ({ $what })
amended = أو يُغيَّر إلى { $changes } (وعندئذ لا يعترض أحد في { $chance })
asks = يلزم من يعرض { $what }
ask-at = { $role } ({ $people })، { $site }، ابتداءً من { $day }
