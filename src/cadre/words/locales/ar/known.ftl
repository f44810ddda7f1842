# أثقل الأقوال وزنًا.
title = المعلوم والمنقول والمفترض
caption = الأقوال التي يقوم عليها معظم الخطة
column-kind = النوع
column-statement = القول
column-who = من قاله
column-grade = الدرجة
column-date = التاريخ
grades =
    <small>الدرجة: موثوقية المصدر A–F، ومصداقية القول 1–6؛ ويعني F و6 أنه لا يمكن الحكم عليه.</small>
kind-known = معلوم
kind-told = منقول
kind-assumed = مفترض
