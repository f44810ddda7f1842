# -- لماذا لا يناسب عرض؛ وتُقرأ هذه بعد عدد من العروض أيضًا
choice-needed = إلا إذا كان { $lever }: { $choices }
cost-needed = إلا إذا كانت التكلفة { $comparison ->
        [at-most] لا تزيد على
       *[at-least] لا تقل عن
    } { $bound }{ $known ->
        [no] ، وهي غير معروفة بعد
       *[yes] {""}
    }
    .bound = التكلفة المشترطة
extent-needed = { $attribute ->
        [years] إلا إذا كانت سنوات الوجود
        [posts-in-country] إلا إذا كانت الوظائف في البلد
       *[posts] إلا إذا كانت الوظائف
    } { $comparison ->
        [at-most] لا تزيد على
       *[at-least] لا تقل عن
    } { $bound }{ $known ->
        [no] ، وهي غير معروفة بعد
       *[yes] {""}
    }
    .bound = { $attribute ->
            [years] السنوات المشترطة
            [posts-in-country] الوظائف في البلد المشترطة
           *[posts] الوظائف المشترطة
        }
other-role = للدور { $role }
other-rank = برتبة { $given }، بعيدة كثيرًا عن { $wanted }
language-missing = دون لغة { $language }
not-at-site = ليس في { $site }
only-from = من { $day } فصاعدًا فقط
only-until = حتى { $day } فقط
no-whole-week = من { $begins } إلى { $ends } فقط، دون أسبوع كامل
part-time-elsewhen = بدوام جزئي، في أسابيع أخرى
full-use = مستعمل بالكامل
people-left = بقي منه أفراد لم يضعهم البحث
no-post = لا وظيفة للدور { $role }
# -- لماذا تبقى وظائف شاغرة
no-offer = لا عرض لهذا الدور
offers-against = العروض لهذا الدور عددها { $offers }: { $against }
    .offers = العروض لهذا الدور
against = { $offers } { $why }
    .offers = عروض { $why }
not-firm = { $people } من { $offer } { $state ->
        [indicated] معلن عنهم مبدئيًا فقط
       *[pledged] متعهَّد بهم فقط
    }
    .people = أفراد { $offer }، { $state ->
            [indicated] معلن عنهم مبدئيًا فقط
           *[pledged] متعهَّد بهم فقط
        }
# -- لماذا لا يبقى موضع من خطة أقدم
offer-withdrawn = سُحب العرض
not-asked-for = لم تعد الوظيفة مطلوبة
fewer-offered = العدد في وقت واحد { $people } فقط
    .people = الأفراد في وقت واحد
fewer-asked-for = المطلوب { $posts } فقط
    .posts = الوظائف المطلوبة
