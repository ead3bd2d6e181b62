### Machine-translated from English; corrections by native speakers are welcome.
trash-title = الوسائط المحذوفة
trash-explained = تُحفظ هنا الأصوات والصور التي حذفتها الأجهزة أو استبدلتها مدة 30 يومًا، بحد أقصى 1 GiB. ما تُعيده يصل إلى كل الأجهزة عند مزامنتها التالية.
trash-file = الملف
trash-since = وقت الحذف أو الاستبدال
trash-put-back = إعادة
trash-done = ملفات أُعيدت: { NUMBER($count) }
trash-empty = لم تُحذف وسائط ولم تُستبدل.
