### Machine-translated from English; corrections by native speakers are welcome.

settings-title = إعدادات LAN Sync
settings-save = حفظ
settings-cancel = إلغاء
settings-as-text = تحرير كنص...
settings-save-first = أجريت تغييرات هنا. احفظها أو ألغها أولًا، ثم حرّر الإعدادات كنص.
settings-phones = السماح للهواتف بالمزامنة مع الملف الشخصي «{ $profile }» على هذا الحاسوب
settings-phones-explained = تبقى الهواتف وAnki عندئذ متطابقين دائمًا. ولا علاقة لذلك بما يتزامن معه الملف الشخصي نفسه.
settings-server = يتزامن الملف الشخصي «{ $profile }» مع:
settings-server-ankiweb = خدمة AnkiWeb، كالمعتاد
settings-server-former = الخادم { $server }، كما في تفضيلات Anki
settings-server-other = خادم آخر: حاسوب آخر عليه LAN Sync، أو خادم المزامنة الخاص بـ Anki
settings-phones-too-old = تستطيع الهواتف المزامنة مع هذا الحاسوب ابتداءً من Anki { $version }؛ وإصدار Anki هذا أقدم.
settings-this-computer = هذا الحاسوب
settings-another-server = خادم آخر
settings-storage = التخزين والنُسخ الاحتياطية
settings-advanced = خيارات متقدمة
settings-port = المنفذ
settings-port-explained = الرقم في نهاية العنوان الذي تستخدمه الهواتف؛ إذا غيّرته احتاجت الهواتف إلى العنوان الجديد.
settings-port-wrong = المنفذ عدد صحيح من 1 إلى 65535، والمعتاد 27701.
settings-trust = من دون HTTPS، يستطيع كل من يتنصت على شبكتك قراءة ما تزامنه الهواتف، وكلمة السر عند تسجيل الدخول. ومن يستطيع الاتصال يمكنه محاولة تسجيل الدخول، لكنه لا يحصل على شيء دون كلمة سر أحد الحسابات؛ وفي شبكة لا تثق بها، اجعل الهواتف تتصل عبر VPN أو HTTPS.
settings-allow = من يمكنه الاتصال
settings-allow-my-networks = أي جهاز على شبكتي
settings-allow-this-computer = هذا الحاسوب فقط
settings-allow-everyone = الجميع
settings-allow-explained = يشمل «{ settings-allow-everyone }» الإنترنت إذا كان جهاز التوجيه يمرّر الاتصالات إلى هذا الحاسوب.
settings-address = العنوان
settings-address-explained = كما يظهر على الحاسوب الآخر؛ يمكن حذف «⁨http://⁩» والمنفذ 27701 و«/».
settings-address-missing = اكتب عنوان الخادم، مثل ⁨http://192.168.1.5:27701/⁩
settings-user = اسم المستخدم
settings-user-explained = اسم حسابك على ذلك الخادم، ولا علاقة له بـ AnkiWeb.
settings-password = كلمة السر
settings-password-explained = تُستخدم مرة واحدة لتسجيل الدخول ولا تُخزَّن؛ إذا تركتها فارغة فسيسألك Anki عند أول مزامنة.
settings-password-known = أنت مسجل الدخول هناك؛ اكتب كلمة السر فقط لتسجيل الدخول من جديد.
settings-password-missing = اكتب كلمة السر الخاصة باسم المستخدم هذا.
settings-user-missing = اكتب اسم المستخدم الذي تخصه كلمة السر هذه.
settings-test = اختبار الاتصال
settings-test-stop = إيقاف
settings-test-connecting = يجري الاتصال بالعنوان { $address }...
settings-test-cannot = لا يمكن اختبار الاتصال بهذا الإصدار من Anki. احفظ الإعدادات؛ سيطلب Anki بيانات تسجيل الدخول عند أول مزامنة.
settings-test-well = نجح الاتصال: الخادم يستجيب ويعرف حسابك.
settings-test-answers = الخادم يستجيب. لمعرفة ما إذا كان يعرف حسابك أيضًا، اكتب اسم المستخدم وكلمة السر، ثم أعد الاختبار.
settings-test-no-such-host = لا يوجد حاسوب معروف بالاسم الوارد في { $address }. تحقق من كتابة الاسم، أو اكتب العنوان بالأرقام، مثل ⁨http://192.168.1.5:27701/⁩
settings-test-refused = يمكن الوصول إلى الحاسوب على { $address }، لكن لا يستجيب أي خادم على هذا المنفذ. تحقق من الرقم في نهاية العنوان، ومن أن LAN Sync مشغّل هناك وأن Anki مفتوح.
settings-test-timed-out = لم يصل رد من { $address } في الوقت المناسب. تأكد من أن الحاسوب ليس في وضع السكون وأنه على نفس الشبكة، وأن جدار حمايته يسمح لـ Anki.
settings-test-unreachable = يتعذر الوصول من هنا إلى { $address } ({ $reason }). تأكد من أن هذا الحاسوب متصل بالشبكة التي يتصل بها الخادم.
settings-test-certificate = شهادة { $address } غير موثوقة على هذا الحاسوب ({ $reason }). تأكد من أن العنوان يتضمن الاسم الذي أُصدرت له الشهادة، وثبّت شهادة الجهة التي أصدرتها.
settings-test-no-tls = لا يشفّر الخادم على { $address } اتصالاته. ابدأ العنوان بـ ⁨http://⁩ بدلًا من ⁨https://⁩
settings-test-not-anki = هناك ما يستجيب على { $address }، لكنه ليس خادم مزامنة لـ Anki. تحقق من العنوان ومن الرقم في نهايته.
settings-test-wrong-login = يستجيب الخادم على { $address }، لكنه لا يعرف اسم المستخدم هذا مع كلمة السر هذه. تحقق منهما، مع مراعاة الأحرف الكبيرة في كلمة السر.
settings-test-too-old = خادم المزامنة على { $address } قديم جدًا. ثبّت إصدارًا أحدث منه.
settings-test-not-now = لا يستطيع الخادم على { $address } تقديم الخدمة في هذه اللحظة ({ $reason }). حاول مجددًا بعد دقيقة، وإن لم ينجح ذلك فأعد تشغيله.
settings-save-again = إذا حفظت مجددًا، فسيُحفظ العنوان على أي حال.
settings-elsewhere-unused = لن يُستخدم ما كتبته في التبويب «{ settings-another-server }»، لأن خيارًا آخر محدد في الأعلى. لاستخدامه، اختر الخادم الآخر هناك.
settings-save-without = احفظ بدونه
settings-data-folder = كل ما يحفظه خادم هذا الحاسوب موجود هنا:
settings-open-folder = فتح المجلد
settings-backups = النُسخ الاحتياطية لبيانات هواتفك
settings-backup-made = وقت الإنشاء
settings-backup-why = السبب
settings-backup-size = الحجم
settings-backup-manual = أنشأتها أنت
settings-backup-replaced = قبل استبدالها
settings-backup-daily = يومية
settings-backup-deletions = قبل مزامنة حذفت ملحوظات كثيرة
settings-backup-desktop = مجموعة Anki قبل تغييرها
settings-backup-upload = مجموعة مرفوعة كما أُرسلت
settings-backup-repair = قبل إصلاح
settings-back-up-now = إنشاء نسخة احتياطية الآن
settings-restore = استعادة...
settings-nothing-stored = لا توجد نسخة لهواتفك بعد.
settings-no-backups = لا توجد نسخ احتياطية بعد.
settings-backed-up = أُنشئت نسخة احتياطية باسم { $name }.
settings-backup-failed = تعذر إنشاء النسخة الاحتياطية ({ $reason }). تأكد من أن القرص غير ممتلئ، ثم حاول مجددًا.
settings-backups-explained = تحتوي النُسخ الاحتياطية على البطاقات والملحوظات والمراجعات، دون الوسائط. يستطيع Anki استيرادها أيضًا، ويُنشئ نُسخه الخاصة.
settings-backup-count = أحدث النُسخ المحفوظة
settings-backup-days = نسخة لكل يوم، عدد الأيام
settings-backup-weeks = نسخة لكل أسبوع، عدد الأسابيع
settings-backup-kept-explained = لا تُحتسب الأيام والأسابيع التي بلا نُسخ، وتُحفظ دائمًا النُسخ التي تُنشئها أنت.
settings-backup-kept-wrong = يجب أن يكون هذا عددًا صحيحًا من { $least } إلى 30.
settings-deleted-media = الوسائط المحذوفة...
settings-check = فحص وإصلاح
settings-endpoint = الخادم الافتراضي
settings-endpoint-explained = الخادم الذي يُعرض في القائمة وضمن «خادم آخر» إن لم يُختر خادم من قبل؛ الحقل الفارغ يعني لا شيء.
settings-certificate = شهادة https
settings-certificate-explained = ملف بصيغة PEM من Tailscale أو mkcert أو جهة تثق بها هواتفك. اتركه فارغًا لاستخدام http.
settings-key = مفتاح الشهادة
settings-key-explained = اتركه فارغًا إذا كان ملف الشهادة يحتوي على المفتاح أيضًا.
settings-choose-file = اختيار...
settings-sign-out = تسجيل خروج الهواتف التي لم تُزامَن
settings-sign-out-explained = ستطلب بعد ذلك اسم المستخدم وكلمة المرور من جديد. وتبقى البطاقات والتغييرات عليها.
settings-sign-out-never = أبدًا
settings-sign-out-days =
    { $count ->
        [zero] منذ { $count } يوم
        [one] منذ يوم واحد
        [two] منذ يومين
        [few] منذ { $count } أيام
        [many] منذ { $count } يومًا
       *[other] منذ { $count } يوم
    }
settings-log = السجل، للإبلاغ عن الأخطاء:
settings-log-explained = يبيّن ما فعله الخادم، دون كلمات سر أو مفاتيح.
settings-reset = إعادة ضبط
settings-reset-explained = تعيد القيم هنا وفي «{ settings-this-computer }» إلى قيم LAN Sync الأصلية. تبقى الحسابات والبيانات، ولا يسري شيء قبل أن تحفظ.
