### Machine-translated from English; corrections by native speakers are welcome.
replaced-question = استبدل { $device } نسخة { $user } على هذا الحاسوب بمجموعته الخاصة. حُفظت نسخة احتياطية من السابقة. أيهما تريد هنا؟
replaced-before = النسخة السابقة
replaced-now = النسخة الحالية
replaced-keep = إبقاء الحالية
replaced-bring-back = استعادة السابقة
replaced-done = استُعيدت النسخة السابقة. عند المزامنة التالية يسأل كل جهاز من أجهزة { $user } عن الجانب الذي تريد إبقاءه: اختر «نزّل من أنكي ويب» (وفي AnkiDroid‏ «AnkiWeb»).
replaced-undo = تراجع
