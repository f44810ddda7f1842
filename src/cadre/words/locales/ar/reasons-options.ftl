# أي الخيارات يعرضها الفريق، وما لا يلبيه أي خيار.
as-asked = كما طُلب{ $derived ->
    [yes] {" "}(الاختيارات التي تأتي بما يذكره التكليف)
   *[no] {""}
}{ $left-open ->
    [none] {""}
   *[some] ؛ ومن { $left-open } مما تُرك مفتوحًا ما يبلغ الأكثر بأقل كلفة
}{ $least ->
    [yes] ؛ وهو أيضًا أقل ما يلبي التكليف
   *[no] {""}
}
nearest-to-asked = الأقرب إلى المطلوب: يلبي { $answered } من عناصر التكليف وعددها { $of }{ $least ->
    [yes] ؛ وهو أيضًا أقل ما يفعل ذلك
   *[no] {""}
}
    .answered = عناصر التكليف التي يلبيها
    .of = عناصر التكليف التي تطلب اختيارًا
least-that-serves = أرخص ما يخدم التكليف
least-that-answers = أقل ما يلبي { $answered } من عناصر التكليف وعددها { $of }
    .answered = عناصر التكليف التي يلبيها
    .of = عناصر التكليف التي تطلب اختيارًا
pinned-by-planner = يُعرض كما يريد المخطِّط
differs-in-one = مثل { $other }، لكن { $choice }{ $changes ->
    [none] : لا يتغير شيء خارج التشويش
   *[some] : { $changes }
}
not-beaten-in-full = حين خُطِّط وحوكي كاملًا لم يتفوق عليه أي خيار معروض (وكان التقييم السريع قد استبعده)
better-in-full = حين خُطِّط وحوكي كاملًا تبيّن أنه أفضل في كل شيء من { $other } (وكان التقييم السريع قد استبعده)
worse-in-full = حين خُطِّط وحوكي كاملًا تبيّن أنه أسوأ في كل شيء من { $by }: { $worse }
no-place-left = حين خُطِّط وحوكي كاملًا لم يكن أسوأ من المعروض، وهو بقدر ما تتسع له صفحة
none-shown-with = { $choice }: أفضلها { $option }، { $why }
none-with = { $choice }: { $why }
pin-cannot-be-done = يُراد عرض { $option }، لكن { $why }
rule-forbids = تمنعه قاعدة: { $because }
asked-twice = تطلب عناصر التكليف اختيارات مختلفة في { $lever }
none-chooses = ليس في أي خيار معروض { $choices }
none-finishes = لا يُنجز أي خيار معروض «{ $project }»
none-holds = لا يقيم أي خيار معروض دورة تخدمه
element-unmet = «{ $element }»: { $why }
