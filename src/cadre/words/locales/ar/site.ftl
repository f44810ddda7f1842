# الموقع: الصفحات في المتصفح. الأدوار والحالات وأنواع القيود تُسمّى كما يسمّيها البرنامج.
skip = انتقل إلى المحتوى
site = الموقع
language = اللغة
missions = البعثات
people = الأشخاص
account = حسابك
log-in = تسجيل الدخول
log-out = تسجيل الخروج
moment = { $day }، { $time } بالتوقيت العالمي

# الحسابات.
name = الاسم
title = الاسم الكامل
password = كلمة المرور
new-password = كلمة المرور الجديدة
old-password = كلمة المرور الحالية
again = أعد كتابتها
password-rule = 12 حرفًا على الأقل، ليست أرقامًا فقط، ولا كلمة شائعة.
no-password-yet = ليست لديك كلمة مرور بعد أو نسيتها؟ من يدير الحسابات يصنع لك رابطًا.
log-in-failed = الاسم أو كلمة المرور غير صحيح.
too-many-log-ins = فشلت محاولات دخول كثيرة. حاول مجددًا بعد ربع ساعة.
welcome = أهلًا بك
set-password = أنت { $name }. اختر كلمة مرور، وبعدها لا يعمل هذا الرابط.
set-and-log-in = حفظ كلمة المرور والدخول
password-differs = كلمتا المرور مختلفتان.
password-too-short = كلمة المرور قصيرة: 12 حرفًا على الأقل.
password-too-common = كلمة المرور هذه شائعة جدًا.
password-entirely-numeric = كلمة المرور أرقام فقط.
old-password-wrong = كلمة المرور الحالية غير صحيحة.
password-set = تغيّرت كلمة المرور. وانتهت الجلسات الأخرى.
change-password = تغيير كلمة المرور
you-are = { $title }، اسم الدخول { $name }
add-person = إضافة شخص
may-begin = يستطيع بدء بعثات
make-link = صنع رابط جديد
link-made = أرسل هذا الرابط إلى { $title }. يعمل مرة واحدة خلال يوم، ولا يظهر إلا الآن.
close-account = إغلاق الحساب
open-account = فتح الحساب
account-open = مفتوح
account-closed = مغلق
account-new = بلا كلمة مرور بعد
name-not-allowed = الاسم من حروف لاتينية وأرقام ونقاط وشرطات فقط، 60 على الأكثر.
title-missing = اكتب الاسم الكامل، 120 حرفًا على الأكثر.
name-taken = هذا الاسم مأخوذ.

# البعثات والنسخ.
no-missions = ليست لديك بعثة بعد. يستطيع مدير البعثة أن يعطيك دورًا فيها.
begin = بدء بعثة
begun-from = بدأت من الحزمة { $pack }
from-pack = من حزمة أرقام منشورة
pack = الحزمة
from-upload = من ملف
folder-or-workbook = مجلد البعثة (.zip) أو مصنف (.xlsx)، 20 ميغابايت على الأكثر
comment = تعليق
upload = رفع
upload-missing = اختر ملفًا.
upload-too-large = الملف أكبر من { $most } ميغابايت.
reading-ended = تعذّرت قراءة الملف ضمن حدود الذاكرة والوقت. احذف ما لا تحتاج إليه البعثة.
not-saved = لم يُحفظ شيء
what-is-odd = مسموح به، لكن انظر فيه
no-archive =
    .found = ملف ليس أرشيف zip
    .allowed = يجب أن يكون ملف .zip بلا كلمة مرور
    .cure = احزم مجلد البعثة من جديد
too-many-files =
    .found = عدد الملفات { $files }
    .allowed = يجب ألا يزيد على { $most }
    .cure = احزم ملفات البعثة وحدها
no-file-of-a-mission =
    .found = { $name }
    .allowed = يجب أن يكون ملفًا من ملفات البعثة مثل mission.yaml أو ledger.yaml أو offers.csv، مرة واحدة وبلا مجلد آخر
    .cure = احزم ملفات البعثة وحدها؛ السجلات لا تُقبل بعد
