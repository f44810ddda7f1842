# شروط الأطراف على الخيار.
bounded = { $attribute ->
    [cost] الكلفة
    [posts] الوظائف
    [posts-in-country] الوظائف في البلد
    [years] السنوات
   *[other] { $attribute }
} { $comparison ->
    [at-most] لا تزيد على
   *[at-least] لا تقل عن
} { $bound }
    .bound = الحد
chosen = { $lever } { $choices }
