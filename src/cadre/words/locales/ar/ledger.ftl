# الملاحق: الإفادات والمصادر والافتراضات والأرقام المنشورة.
title = السجل
statements = ما هو معروف وما أُفيد به
sources = المصادر
assumptions = الافتراضات
assumed = ما هو مفترض
figures = الأرقام المنشورة المستعملة
column-id = المعرّف
column-statement = الإفادة
column-who = صاحب الإفادة
column-grade = الدرجة
column-group = المجموعة
column-source = المصدر
column-date = التاريخ
column-title = العنوان
column-publisher = الناشر
column-note = ملاحظة
column-assumption = الافتراض
column-why = السبب
column-basis = السند
column-figure = الرقم
column-value = القيمة
column-unit = الوحدة
grades =
    الدرجة: موثوقية المصدر ({ "\u2066" }A–F{ "\u2069" }) ومصداقية الإفادة ({ "\u2066" }1–6{ "\u2069" })، كل على حدة؛ ويعني
    { "\u2066" }F{ "\u2069" } و6 أنه لا يمكن الحكم عليها. وإفادات المجموعة الواحدة ترجع إلى أصل واحد، ولا يؤكد بعضها بعضًا
    أكثر مما تفعل إفادة واحدة.
learns =
    تتحسن المساقات بعدد الدورات المقامة: فكلما تضاعف بقي { $ratio } من المدربين للعدد نفسه من المتدربين (ولا يقل عن النصف
    أبدًا)، وبقيت النسبة نفسها ممن يخفقون، كما تبيّن دراسات منشورة عن الخدمات ({ $figure }). وتُبقي الخطط على ما هو مكتوب.
    وتوقف البعثة ذلك بكتابة { $switch }.
widened =
    من النطاقات وعددها { $ranges } يستند { $widened } إلى افتراضات وحدها. وفي الدراسات المنشورة لم يتضمن ما تحقق فعلًا سوى
    { $hold } من نطاقات 80{ "\u200E" }%{ "\u200E" } التي قدمها خبراء. لذلك تُسحب هذه النطاقات في عمليات المحاكاة أعرض مما كُتبت بمقدار { $factor }
    من الأمثال، حول الوسيط نفسه. وتبقيها الخطط كما كُتبت، وتُسحب كما كُتبت النطاقات المستندة إلى مصدر. ويوقف ذلك
    { $switch } في البعثة.
attribution-named = مذكور بالاسم
attribution-official = رسمي
attribution-unnamed = غير مسمّى
attribution-declined-to-comment = امتنع عن التعليق
attribution-denied = نفى
attribution-derived = مستنتج
attribution-assumption = افتراض
likelihood = الأرجحية { $share }.
confidence-low = درجة الثقة منخفضة.
confidence-moderate = درجة الثقة متوسطة.
confidence-high = درجة الثقة عالية.
replaces = يحل محل { $statement }: { $why }
derived = { $title } (مستنتج)
