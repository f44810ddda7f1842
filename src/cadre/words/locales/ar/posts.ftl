# ملاحق الوظائف: الاحتياجات وشغلها، ومن يحملها، والطلبات الإضافية، والملاك، والإسناد.
requirements = بيان الاحتياجات وشغلها
requirements-of = الخيار { $letter }: ما يلزم وما يشغله
requirements-note = نسب من أسابيع الوظائف طوال مدة الوجود؛ و* علامة الدور الحرج. سطرًا سطرًا مع كل تناوب: المصنَّف، ورقة الاحتياجات.
column-role-site = الدور والموقع
column-peak = الوظائف عند الذروة
column-from = من
column-to = إلى
column-arrived = وصل
column-confirmed = مؤكَّد
column-pledged = متعهَّد به
column-indicated = معلن مبدئيًا
column-open = شاغر
column-why = سبب الشغور
more-reasons = <small>؛ وأسباب أخرى عددها { $count }</small>
burden = تقاسم الأعباء
burden-caption = من يحمل الوظائف
column-party = نوع الطرف
column-used = المستعمل من عروضه
column-carries = يحمل
column-brings = يضيف
column-lost = يضيع من دونه
burden-note =
    يحمل: النصيب من أسابيع الوظائف المشغولة. يضيف: ما يضيفه في المتوسط إلى أي مجموعة من الآخرين، منسوبًا إلى ما يستطيع الجميع
    شغله، مع وزن أكبر للأدوار الحرجة؛ وهو نصيب كل طرف لو كانت الأعباء بقدر العروض. يضيع: ما لا يستطيع غيره شغله.
burden-none = لا يعرض أحد شيئًا يُحسب.
asks = الطلبات الإضافية
asks-caption = الطلبات الإضافية، الأكثر سدًّا للنقص أولًا
column-people = الأفراد
column-role = الدور
column-site = الموقع
column-closed = أسابيع الوظائف المسدودة
column-critical = حرج
staffing = ملاك الأفراد عبر الزمن
tail = الإسناد مقارنةً بالبعثات المنشورة
tail-caption = الوظائف الأجنبية عند الذروة، بحسب نوعها
column-trainers = المدربون
column-advisers = المستشارون
column-command = القيادة
column-tail = الإسناد
column-in-all = المجموع
column-per-trainer = المجموع لكل مدرب أو مستشار
column-beside = مقارنةً بالمنشور
published =
    { $title }: { $range } { $figure }. تنشأ وظائف الإسناد عن قواعد الإسناد؛ ولم يُدخل أي مجموع. ولا تُحسب الوظائف المعيَّنة
    محليًا.
published-none = لا تتضمن حزمة البعثة أي رقم منشور عن بعثات مماثلة.
beside-none = لا رقم
beside-within = ضمن النطاق المنشور
beside-below = دون النطاق المنشور
beside-above = فوق النطاق المنشور
