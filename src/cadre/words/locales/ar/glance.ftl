# الخيارات في لمحة، في الصفحة الأولى: جدول لا يزيد على سبعة صفوف.
title = الخيارات في لمحة: وسيطات ونطاقات (8 من كل 10 عمليات محاكاة)
column = المحصلة
targets = الأهداف المرجَّح بلوغها
units = { $units } في { $day }
floors = الحدود الدنيا المرجَّح بقاؤها بعد الخروج بمدة { $years ->
    [one] سنة واحدة ({ $years })
    [two] سنتين ({ $years })
    [few] { $years } سنوات
   *[other] { $years } سنة
}
cost = التكلفة حتى الخروج، لجميع الدافعين
people = الأجانب في البلد معًا، تقريبًا
posts = الوظائف الأجنبية عند الذروة، والمشغول
objection = اعتراض، وفق مواقف مفترضة
out-of = { $number } من { $whole }
at-a-time = { $people }، لمدة { $years ->
    [one] سنة واحدة ({ $years })
    [two] سنتين ({ $years })
    [few] { $years } سنوات
   *[other] { $years } سنة
}
nobody = لا أحد
no-posts = لا وظائف
needed = { $needed }، المشغول { $manned }
reading = القيم وسيطات عمليات محاكاة عددها { $futures }. المرجَّح: ما يتحقق في نصفها على الأقل.
none-assumed = لا اعتراض مفترضًا
likely = مرجَّح ({ $chance })
less-likely = أقل ترجيحًا ({ $chance })
