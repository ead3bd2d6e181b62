### Machine-translated from English; corrections by native speakers are welcome.

page-title = LAN Sync
page-heading = توصيل هذا الجهاز
page-intro = برنامج Anki على الحاسوب جاهز. انسخ ما يلي، من الأعلى إلى الأسفل، إلى Anki على هذا الجهاز.
page-copy = نسخ
page-copied = تم النسخ
page-password = لا تعرض هذه الصفحة اسم المستخدم وكلمة السر إلا إذا فتحتها بالرمز الذي يعرضه Anki على الحاسوب ضمن أدوات > LAN Sync > توصيل هاتف.
page-expired = استُخدم هذا الرمز من قبل أو مضى عليه أكثر من عشر دقائق. اعرض رمزًا جديدًا في نافذة «توصيل هاتف» على الحاسوب وامسحه.
page-ankidroid = ⁨Android (AnkiDroid)⁩
page-ankimobile = ⁨iPhone, iPad (AnkiMobile)⁩
page-computer = حاسوب آخر (Anki)
page-ankidroid-server = في AnkiDroid 2.16 أو أحدث، افتح الإعدادات > المزامنة > خادم مزامنة مخصص وانقر رابط المزامنة. ألصق العنوان ثم أكّد.
page-ankidroid-login = ارجع صفحة واحدة، وانقر «حساب AnkiWeb»، وسجّل الدخول باسم المستخدم وكلمة السر المعروضين على الحاسوب. إذا كنت مسجلًا الدخول إلى AnkiWeb هناك، فسجّل الخروج أولًا.
page-ankidroid-sync = انقر زر المزامنة. إذا سأل AnkiDroid عن المجموعة التي تريد إبقاءها، فالمقصود بـ «AnkiWeb» المجموعة الموجودة على الحاسوب.
page-ankimobile-server = في إعدادات AnkiMobile، ابحث عن إعدادات المزامنة وفيها خادم المزامنة المخصص، وألصق العنوان.
page-ankimobile-login = انقر زر المزامنة، وسجّل الدخول باسم المستخدم وكلمة السر المعروضين على الحاسوب. إذا كنت مسجلًا الدخول إلى AnkiWeb، فسجّل الخروج أولًا.
page-ankimobile-network = إذا سأل iPhone هل تسمح لـ Anki بالعثور على الأجهزة في شبكتك المحلية، فاسمح بذلك. يمكنك تغييره لاحقًا في إعدادات iPhone نفسه، ضمن Anki.
page-computer-server = في Anki، افتح أدوات > تفضيلات > الشبكة وألصق العنوان في «خادم مزامنة مستضاف ذاتيًا».
page-computer-login = إذا كنت مسجلًا الدخول هناك، فسجّل الخروج، ثم سجّل الدخول باسم المستخدم وكلمة السر المعروضين على الحاسوب الأول.
page-computer-sync = أغلق التفضيلات وانقر «مزامنة».
page-note = يعمل هذا ما دام Anki مفتوحًا على الحاسوب وكان كلاهما على نفس الشبكة، مثل شبكة Wi-Fi نفسها.