unpacks-too-large =
    .found = أرشيف يكبر كثيرًا
    .allowed = يجب ألا يزيد على { $most } ميغابايت بعد فكه
    .cure = احذف ما لا تحتاج إليه البعثة
neither-folder-nor-workbook =
    .found = ملف من نوع آخر
    .allowed = يجب أن يكون مجلد بعثة بصيغة .zip أو مصنفًا بصيغة .xlsx
    .cure = احزم مجلد البعثة بصيغة .zip
overview = نظرة عامة
studies = الدراسات
revisions = النسخ
change = تعديل
roles = الأدوار
audit = سجل التدقيق
revision = النسخة
revision-number = النسخة { $number }
revision-by = النسخة { $number }، { $author }، { $moment }:
saved-at = النسخة { $number }، حُفظت في { $moment }
saved-as = حُفظت نسخةً برقم { $number }
see-changes = انظر ما تغيّر
your-roles = أدوارك:
host = البلد المضيف
starts = تبدأ
lasts = مدتها
weeks = { $count ->
    [zero] { $count } أسبوع
    [one] أسبوع واحد ({ $count })
    [two] أسبوعان ({ $count })
    [few] { $count } أسابيع
    [many] { $count } أسبوعًا
   *[other] { $count } أسبوع
}
asks = المطلوب
decisions = القرارات
wanted = القدرات المطلوبة
capability = القدرة
by-day = الوحدات حتى اليوم
after-exit = الباقي بعد الخروج
offers = العروض
no-offers = لا عرض لكم في هذه البعثة بعد.
offer = العرض
party = الطرف
post = المهمة
how-many = الأشخاص
from = من
until = إلى
state = الحالة
offer-indicated = مبدئي
offer-pledged = متعهد به
offer-confirmed = مؤكد
offer-arrived = وصل
part-courses = الدورات
part-sites = المواقع
part-projects = المشاريع
how-to-change = نزّل النسخة { $number } وعدّلها ثم ارفعها. تُحفظ نسخة جديدة ولا يُمحى شيء.
download-folder = تنزيل كمجلد
download-workbook = تنزيل كمصنف
download-original = تنزيل ما رُفع
save-revision = حفظ نسخة جديدة
overtaken = حفظ غيرك في هذه الأثناء
overtaken-why = لم يُحفظ شيء. بدأت من النسخة { $number }، ومنذ ذلك الحين:
they-changed = ما غيّره غيرك منذ ذلك
you-changed = ما غيّرته أنت
begin-from-newest = ابدأ من أحدث نسخة
when = متى
author = بقلم
changes = ما غيّرته
first-revision = أول نسخة من هذه البعثة.
no-changes = لا فرق عن النسخة السابقة.

# الأدوار.
person = الشخص
role = الدور
role-administrator = مدير
role-planner = مخطط
role-nation = ممثل دولة
role-host = ضابط اتصال البلد المضيف
role-commander = قائد
role-reporter = مقدم تقارير
role-reader = قارئ
give-role = إعطاء دور
take-away = سحب
party-of-nation = الطرف (لممثلي الدول فقط)
nobody-of-that-name = لا أحد بهذا الاسم.
nation-missing = حدّد الطرف الذي يتكلم الممثل باسمه.
last-administrator = لا تبقى بعثة بلا مدير.

# سجل التدقيق.
number = الرقم
what = ماذا
about = الموضوع
before = قبل
after = بعد
did-logged-in = سجّل الدخول
did-set-password = اختار كلمة مرور
did-added-person = أضاف شخصًا
did-made-link = صنع رابطًا
did-closed-account = أغلق حسابًا
did-opened-account = فتح حسابًا
did-appointed = أعطى دورًا
did-dismissed = سحب دورًا
did-saved = حفظ نسخة
did-asked-study = طلب دراسة
did-cancelled-study = ألغى دراسة
did-resumed-study = استأنف دراسة
did-finished-study = أنهى دراسة
did-failed-study = فشلت دراسة
did-released-study = أتاح موجزًا
did-withdrew-study = سحب موجزًا

