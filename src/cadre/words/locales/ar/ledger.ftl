# من قال قولًا، كما يرد في الصفحات المطبوعة.
attribution-named = مذكور بالاسم
attribution-official = رسمي
attribution-unnamed = دون اسم
attribution-declined-to-comment = امتنع عن التعليق
attribution-denied = نفى
attribution-derived = مستنتج
attribution-assumption = افتراض
