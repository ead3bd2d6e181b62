### Machine-translated from English; corrections by native speakers are welcome.

activity-tab = النشاط
activity-when = الوقت
activity-device = الجهاز
activity-what = ما حدث
activity-signed-in = سُجِّل الدخول باسم { $user }
activity-refused = اسم المستخدم أو كلمة السر غير صحيحة («{ $user }»)
activity-synced = تمت المزامنة: استُلم { NUMBER($received-count) }، أُرسل { NUMBER($sent-count) }، المدة { $duration }
activity-uploaded = أرسل مجموعته كاملة إلى هنا ({ $size }، المدة { $duration })
activity-downloaded = أخذ المجموعة كاملة ({ $size }، المدة { $duration })
activity-media = الوسائط: استُلم { NUMBER($received-count) } ({ $received-size })، أُرسل { NUMBER($sent-count) } ({ $sent-size })
activity-reviews-in-anki = مراجعات أصبحت في Anki: { NUMBER($count) }
activity-changes-in-anki = تغييرات أصبحت في Anki: { NUMBER($count) }
activity-collection-in-anki = أصبحت مجموعته في Anki
activity-failed = فشل: { $reason }
activity-repeated = { $what } ({ $count }×)
activity-log-hint = السجل التقني مخصص للإبلاغ عن الأخطاء، ولا يحتوي على كلمات سر ولا بطاقات.
activity-copy-log = نسخ السجل التقني
