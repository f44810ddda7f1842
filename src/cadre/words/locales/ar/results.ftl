# الملاحق: القدرات عبر الزمن، والجدول الزمني، والمال، والفروق، والمواقف، والمسائل.
capability = القدرات عبر الزمن، والأهداف والحدود الدنيا
goal = الهدف أو الحد الأدنى
goals = الأهداف والحدود الدنيا
goals-note =
    الوحدات الموجودة: الوسيط (نطاق 80{ "\u200E" }%{ "\u200E" })؛ واحتمال بلوغ الهدف أو بقاء الحد الأدنى (فترة ثقة 95{ "\u200E" }%{ "\u200E" }، بحسب عدد عمليات المحاكاة)؛
    والوحدات التي يخططها البرنامج؛ وما يقيّدها.
target = { $title }: { $units } بحلول { $day }
floor = { $title }: { $units } تبقى بعد الخروج
chance = <small>الاحتمال </small>{ $chance }
added = <small>زيادة على عدم القيام بشيء </small>{ $units }
planned = <small>المخطط </small>{ $units }
planned-course = <small>المخطط </small>{ $units }<small>، مساق لا يقام</small>
planned-seats = <small>المخطط </small>{ $units }<small>، المقاعد</small>
planned-instructors = <small>المخطط </small>{ $units }<small>، المدربون</small>
planned-trainees = <small>المخطط </small>{ $units }<small>، المتدربون</small>
planned-site = <small>المخطط </small>{ $units }<small>، الموقع</small>
planned-ceiling = <small>المخطط </small>{ $units }<small>، السقف</small>
planned-time = <small>المخطط </small>{ $units }<small>، الوقت</small>
timetable = الجدول الزمني
timetable-note = الأشرطة المحدَّدة دورات: بيضاء حيث ينقص مدرب، وداكنة حيث تتأخر عن المخطط؛ والخط المتقطع هو الخروج.
timetable-search =
    الخيار { $letter }: توقف البحث عن الجدول الزمني، وحدّه أدنى بمقدار { $lower }: فقد يعود هذا القدر من التأخر إلى البحث.
nothing-held = لا يقيم الخيار { $letter } أي مساق ولا أي مشروع.
left-out = الخيار { $letter }: عدد الدورات التي تعذر وضعها { $count }. وهي مذكورة في المصنَّف.
left-out-why = الخيار { $letter }: عدد الدورات التي تعذر وضعها { $count }، وأكثر الأسباب: { $why }. وهي مذكورة في المصنَّف.
costs = التكلفة بحسب الجهة الدافعة
cost-to-exit = التكلفة حتى الخروج
simulated-cost = التكلفة في المحاكاة
cost-before-overrun = التكلفة حتى الخروج قبل أي تجاوز
cost = التكلفة حتى الخروج، شاملة أي تجاوز
cost-fully-manned = التكلفة نفسها لو شُغلت كل الوظائف
cost-a-graduate = التكلفة حتى الخروج لكل خريج
cost-beyond = التكلفة على البلد المضيف بعد الخروج، على حدة
by-year = التكلفة حتى الخروج بحسب السنة
paid-in = المدفوع في
days = من { $from } إلى { $to }
by-year-note =
    الوسيط (نطاق 80{ "\u200E" }%{ "\u200E" }). ويُحسب كل أسبوع في سنة يومه الأول. ومجموع السنوات في كل محاكاة هو التكلفة حتى الخروج؛ ولا يلزم ذلك في
    وسيطاتها.
median = الوسيط (نطاق 80{ "\u200E" }%{ "\u200E" }).
not-discounted = غير مخصومة.
overrun =
    تُضرب التكلفة حتى الخروج، لجميع الدافعين، في كل محاكاة في معامل تجاوز قدره { $overrun }، مأخوذ من { $source ->
    [comparable] بعثات مماثلة ({ $why })
   *[own] تقدير البعثة نفسها
}. وتبقى التكلفة من دونه في الخطط وفي شروط الأطراف المتعلقة بالتكلفة.
differences = مقارنةً بعدم القيام بشيء وبعضها ببعض
criterion = المعيار
no-nothing = عدم القيام بشيء ليس من بين الخيارات.
minus-nothing = الخيار ناقص عدم القيام بشيء، محاكاة بعد محاكاة: الوسيط (نطاق 80{ "\u200E" }%{ "\u200E" })، ومدى تكرار أن يكون الخيار أفضل
better = أفضل في { $share }
better-as-planned = غير متمايزين؛ وهو وفق الخطة أفضل في { $share }
positions = المواقف المعلنة
what-parties-state = ما تعلنه أنواع الأطراف
column-party = نوع الطرف
column-stance = الموقف
column-condition = الشرط على الخيار
column-insists = احتمال التمسّك به
column-basis = السند
stance-wants = يرغب
stance-will-not-accept = لا يقبل
questions = جميع المسائل المفتوحة
no-question = لم تُكتب أي مسألة.