# الدراسات.
no-studies = لا دراسة يمكنك قراءتها بعد.
study = الدراسة
study-number = الدراسة { $number }
study-of = للنسخة { $number }، البذرة { $seed }، عدد المستقبلات { $futures }
ask-study = طلب دراسة
of-newest = للنسخة { $number }، وهي الأحدث. تستغرق الدراسة الكاملة من دقائق إلى ساعات.
futures = المستقبلات لكل خيار
seed = البذرة
language-of-brief = لغة الموجز
draft = مسودة
as-draft = مسودة: نظرة أولى في جزء من الوقت، مذكور ذلك في كل صفحة
asked-at = طُلبت في
study-queued = تنتظر الحساب
study-running = جارية
study-done = انتهت
study-failed = فشلت
study-cancelled = أُلغيت
stage-screen = فرز الخيارات
stage-plan = تخطيط الخيارات
stage-simulate = المحاكاة
stage-replay = بأعداد عشوائية أخرى
stage-attain = ما يلزم لذلك
stage-write = كتابة الموجز
steps = { $done } من { $total }
gave-up = انتهت ثلاث مرات بلا نتيجة. استأنفها للمحاولة مجددًا.
cancel = إلغاء
resume = استئناف
read-brief = قراءة الموجز
files = الملفات
who-reads = من يستطيع قراءته غيرك
release-warning = يذكر الموجز مواقف الأطراف وعروض الدول. يقرؤه المخططون؛ لا تتحه لدور إلا إن جاز له أن يعرفها.

# أجوبة ما رُفض.
not-found = غير موجود
not-found-what = لا صفحة كهذه، أو ليست لك.
busy = الموقع مشغول
busy-what = يرسل آخرون ملفات الآن. لم يُحفظ شيء؛ أعد الإرسال بعد دقيقة.
broken = في الموقع خلل
broken-what = لم يُحفظ شيء. أخبر من يشغّله متى حدث هذا.
refused = لم يُقبل النموذج
refused-what = إنه قديم جدًا، أو لم يأت من صفحة في هذا الموقع. عد وحمّل الصفحة من جديد ثم أرسله مرة أخرى.

