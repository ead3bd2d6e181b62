### Machine-translated from English; corrections by native speakers are welcome.

bridging-reviews-from = مراجعات من { $device }: { NUMBER($count) }
bridging-changes-from = تغييرات من { $device }: { NUMBER($count) }
bridging-collection-from = أصبحت مجموعة { $device } في Anki
bridging-taking-over = جارٍ نقل ما أحضرته هواتفك...
bridging-waiting-review = بانتظار أن تنهي المراجعة
bridging-waiting-dialog = بانتظار أن تغلق النافذة المفتوحة
bridging-waiting-answer = في انتظار أن تجيب عن سؤال Anki
bridging-waiting-phone = بانتظار أن ينتهي الهاتف
bridging-waiting-anki = بانتظار أن ينتهي Anki
bridging-pairing = في نسخة هواتفك على هذا الحاسوب بطاقات، وفي هذا الملف الشخصي أيضًا، ولم يسبق أن جُمعت النسختان. مع أيهما تتزامن هواتفك؟
bridging-pairing-from-anki = إنشاء النسخة من جديد من هذا الملف الشخصي
bridging-both-schemas = تغيّرت أنواع الملاحظات أو الحقول في Anki وعلى أحد الهواتف معًا، لذا لا يمكن دمجهما. أي جانب تريد إبقاءه؟
bridging-store-replaced = استبدل أحد الهواتف نسخة هواتفك بمجموعته. البطاقات الموجودة في Anki وغير الموجودة هناك: { NUMBER($count) }. ما الذي ينبغي فعله؟
bridging-take-over = نقلها إلى Anki
bridging-put-back = إعادة ما في Anki
bridging-collection-replaced = استُبدلت المجموعة في Anki بمزامنة أحادية الاتجاه أو بنسخة احتياطية. التغييرات السابقة التي ما زالت في نسخة هواتفك: { NUMBER($count) }. هل تريدها في Anki؟
bridging-keep-waiting = إبقاء التغييرات
bridging-drop = إهمال التغييرات
bridging-keep-phones = إبقاء نسخة الهواتف
bridging-keep-anki = إبقاء ما في Anki
bridging-keep-both = توحيد الجانبين
bridging-backed-up = تُنشأ أولًا نسخة احتياطية بتاريخ اليوم من الجانب الذي يُستبدل. وقد يسأل أحد الهواتف بعد ذلك مرة واحدة عن الجانب الذي تريد إبقاءه؛ اختر هناك «تنزيل».
bridging-media-gone = فُقد { NUMBER($count) } من أصل { NUMBER($total) } من ملفات الوسائط في مجلد وسائط هذا الملف الشخصي. إن لم يكن حذفها مقصودًا، فتأكد من وجود المجلد والقرص؛ وتبقي الهواتف ملفاتها في هذه الأثناء. هل تُحذف من هواتفك أيضًا؟
bridging-media-delete = حذفها
bridging-moved = لم يعد LAN Sync يتدخل في مزامنة هذا الملف الشخصي: يتزامن Anki مجددًا مع { $server } باسم { $user }، وتواصل هواتفك المزامنة مع هذا الحاسوب. وُحّدت النسختان وحُفظت منهما نسخ احتياطية. في المزامنة التالية قد يسأل { $server } مرة واحدة عن الجانب الذي تريد إبقاءه: اختر الرفع.
bridging-moved-without-login = لم يعد LAN Sync يتدخل في مزامنة هذا الملف الشخصي، وتواصل هواتفك المزامنة مع هذا الحاسوب. وُحّدت النسختان وحُفظت منهما نسخ احتياطية.
