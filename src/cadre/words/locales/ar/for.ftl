# أقوى الحجج لكل خيار، في الصفحة الثانية؛ تنتهي كل حجة برقمها.
title = ما لكل خيار وما عليه
column-option = الخيار
column-for = له
column-against = عليه
nothing = لا حجة تبيّنها أرقامه
asked = هو المطلوب
leads = يتقدم في { $criterion }: { $number }
target = { $wanted } ({ $units }) في { $day } أمر مرجَّح: { $number }
floor = يُرجَّح أن يبقى { $wanted } ({ $units }) بعد الخروج: { $number }
beats-nothing = النسبة المرجحة من الأهداف المحققة زيادةً على عدم القيام بشيء: { $number }
accepted = لا يُرجَّح اعتراض: { $number }
