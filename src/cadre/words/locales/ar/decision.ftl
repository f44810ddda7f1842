# ما يُطلب البت فيه، في الصفحة الأولى.
title = المطلوب، وما يُبتّ فيه ومتى
asked = <b>المطلوب: </b>{ $asks }{ $parties ->
    [by-of] { " " }(الجهة الطالبة: { $by }؛ الجهة المطلوب منها: { $of })
    [by] { " " }(الجهة الطالبة: { $by })
    [of] { " " }(الجهة المطلوب منها: { $of })
   *[none] { "" }
}.
according = <b>من قال ذلك: </b>{ $who }
says-named = { $named ->
    [yes] { $by }
   *[no] مصدر مذكور بالاسم
}
says-official = { $named ->
    [yes] { $by }
   *[no] مصدر رسمي
}
says-unnamed = { $named ->
    [yes] { $by }، دون ذكر الأسماء
   *[no] مصدر لم يُذكر اسمه
}
says-declined-to-comment = { $named ->
    [yes] امتناع عن التعليق: { $by }
   *[no] امتنع أحد الأطراف عن التعليق
}
says-denied = { $named ->
    [yes] نفي من: { $by }
   *[no] جرى نفي ذلك
}
says-derived = استنتاج المخطِّط
says-assumption = افتراض المخطِّط نفسه
asked-is = <b>كما طُلب: </b>الخيار { $letter }{ $left ->
    [none] .
   *[some] ؛ تركته الولاية مفتوحًا: { $left }.
}
asked-is-none = <b>لا يوجد خيار كما طُلب: </b>{ $why }.
met-by-none = <b>لا يلبيه أي خيار معروض: </b>{ $elements }.
excluded = المستبعد: { $what }.
meeting = { $day }، { $by } ({ $expected ->
    [decides] قرار
    [may-decide] قرار محتمل
   *[discusses] نقاش منتظر
}): { $about }
told-by = { " " }({ $who })
needs-choices = <b>ما يلزم اختياره: </b>{ $levers }.
needs-facts = ما يمكن معرفته حتى ذلك الحين من المسائل المفتوحة: { $count }.
needs-nothing = لا يلزم لذلك شيء من المسائل المفتوحة.
known-later = مسائل مفتوحة لا تُعرف إلا بعد ذلك أو لا يُعلم متى تُعرف: { $count }.
no-meeting = <b>مواعيد البت: </b>لا تذكر الولاية أي اجتماع؛ ولم يُحدَّد لأحد موعد للبت.
