### Machine-translated from English; corrections by native speakers are welcome.
restoring-question = أتريد العودة إلى هذه النسخة الاحتياطية؟ تُنسخ الحالة الحالية احتياطيًا أولًا، لذا يمكنك التراجع.
restoring-backup = نسخة { $date }
restoring-anki = تصبح المجموعة في Anki مطابقة لها. وعند مزامنة Anki التالية يتلقى خادمه التغييرات؛ وإن سأل عن الجانب الذي تريد إبقاءه، فاختر الرفع.
restoring-devices = عند المزامنة التالية يسأل كل جهاز من أجهزة { $user } عن الجانب الذي تريد إبقاءه: اختر «نزّل من أنكي ويب» (وفي AnkiDroid‏ «AnkiWeb»).
restoring-restore = استعادة
restoring-done = استُعيدت النسخة الاحتياطية.
