### Machine-translated from English; corrections by native speakers are welcome.
repairs-nothing = لا خلل في نسخة هواتفك.
repairs-done = وُجد هذا الخلل وأُصلح:
repairs-cards-without-note = بطاقات بلا ملحوظة أُزيلت: { NUMBER($count) }
repairs-notes-without-cards = ملحوظات بلا بطاقات أُزيلت: { NUMBER($count) }
repairs-graves = سجلات حذف خاطئة أُزيلت: { NUMBER($count) }
repairs-media-added = ملفات وسائط لم تكن في القائمة وأُضيفت: { NUMBER($count) } ({ $names })
repairs-media-lost = ملفات وسائط مفقودة يرسلها مجددًا أول جهاز يملكها: { NUMBER($count) } ({ $names })
repairs-media-damaged = ملفات وسائط تالفة يرسلها مجددًا أول جهاز يملكها: { NUMBER($count) } ({ $names })
repairs-miscounted = صُحح عدد ملفات الوسائط.
repairs-backed-up = نُسخت احتياطيًا أولًا.
