# ما يرد في الصفحة الأولى من الأسباب: ما لا يلبيه أي خيار، وما يمنع ما طُلب.
rule-forbids = تمنعه قاعدة: { $because }
asked-twice = تطلب عناصر التكليف اختيارات مختلفة في { $lever }
none-chooses = ليس في أي خيار معروض { $choices }
none-finishes = لا يُنجز أي خيار معروض «{ $project }»
none-holds = لا يقيم أي خيار معروض دورة تخدمه
element-unmet = «{ $element }»: { $why }
