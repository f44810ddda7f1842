# الوحدات والمقاييس والكلمات التي تستعملها كل الأجزاء.
# { "\u200B" } تسمح بكسر السطر قبل العملة. و{ "\u200E" } تُبقي علامة النسبة إلى يمين الرقم، و{ "\u200F" } تجعل المبلغ وما بعد النسبة يُقرأ من اليمين.
not-known = غير معروف
percent = { $number }{ "\u200E" }%{ "\u200E" }{ "\u200F" }
money = { $amount }{ "\u200F" } { "\u200B" }{ $currency }
million = { $number } مليون
thousand = { $number } ألف
from-to = من { $low } إلى { $high }
option = الخيار { $letter }
the-option = الخيار
yes = نعم
no = لا
comma = ،{ " " }
semicolon = ؛{ " " }
first-of-month = 1 { $month }
from-day-to = من { $low } إلى { $high }
of = { $whose }: { $what }
continued = { $title } (تتمة)
quoted = «{ $text }»
