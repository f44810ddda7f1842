# ما يبقى بعد رحيل آخر مدرب، وأيام المراجعة.
title = الخروج ومواعيد المراجعة والمؤشرات
no-floor = <b>ما يدوم. </b>لم يُكتب حد أدنى.
floor = { $floor } ({ $units }): { $chances }
lasting = <b>ما يدوم. </b>أقل الحدود الدنيا احتمالًا بعد الخروج، واحتماله: { $floors }.
ended = احتمال الانتهاء قبل الأوان: { $options }.
dated = <b>{ $day }: </b>{ $what }
meeting = { $by } ({ $expected ->
    [decides] قرار
    [may-decide] قرار محتمل
   *[discusses] نقاش منتظر
}): { $about }.
signpost = تلزم المراجعة إذا قل العدد ({ $units }) عن { $numbers }: فذلك أسوأ من 9 من كل 10 عمليات محاكاة للخيار.
review = مراجعة: إذا قل ما يوجد عن { $number } ({ $kind ->
    [units] { $of }
   *[graduates] خريجون من { $of }
})، { $does ->
    [ends] تنتهي البعثة
    [delays] لا يبدأ جديد لبعض الوقت
   *[shrinks] تتقلص البعثة
}.
exit = خروج { $options }: لا استمرار إلا بقرار جديد، لا تلقائيًا.
