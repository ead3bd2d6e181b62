### Machine-translated from English; corrections by native speakers are welcome.

status-on = ‏LAN Sync: تستطيع هواتفك المزامنة مع هذا الحاسوب.
status-syncing = ‏LAN Sync: تجري مزامنة { $device }.
status-waiting = ‏LAN Sync: ما أحضرته هواتفك { $what }.
status-question = لدى LAN Sync سؤال قبل أن تتطابق هواتفك وAnki من جديد. انقر هنا للإجابة عنه.
status-replaced = استبدل { $device } نسخة { $user }. البطاقات سابقًا: { NUMBER($before) }، والآن: { NUMBER($now) }. انقر للاختيار.
status-apart = تعذّر الجمع بين Anki ونسخة هواتفك؛ وبقي كلاهما كما كان. { $reason }
status-media-missing = مجلد وسائط هذا الملف الشخصي مفقود أو لا يمكن قراءته، لذا لا تستطيع هواتفك مزامنة الأصوات والصور. تأكد من وجود المجلد والقرص.
status-address-changed = ‏LAN Sync: كان عنوان هذا الحاسوب { $former } وأصبح { $address }. اكتب العنوان الجديد على هواتفك.
status-problem = لا تستطيع الهواتف المزامنة مع هذا الحاسوب. { $reason }
status-no-backup = يمكن لهواتفك المزامنة، لكن تعذر نسخ نسختها احتياطيًا ({ $reason }). تأكد من أن القرص غير ممتلئ.
