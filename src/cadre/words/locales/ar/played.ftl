# لماذا يبعد ما تظهره المحاكاة عما هو مخطط.
far =
    الخيار { $letter }، { $titles }: تبعد المحاكاة الوسطى كثيرًا عن الخطة. فالخطط تعوّل على كل معروض، في يومه، وعلى مواقع تظل
    مفتوحة. وفي المحاكاة (الوسيطات) { $filling ->
    [known] يُشغل { $filled } من أسابيع الوظائف ويقام من الدورات { $held }
   *[none] يقام من الدورات { $held }
}؛ والضائع من المخطط منها: { $lost }{ $causes-known ->
    [yes] { " " }({ $causes })
   *[no] { "" }
}.
lost-site-closed = { $serials } بسبب مواقع مغلقة
lost-site-not-open = { $serials } بسبب مواقع لم تُفتح
lost-mission-paused = { $serials } بسبب توقف البعثة
lost-after-exit = { $serials } بسبب مساقات لا يجوز للبلد المضيف أن يدرّسها بعد الخروج
lost-instructors = { $serials } لنقص المدربين
lost-trainees = { $serials } لنقص المتدربين
lost-rooms = { $serials } لنقص القاعات أو الأسرّة
