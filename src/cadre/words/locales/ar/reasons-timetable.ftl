as-late-as = { $on-time }؛ وحتى في الأسبوع { $week }: { $late }
    .week = آخر أسبوع يجوز أن تبدأ فيه
expected = متوقعة في الأسبوع { $week }
    .week = الأسبوع المتوقعة فيه
pinned = مثبتة في الأسبوع { $week }
    .week = الأسبوع المثبتة فيه
cannot-start = لا يمكن أن تبدأ عندئذ
makes-way = تفسح المجال: { $why }
serve-others = يُستعمل الآن مدربوها وقاعاتها لدورات أخرى
waits-for-dropped = تنتظر { $held }، وقد أُسقطت
waits-for = تنتظر { $held }، التي تنتهي في الأسبوع { $week }
    .week = الأسبوع الذي تنتهي فيه { $held }
waits-for-unplanned = ما يجب أن يسبقها غير مخطط
site-opens = يُفتح { $site } في الأسبوع { $week }
    .week = الأسبوع الذي يُفتح فيه { $site }
site-never-opens = لا يُفتح { $site } أبدًا
weeks-closed = { $last ->
        [none] الأسبوع { $first } مغلق
       *[other] الأسابيع { $first } إلى { $last } مغلقة
    }{ $site ->
        [none] {""}
       *[other] {" "}في { $site }
    }
    .first = أول أسبوع مغلق
    .last = آخر أسبوع مغلق
held-only-in = لا يقام { $course } إلا في { $periods }
not-over-by = لا تنتهي بحلول الأسبوع { $week }
    .week = الأسبوع الذي يجب أن تنتهي بحلوله
no-room = لا متاح من { $facility } في { $site } في { $last ->
        [none] الأسبوع { $first }
       *[other] الأسابيع { $first } إلى { $last }
    } (الناقص { $short })
    .first = أول أسبوع بلا متاح من { $facility } في { $site }
    .last = آخر أسبوع بلا متاح من { $facility } في { $site }
    .short = الناقص من { $facility } في { $site }
people-short = ينقص { $short } من { $skill }{ $foreign ->
        [yes] {" "}(أجانب)
       *[no] {""}
    } في { $site } في { $last ->
        [none] الأسبوع { $first }
       *[other] الأسابيع { $first } إلى { $last }
    }{ $holders ->
        [none] {""}
       *[other] {" "}({ $holders })
    }
    .short = الناقص من { $skill } في { $site }
    .first = أول أسبوع ينقص فيه { $skill } في { $site }
    .last = آخر أسبوع ينقص فيه { $skill } في { $site }
holders = عدد حامليها عندئذ { $there }، ومن يغادر منهم قبل النهاية { $leave }، ومن هم مشغولون { $taken }
    .there = حاملو المهارة عندئذ
    .leave = من يغادر منهم قبل النهاية
    .taken = من هم مشغولون منهم
nobody-throughout = لا يبقى أي مدرب طوال الدورة
cannot-stay-to-end = لا يستطيع أفرادها البقاء حتى نهايتها
