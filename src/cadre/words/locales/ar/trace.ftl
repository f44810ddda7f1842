# من أين يأتي رقم في مذكرة.
head-id = المعرّف
head-computed = حسبه
head-made-of = مكوّن من
head-inputs = المدخلات
head-rests-on = يستند إلى
head-study = الدراسة
in-print = { $id }، وفي المطبوع [{ $ref }]
input = { $path } = { $value }
input-set = { $path } = { $value } (يحدده الخيار)
study = البذرة { $seed }، عمليات المحاكاة { $replications }، الجهد { $effort }، بصمة البعثة { "\u2066" }sha256 { $digest }…{ "\u2069" }، { $versions }
unknown-figure = رقم منشور لا تتضمنه حزمة البعثة
unknown-statement = إفادة لا يتضمنها السجل
published = منشور
