# ما هو كل رقم، بالكلمات؛ ويسبقه صاحبه (common.of).
# -- مما تذكره البعثة
units-wanted = الوحدات المطلوبة بحلول { $day }
units-floor = الوحدات التي يجب أن تبقى بعد الخروج
options-screened = الخيارات المحصورة والمفروزة
options-checked = الخيارات التي خُططت وحوكيت كاملة قبل استبعادها
options-wrong = الخيارات التي أخطأ فيها التقييم السريع
options-shown = الخيارات المعروضة
replications = عمليات المحاكاة لكل خيار
looks-beyond-exit = السنوات بعد الخروج التي تُقيَّم عندها الحدود الدنيا
fill-floor = نسبة أسابيع الوظائف التي يُعد الشغل دونها إخفاقًا
insists = احتمال التمسّك بالشرط: { $condition }
planned-with = المعتمد في التخطيط
price-of-learning = تكلفة المعرفة
dropped = الخيارات المستبعدة
dropped-for = الخيارات المستبعدة للسبب { $place }
dropped-cost = تكلفة الخيارات المستبعدة للسبب { $place }
overrun = التكلفة منسوبةً إلى المخطط
learns = ما يبقى من المدربين للعدد نفسه من المتدربين بعد تضاعف عدد الدورات المقامة
judgements-factor = عرض سحب النطاقات المفترضة، بمضاعفات العرض المكتوب
judgements-widened = النطاقات المستندة إلى افتراضات وحدها
judgements-ranges = جميع النطاقات
# -- الصفحة الأولى
targets-count = الأهداف
floors-count = الحدود الدنيا المطلوبة بعد الخروج
likely-targets = الأهداف التي تُبلغ في نصف عمليات المحاكاة على الأقل
likely-floors = الحدود الدنيا التي تبقى في نصف عمليات المحاكاة على الأقل
manned = نسبة المشغول من أسابيع الوظائف اللازمة
at-a-time = الأفراد الأجانب في البلد في وقت واحد، في المتوسط
objection = احتمال أن يعترض طرف واحد على الأقل
# -- النتائج
graduates = الخريجون حتى النهاية
trained = المدرَّبون حتى النهاية، بطريقة عدّ البعثة
serials-held = الدورات المقامة
serials-lost = الدورات الضائعة
serials-late = الدورات المقامة متأخرة
person-weeks = أسابيع الأفراد الأجانب
cost-before-overrun = التكلفة حتى الخروج قبل أي تجاوز
cost-fully-manned = التكلفة حتى الخروج لو شُغلت كل الوظائف
cost-a-graduate = التكلفة حتى الخروج لكل خريج
cost-beyond = التكلفة على البلد المضيف بعد الخروج
paid-by-nations = التكلفة حتى الخروج التي تدفعها الدول
paid-by-common-fund = التكلفة حتى الخروج التي يدفعها الصندوق المشترك
paid-by-trust-fund = التكلفة حتى الخروج التي يدفعها الصندوق الاستئماني
paid-in = التكلفة حتى الخروج المدفوعة في { $year }
paid-by-host = التكلفة حتى الخروج التي يدفعها البلد المضيف
lost-site-closed = الدورات الضائعة: الموقع مغلق
lost-site-not-open = الدورات الضائعة: الموقع لم يُفتح
lost-mission-paused = الدورات الضائعة: البعثة متوقفة
lost-after-exit = الدورات الضائعة: بعد الخروج
lost-instructors = الدورات الضائعة: المدربون
lost-trainees = الدورات الضائعة: المتدربون
lost-rooms = الدورات الضائعة: القاعات
units-planned = { $title }، الوحدات المخططة بحلول { $day }
chance-target = { $title }، احتمال وجود { $wanted } من الوحدات بحلول { $day }
chance-floor = { $title }، احتمال بقاء { $wanted } من الوحدات بحلول { $day }
units = { $title }، الوحدات بحلول { $day }
units-added = { $title }، الوحدات بحلول { $day } زيادة على ما يكون بعدم القيام بشيء
ends-chance = احتمال أن { $which ->
    [one] يقع الحدث «{ $event }» فينهيه قبل أوانه
   *[any] ينهيه حدث ما قبل أوانه
}
ends-weeks = الأسابيع من يومه الأول إلى خروجه، الوسيط، حيث { $which ->
    [one] يقع الحدث «{ $event }» فينهيه قبل أوانه
   *[any] ينهيه حدث ما قبل أوانه
}
fewest = العدد الذي يعمل الاستعراض أثره دونه
fill-risk = احتمال أن يُشغل أقل من { $share } من أسابيع الوظائف
regret = الأسف على { $criterion }، المئين 90
intake-needed = { $title }، الخريجون في السنة اللازمون لبقاء الحد الأدنى
intake-planned = { $title }، الخريجون المخططون في السنة
minus = { $of } ناقص { $to }
difference = { $criterion }
better = نسبة عمليات المحاكاة الأفضل في { $criterion }
# -- الوظائف
ask = الطلب الإضافي { $place }، { $role }
ask-post-weeks = أسابيع الوظائف التي يسدها الطلب الإضافي { $place }
needed = الوظائف الأجنبية اللازمة عند الذروة
needed-trainers = المدربون اللازمون عند الذروة
needed-advisers = المستشارون اللازمون عند الذروة
needed-command = وظائف القيادة عند الذروة
needed-tail = وظائف الإسناد عند الذروة
needed-per-trainer = مجموع الوظائف الأجنبية لكل مدرب أو مستشار
burden-carries = { $party }، نصيبه مما هو مشغول
burden-load = { $party }، نسبة ما يُستعمل من عروضه
burden-brings = { $party }، ما يضيفه في المتوسط إلى أي مجموعة أطراف (شابلي)، نسبة من الكل
burden-missed = { $party }، نسبة ما يضيع من دونه مما يستطيع الجميع شغله
fill-arrived = نسبة أسابيع الوظائف التي تشغلها عروض وصل أفرادها
fill-confirmed = نسبة أسابيع الوظائف التي تشغلها عروض مؤكدة
fill-pledged = نسبة أسابيع الوظائف التي تشغلها عروض متعهَّد بها
fill-indicated = نسبة أسابيع الوظائف التي تشغلها عروض معلنة مبدئيًا
fill-open = نسبة أسابيع الوظائف التي لا يعرض أحد شغلها
fill-critical-open = أسابيع الوظائف الحرجة التي لا يعرض أحد شغلها
fill-counted = نسبة أسابيع الوظائف التي تعوّل فيها الخطة على أفراد مما تسمح به العروض
posts-peak = { $role } في { $site }، الوظائف عند الذروة
posts-open = { $role } في { $site }، نسبة الشاغر من أسابيع الوظائف
posts-arrived = { $line }، نسبة أسابيع الوظائف التي تشغلها عروض وصل أفرادها
posts-confirmed = { $line }، نسبة أسابيع الوظائف التي تشغلها عروض مؤكدة
posts-pledged = { $line }، نسبة أسابيع الوظائف التي تشغلها عروض متعهَّد بها
posts-indicated = { $line }، نسبة أسابيع الوظائف التي تشغلها عروض معلنة مبدئيًا
# -- القوائم
targets = الأهداف
missed = الأهداف التي تفوّتها الخطة
missed-of = الأهداف الفائتة التي يقيّدها: { $limit }
serials-left = الدورات التي تعذر وضعها
serials-of = الدورات المخططة من { $course }
gap = فجوة بحث مرحلة { $stage } إلى الحد المثبت
open = ما قد يوفره بحث أفضل من قصور خطة مرحلة { $stage }
parties = أنواع الأطراف التي تعلن شروطًا
refusing = أنواع الأطراف التي يُطلب منها ما لا تقبله
# -- الاحتمال
replays = عمليات المحاكاة المعادة لكل خيار
best-on = الأفضل في { $criterion }
ahead = درجة الثقة بأن متوسط { $first } يسبق فعلًا متوسط { $second }
jointly = أدنى درجة ثقة بأن الترتيب كله صحيح
indifference = الفرق الجدير بالتمييز
probability = احتمال أن يفي الاستبعاد بوعده
elimination-needed = عمليات المحاكاة التي احتاج إليها الاستبعاد
elimination-played = عمليات المحاكاة المجراة
spread = { $criterion }، الانحراف المعياري
details = { $criterion }، نسبة التباين الآتية من المدخلات غير المؤكدة (فترة ثقة 95{ "\u200E" }%{ "\u200E" })
left = { $criterion }، الانحراف المعياري الذي تتركه العشوائية وحدها
# -- التقييم
bar = الشرط الذي يستوفيه الخيار الجيد في { $criterion }، كما أُعلن
good = نسبة عمليات المحاكاة التي يستوفي فيها كل شرط
learning = معرفة { $detail }
information-value = الكسب في القيمة، بالنقاط من 100
information-floor = أكبر ما أظهره مدخل لا أثر له
information-money = القيمة النقدية للكسب
information-changes = عمليات المحاكاة التي يُختار فيها خيار آخر
information-targets = الأهداف المكتسبة، بالنقاط
information-floors = الحدود الدنيا المكتسبة، بالنقاط
information-cost = ارتفاع التكلفة
information-agreed = الكسب في احتمال خيار جيد متفق عليه، بالنقاط
stance-supports = { $party }، احتمال أن يؤيد
stance-acquiesces = { $party }، احتمال أن يقبل ضمنًا
stance-caveat = { $party }، احتمال أن يقبل ضمنًا بتحفّظ
stance-breaks = { $party }، احتمال أن يعترض
stance-any-breaks = { $party }، احتمال أن يعترض أي طرف من هذا النوع
agreement-chance = احتمال ألا يعترض أحد
agreement-apart = الاحتمال نفسه لو قررت الأطراف كل على حدة
agreement-together = الاحتمال نفسه لو قررت معًا
agreement-majority = للمقارنة: احتمال أن يقبل الطرف الأوسط
agreement-filled = احتمال شغل عدد كافٍ من الوظائف إذا اتُّفق عليه
agreement-agreed-and-filled = احتمال أن يُتفق عليه وتُشغل وظائفه
agreement-agreed-and-good = احتمال أن يُتفق عليه وأن يكون جيدًا
agreement-pivotal = نسبة عمليات المحاكاة التي يعترض فيها نوع واحد وحده
agreement-shifted-cost = نسبة التكلفة التي تتركها التحفّظات للآخرين
agreement-shifted-posts = نسبة الوظائف التي تتركها التحفّظات للآخرين
agreement-blocking = نسبة عمليات المحاكاة التي تعترض فيها المجموعة المعطِّلة { $place } دون غيرها
agreement-amended = احتمال ألا يعترض أحد مع التعديل { $place }
weight = متوسط وزن { $criterion }
rank = نسبة الأوزان وعمليات المحاكاة التي يأتي فيها في المرتبة { $rank }
confidence = احتمال أن يأتي أولًا عند أوزانه المركزية
central = الوزن المركزي لمعيار { $criterion }
swing-at-low = متوسط { $criterion } حيث يقع { $quantity } في عُشره الأدنى
swing-at-high = متوسط { $criterion } حيث يقع { $quantity } في عُشره الأعلى
swing-index = نسبة ما يفسره { $quantity } من تباين { $criterion }
# -- أرقام الجمل التي صاغتها المراحل: موضوع الجملة
figure-in = { $about }: { $clause }
# خيار في وسط جملة.
option-in-words = الخيار { $letter }
said-dominated = متفوَّق عليه
said-binds = العامل المقيِّد
said-why = سبب بقاء وظائف { $line } شاغرة
said-left = سبب تعذر وضع دورات
said-fails = متى يخفق
said-amendment = التعديل { $place }
said-frontier = ما يتيحه المال
said-switch = أين ينقلب الترتيب
said-warning = تنبيه بشأن الخيارات
said-dropped = سبب استبعاد خيارات
said-asked = السبب المانع لما هو مطلوب
said-unmet = عنصر من الولاية لا يلبيه أي خيار معروض
said-lever = اختيار لا يأخذ به أي خيار معروض
said-shown = سبب العرض
said-position = { $party }: { $stance ->
    [wants] يرغب
   *[will-not-accept] لا يقبل
}
# -- مصدر الأرقام حيث لا يُسمّى حساب من البرنامج
how-stated = مذكور في البعثة
how-published = منشور
how-last-brief = { "\u2066" }study.json{ "\u2069" } من المذكرة السابقة
# -- صفحة خيار
manned-in = التكلفة حتى الخروج مع شغل كل الوظائف، { $of ->
    [year] { $year }
   *[total] المجموع
}
overrun-in = التكلفة حتى الخروج مع شغل كل الوظائف وتجاوز البعثات المماثلة، { $of ->
    [year] { $year }
   *[total] المجموع
}
cost-a-unit = التكلفة حتى الخروج لكل وحدة زيادة على ما يكون بعدم القيام بشيء
hosts-at-exit = مدربو البلد المضيف عند الخروج
risk-missed = { $title }، احتمال { $kind ->
    [target] أن يفوت هدف { $day }
   *[floor] ألا يبقى الحد الأدنى
}
# -- ما يلزم لبلوغ الأهداف
units-filled = { $title }، وحدات مخططة حتى { $day } مع شغل جميع الوظائف
takes-wanted = { $goal }: المطلوب
takes-as-planned = { $goal }: في خطة الخيار مع شغل جميع الوظائف
takes-reached = { $goal }: في الخطة الموضوعة له
takes-posts = { $goal }: الوظائف الأجنبية عند الذروة في الخطة الموضوعة له
takes-cost = { $goal }: الكلفة حتى الخروج للخطة الموضوعة له، قبل أي تجاوز
takes-later = { $goal }: أسابيع يتأخر بها بلوغه
takes-lacking = { $goal }: أشخاص لم يعرضهم أحد، أكبر عدد في وقت واحد
takes-role = { $goal }: { $role } لم يعرضهم أحد، أكبر عدد في وقت واحد
grown-more = وظائف مسموح بها فوق السقف
grown-posts = الوظائف الأجنبية عند الذروة مع السماح بـ { $more } إضافية
grown-met = أهداف وحدود دنيا مستوفاة في الخطة مع السماح بـ { $more } إضافية
grown-outcome = الأهداف المبلوغة مع السماح بـ { $more } وظائف إضافية، وكلها مشغولة
grown-cost = الكلفة حتى الخروج مع السماح بـ { $more } وظائف إضافية، وكلها مشغولة
said-hopeless = ما لا يُرجَّح أن يبلغه أي خيار
posts-at = الوظائف الأجنبية المطلوبة في { $site } عند ذروتها هناك
