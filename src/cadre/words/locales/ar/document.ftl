# ما يحمله كل مستند من مستندات المذكرة: العناوين والترويسات والتذييلات وأسماء الأجزاء.
# { "\u2066" } و{ "\u2069" } تحيطان بما يُكتب من اليسار.
headline = مذكرة قرار: { $title }
description = مذكرة قرار: { $title }، { $host }
subject = مذكرة قرار، { $host }
ranges = القيم وسيطات عمليات محاكاة للمستقبل؛ وتصح النطاقات في 8 من كل 10 منها.
in-print =
    القيم وسيطات عمليات محاكاة للمستقبل؛ وتصح النطاقات في 8 من كل 10 منها. والأرقام روابط إلى مصادرها.
origins = مصدر هذه الأرقام: { $places } في ملاحق { "\u2066" }brief.html{ "\u2069" }.
as-known = وفق المعلومات المتاحة في { $day }
lead = وفق المعلومات المتاحة في { $day }. { $ranges } ويحيل كل رقم إلى مصدره.
slides-lead = وفق المعلومات المتاحة في { $day }. { $ranges } وتورد ملاحظات كل شريحة معرّف كل رقم.
header = { $title }. وفق المعلومات المتاحة في { $day }
contents = المحتويات
annexes = الملاحق
annex = الملحق { $place }. { $title }
notes = { $title }: ملاحظات
number-ids = الأرقام ومعرّفاتها
number-id = { $number }: { $id } [{ $reference }]
chart = رسم بياني: { $title }
footer =
    أعدّه برنامج { "\u2066" }Cadre{ "\u2069" }. ويعرض الأمر { "\u2066" }`cadre trace OUT ID`{ "\u2069" } السلسلة الكاملة لأي رقم.
tip = { $label }: { $number }. { $how }. المعرّف: { $id }
id-first = المعرّف: { $id }. { $tip }
stands-in =
    تحل { $sign } محل الأحرف التي لا تتضمنها خطوط هذا الملف؛ وهي مكتوبة في { "\u2066" }brief.html{ "\u2069" }.
# أدوات الصفحة.
tools = ما يُعرض
filter-options = الخيارات
filter-criterion = المعيار
every-criterion = جميع المعايير
side-by-side = خياران جنبًا إلى جنب
first-option = الأول
second-option = الثاني
show-all = عرض الكل
criterion = المعيار
more-sideways = المزيد جانبًا ←
left-out = جزء من الملف غير معروض.
alike = خطتا { $one } و{ $other } ضمن هامش البحث إحداهما من الأخرى: قد يكون الفرق بينهما من البحث نفسه.
