### Machine-translated from English; corrections by native speakers are welcome.

activity-tab = النشاط
activity-when = الوقت
activity-device = الجهاز
activity-what = ما حدث
activity-signed-in = سُجِّل الدخول باسم { $user }
activity-refused = كلمة سر غير صحيحة للمستخدم { $user }: رُفض
activity-refused-name = اسم مستخدم غير معروف: رُفض
activity-slowed = كلمات سر غير صحيحة كثيرة: عليه الانتظار
activity-refused-from = { $what } ({ $address })
activity-changes-from-here = تغييرات من هذا الحاسوب: { NUMBER($count) }
activity-nothing-new = لا جديد
activity-both-ways = { $from-device }؛ { $from-here }
activity-uploaded = أرسل مجموعته كاملة إلى هنا ({ $size }، المدة { $duration })
activity-downloaded = أخذ المجموعة كاملة ({ $size }، المدة { $duration })
activity-put-back = استُعيدت النسخة السابقة لـ { $user } على هذا الحاسوب
activity-media-from = ملفات وسائط من { $device }: { NUMBER($count) } ({ $size })
activity-media-from-here = ملفات وسائط من هذا الحاسوب: { NUMBER($count) } ({ $size })
activity-reviews-in-anki = مراجعات أصبحت في Anki: { NUMBER($count) }
activity-changes-in-anki = تغييرات أصبحت في Anki: { NUMBER($count) }
activity-collection-in-anki = أصبحت مجموعته في Anki
activity-failed = فشل: { $reason }
activity-repeated = { $what } ({ $count }×)
activity-log-hint = السجل التقني مخصص للإبلاغ عن الأخطاء، ولا يحتوي على كلمات سر ولا بطاقات.
activity-copy-log = نسخ السجل التقني
