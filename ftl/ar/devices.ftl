### Machine-translated from English; corrections by native speakers are welcome.

devices-title = الأجهزة والنشاط
devices-tab = الأجهزة
devices-name = الجهاز
devices-app = التطبيق
devices-user = المستخدم
devices-last-seen = آخر ظهور
devices-last-sync = آخر مزامنة
devices-first-seen = أول ظهور
devices-never-synced = ليس بعد
devices-failed = فشلت آخر محاولة
devices-synced = { $ago }: استُلم { NUMBER($received-count) }، أُرسل { NUMBER($sent-count) }، المدة { $duration }
devices-uploaded = { $ago }: أرسل مجموعته كاملة إلى هنا ({ $size }، المدة { $duration })
devices-downloaded = { $ago }: أخذ المجموعة كاملة ({ $size }، المدة { $duration })
devices-in-anki = { $sync }؛ في Anki منذ { $time }
devices-not-in-anki = { $sync }؛ { $what }
devices-hint = انقر جهازًا نقرًا مزدوجًا لتسميته باسم آخر.
devices-rename = إعادة تسمية
devices-remove = إزالة هذا الجهاز...
devices-remove-question = هل تريد إزالة { $device }؟ لن يتمكن من المزامنة مع هذا الحاسوب حتى يُسجَّل الدخول عليه مجددًا. تبقى بطاقاته عليه، ولا تتأثر الأجهزة الأخرى، ويبقى هنا كل ما زامنه.
devices-remove-now = إزالة هذا الجهاز
devices-counting-storage = يجري حساب حجم البيانات على القرص...
devices-storage = الحجم على القرص { $total }: المجموعات { $collection }، الوسائط { $media }، النُسخ الاحتياطية والوسائط المحذوفة { $backups }
devices-no-storage = تتعذر قراءة مجلد البيانات ({ $reason }).
devices-open-folder = فتح المجلد