# العروض في جدول.
offers-of = عروض { $party }
offers-preview = ما الذي ستغيّره صفوفك
offers-found = { $found } من { $count }
find = بحث
new-offer = جديد
withdraw = سحب
since = منذ
column-party = الطرف
column-role = المهمة
column-people = الأشخاص
column-begins = من
column-ends = إلى
column-state = الحالة
column-honoured = احتمال حضورهم
column-late = أسابيع التأخر
column-tour = أطول إقامة
column-rank = الرتبة
column-languages = اللغات
column-not-at = ليس في
column-not-for = ليس لأجل
column-only-if = فقط إذا
column-basis = يستند إلى
grid-keys = ينزل مفتاح Enter إلى أسفل، ويصعد Shift+Enter، وينتقل Tab إلى الخلية التالية، وAlt مع سهم في كل اتجاه. يمكن لصق صفوف من جدول بيانات في خلية. لا يُدخل شيء قبل أن ترى ما سيفعله.
pasted-filled = أُلصقت الصفوف ({ $count }). تحقق منها.
pasted-boxed = في الصفوف خلايا أكثر مما يتسع له المكان. هي الآن في المربع أدناه: عاينها.
pasted-refused = لم يُلصق شيء: في الصفوف خلايا أكثر مما يتسع له المكان.
check-changes = التحقق من التغييرات
check-again = التحقق مرة أخرى
enter-offers = { $count ->
    [zero] إدخال الصفوف
    [one] إدخال صف واحد
    [two] إدخال صفين
    [few] إدخال { $count } صفوف
   *[other] إدخال { $count } صفًا
}
leave-it = ترك الأمر
paste-rows = لصق صفوف من جدول بيانات
paste-how = انسخ صفوفًا من جدول بياناتك والصقها هنا، مع صف عناوين أو بترتيب الأعمدة أعلاه، والعرض أولًا (فارغًا إن كان جديدًا). يُعرض كل صف قبل أن يُدخل.
rows = الصفوف
preview = معاينة
pages = الصفحات
page-before = الصفحة السابقة
page-after = الصفحة التالية
page-of = الصفحة { $number } من { $count }
what-columns-mean = معنى الأعمدة
row-new = جديد
row-changed = متغير
row-gone = مسحوب
row-same = كما هو
row-unknown = غير موجود
row-twice = مكرر
was = كان { $before }
offer-is-unknown = لا يوجد عرض { $offer } يمكنك تغييره.
offer-is-twice = صف آخر يتحدث أيضًا عن { $offer }.
changed-meanwhile = غيّر أحدهم هذا في هذه الأثناء، وهو الآن: { $theirs }. تحقق مرة أخرى لتضع ما كتبته مكانه.
row-changed-meanwhile = غيّر أحدهم هذا العرض أو سحبه في هذه الأثناء. تحقق مرة أخرى ليكون كما تريد.
others-saved = حفظ آخرون منذ النسخة { $number }؛ وتُعرض صفوفك الآن مقارنةً بالنسخة { $newest }.
rests-on-offers = شيء آخر في البعثة يستند إلى ما تغيّره. اسأل المخططين.
in-the-way = ما يمنع ذلك
preview-sound = { $count ->
    [zero] لا صف يغيّر شيئًا.
    [one] صف واحد يغيّر شيئًا، ولا خطأ فيه.
    [two] صفان يغيّران شيئًا، ولا خطأ فيهما.
    [few] { $count } صفوف تغيّر شيئًا، ولا خطأ فيها.
   *[other] { $count } صفًا تغيّر شيئًا، ولا خطأ فيها.
}
preview-unsound = لا يمكن إدخال شيء بعد: انظر ما قيل عند الخلايا.
preview-nothing = لا صف يغيّر شيئًا.
preview-same = { $count ->
    [zero] لا صف يقول ما هو مكتوب بالفعل.
    [one] صف واحد يقول ما هو مكتوب بالفعل.
    [two] صفان يقولان ما هو مكتوب بالفعل.
    [few] { $count } صفوف تقول ما هو مكتوب بالفعل.
   *[other] { $count } صفًا تقول ما هو مكتوب بالفعل.
}
pasted-too-many = عدد الصفوف الملصقة { $count }، ولا يؤخذ في المرة أكثر من { $most }. لم يؤخذ أي صف.
pasted-unknown = هذه العناوين لا تسمّي أي عمود ولم تؤخذ خلاياها: { $headings }
pasted-too-long = في هذه الصفوف خلايا أكثر من الأعمدة، ولم يؤخذ الزائد: { $rows }
offers-changed = العروض: { $offers }
who-said-when = من قال ذلك ومتى
offer-withdrawn = مسحوب
offer-withdrawn-now = سُحب هذا العرض.
every-offer = { $count ->
    [0] إدخال عروض
    [zero] إدخال عروض
    [one] عرض واحد: الاطلاع والتغيير
    [two] عرضان: الاطلاع والتغيير
    [few] { $count } عروض: الاطلاع والتغيير
   *[other] { $count } عرضًا: الاطلاع والتغيير
}

# الرموز وواجهة البرامج.
tokens = الرموز
tokens-what = بالرمز يفعل برنامجٌ باسمك ما يحق لك أن تفعله. من يملكه لا يحتاج إلى كلمة مرور: احفظه كما تحفظها.
token-made = انسخه الآن؛ يُعرض مرة واحدة ولا يُحفظ في أي مكان.
token-for = الغرض منه
token-may = يحق له
token-reads = القراءة
token-writes = القراءة والكتابة
token-made-at = أُنشئ في
token-until = صالح حتى
token-used = آخر استعمال
token-days = الأيام
make-token = أنشئ رمزًا
revoke-token = ألغِه
token-title-missing = اذكر الغرض منه في مئة حرف على الأكثر، ولكم يومًا.
too-many-tokens = لديك عشرون رمزًا صالحًا. ألغِ واحدًا أولًا.
api = ما يمكن للبرامج أن تطلبه
api-what = كل العمليات، للآلات:
as-data = هذا الجدول:
tables = جداول هذه المراجعة
did-made-token = أنشأ رمزًا
did-revoked-token = ألغى رمزًا

