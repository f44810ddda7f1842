# أي الخيارات يعرضها ركن التخطيط، وما لا يلبيه أي خيار.
as-asked = كما طُلب{ $derived ->
    [yes] {" "}(الاختيارات التي تأتي بما تذكره الولاية)
   *[no] {""}
}{ $left-open ->
    [none] {""}
   *[some] ؛ وفيما تُرك مفتوحًا ({ $left-open }): ما يبلغ أكثر بأقل تكلفة
}{ $least ->
    [yes] ؛ وهو أيضًا أقل ما يلبي الولاية
   *[no] {""}
}
nearest-to-asked = الأقرب إلى ما هو مطلوب: يلبي { $answered } من أصل { $of } من عناصر الولاية{ $least ->
    [yes] ؛ وهو أيضًا أقل ما يفعل ذلك
   *[no] {""}
}
    .answered = عناصر الولاية التي يلبيها
    .of = عناصر الولاية التي تطلب اختيارًا
least-that-serves = أقل الخيارات تكلفة مما يلبي الولاية
least-that-answers = أقل ما يلبي { $answered } من أصل { $of } من عناصر الولاية
    .answered = عناصر الولاية التي يلبيها
    .of = عناصر الولاية التي تطلب اختيارًا
pinned-by-planner = معروض بطلب من المخطِّط
differs-in-one = مثل { $other }، لكن { $choice }{ $changes ->
    [none] : لا يتغير شيء يتجاوز الضوضاء الإحصائية
   *[some] : { $changes }
}
not-beaten-in-full = خُطط وحوكي كاملًا فلا خيار معروضًا أفضل منه (وكان التقييم السريع قد استبعده)
better-in-full = خُطط وحوكي كاملًا فكان أفضل في كل شيء من { $other } (وكان التقييم السريع قد استبعده)
worse-in-full = خُطط وحوكي كاملًا فكان أسوأ في كل شيء من { $by }: { $worse }
no-place-left = خُطط وحوكي كاملًا فلم يكن أسوأ من المعروضة، وهي بقدر ما تتسع له الصفحة
rule-forbids = تمنعه قاعدة: { $because }
asked-twice = تطلب عناصر الولاية اختيارات مختلفة في { $lever }
none-chooses = ليس في أي خيار معروض { $choices }
none-finishes = لا يُنجز أي خيار معروض «{ $project }»
none-holds = لا يقيم أي خيار معروض مساقًا يخدمه
element-unmet = «{ $element }»: { $why }
none-shown-with = { $choice }: أفضل ما فيه { $option }، { $why }
none-with = { $choice }: { $why }
pin-cannot-be-done = كان ينبغي عرض { $option }، لكن { $why }
