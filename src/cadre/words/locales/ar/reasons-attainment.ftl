# ما لا يُرجَّح أن يبلغه أي خيار معروض.
nearly-no-chance = { $goal ->
    [target] { $capability }: هدف قدره { $wanted }
   *[floor] { $capability }: { $wanted } يجب أن تبقى بعد الخروج
}، وفي أحسن الأحوال { $chance } ({ $best })
    .wanted = { $capability }: الوحدات المطلوبة
    .chance = { $capability }: أفضل فرصة بين الخيارات