# بيان الاحتياجات.
requirement = الاحتياجات
no-requirement = لا توجد بعد دراسة يمكنك قراءتها، والاحتياجات تأتي من دراسة.
requirement-of = من الدراسة { $study }، من النسخة { $revision }. أسبوع الوظيفة هو وظيفة واحدة لأسبوع واحد.
which-option = الخيار
show = عرض
site-of-post = الموقع
posts-at-peak = الوظائف على الأكثر
post-weeks = أسابيع الوظائف
fill = تملؤها العروض
fill-open = شاغر
fill-none = لا شيء مملوء
critical = حرج
whom-to-ask = من يُطلب
nobody-to-ask = لا أحد: العروض تملأ كل الوظائف.

# ردود الدول في جداول بيانات.
reply = قراءة رد من جدول بيانات
reply-how = يصلح أي جدول: تُقرأ العناوين والدول والأيام والأعداد كما تكتبها الوزارات. وترى كيف يُقرأ كل منها قبل أن يُدخل شيء.
reply-file = جدول بيانات (.xlsx أو .csv أو .tsv أو .txt)، 600 كيلوبايت على الأكثر
reply-missing = اختر جدول بيانات لا يزيد على { $most } كيلوبايت.
reply-party = الطرف، حيث لا تذكره الورقة
reply-state = الحالة، حيث لا تذكرها الورقة
reply-order = أيام مثل 01/03/2027
order-day-first = اليوم أولًا
order-month-first = الشهر أولًا
reply-words = معاني الكلمات
reply-words-how = سطر لكل منها: العنوان = العمود، أو العمود: الكلمة = المعنى، مثل role: formateur = trainer
how-it-is-read = كيف يُقرأ
heading = العنوان أو الكلمة
is-read-as = يُقرأ على أنه
read-by-nobody = لا يُقرأ
not-understood = غير مفهوم
what-it-brings = ما الذي سيأتي به
reply-known = قُرئ هذا الملف من قبل، ولا جديد فيه.
reply-left-out = تُترك صفوف الأطراف الأخرى: أنت تتحدث باسم طرف واحد.
reply-gone = لم تعد هذه العروض في الرد، وتبقى حتى يسحبها أحد:
passed-over = { $count ->
    [zero] لم يُترك شيء
    [one] تُركت خلية واحدة أو صف واحد
    [two] تُركت خليتان أو صفان
    [few] تُركت { $count } خلايا أو صفوف
   *[other] تُركت { $count } خلية أو صفًا
}
enter-reply = إدخال الرد
enter-understood = إدخال ما هو مفهوم وترك الباقي
read-again = القراءة مرة أخرى
another-file = ملف آخر
reply-again = حفظ آخرون في هذه الأثناء. هذا ما سيأتي به الرد الآن: انظر إليه مرة أخرى.
reply-entered = الرد { $file }

# أجزاء البعثة في نماذج.
parts = الأجزاء
parts-how = كل ما تقوله البعثة، جزءًا بعد جزء. تُغيَّر الروافع وخياراتها وعدم فعل شيء في المجلد أو المصنف. أسماء الحقول وشروحها بالإنجليزية.
settings = الإعدادات
part-tables = الجداول
table = الجدول
what-it-holds = ما يحويه
no-rows = لا صفوف بعد.
add-row = إضافة
remove-row = إزالة
row-id = المعرّف: حروف لاتينية صغيرة وأرقام وواصلات
belongs-to = ينتمي إلى
part-changed = تغيّر: { $part }
part-changed-meanwhile = غيّر أحدهم هذا أو أزاله في هذه الأثناء. ها هو كما هو الآن؛ احفظ مرة أخرى ليكون كما تريد.
row-id-wrong = هذا المعرّف مستعمل أو غير صالح: حروف لاتينية صغيرة وأرقام وواصلات.
