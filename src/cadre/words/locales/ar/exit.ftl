# ما يبقى بعد رحيل آخر مدرب، ومواعيد الاستعراض.
title = الخروج ومواعيد الاستعراض والمؤشرات
no-floor = <b>ما يدوم. </b>لم يُكتب أي حد أدنى.
floor = { $floor } { $units }: { $chances }
lasting = <b>ما يدوم. </b>الحد الأدنى الأقل ترجيحًا أن يبقى بعد الخروج، واحتماله: { $floors }.
ended = احتمال الانتهاء قبل الأوان: { $options }.
dated = <b>{ $day }: </b>{ $what }
meeting = { $by } ({ $expected ->
    [decides] قرار
    [may-decide] قرار محتمل
   *[discusses] نقاش منتظر
}): { $about }.
signpost = يُعاد النظر إذا قل عدد { $units } عن { $numbers }: فذلك أسوأ مما في 9 من كل 10 من عمليات محاكاة الخيار.
review = استعراض: إذا وُجد أقل من { $number } ({ $kind ->
        [units] { $of }
       *[graduates] خريجو { $of }
    })، { $does ->
        [ends] تنتهي البعثة
        [delays] لا يبدأ جديد إلى حين
       *[shrinks] تتقلص البعثة
    }.
exit = خروج { $options }: لا استمرار إلا بقرار جديد، لا تلقائيًا.
