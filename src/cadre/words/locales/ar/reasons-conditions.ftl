# شروط الأطراف على خيار.
bounded = { $attribute ->
    [cost] التكلفة
    [posts] الوظائف
    [posts-in-country] الوظائف في البلد
    [years] السنوات
   *[other] { $attribute }
} { $comparison ->
    [at-most] لا تزيد على
   *[at-least] لا تقل عن
} { $bound }
    .bound = الحد
# بند اختيار مع الاختيارات المقصود واحد منها.
chosen = { $lever } { $choices }
