### Machine-translated from English; corrections by native speakers are welcome.

problems-port-taken-use-next = يستخدم برنامج آخر على هذا الحاسوب المنفذ { $port }، لذا لا تستطيع هواتفك المزامنة مع Anki. المنفذ { $next_free } متاح. إذا استخدمته، فاكتب العنوان الجديد على هواتفك.
problems-port-taken = يستخدم برنامج آخر على هذا الحاسوب المنفذ { $port }، لذا لا تستطيع هواتفك المزامنة مع Anki. أغلق ذلك البرنامج، أو اختر منفذًا آخر في أدوات > LAN Sync > الإعدادات.
problems-cannot-listen = لا يستطيع Anki انتظار الهواتف على { $address }، المنفذ { $port } ({ $reason }). تحقق من «{ settings-port }» في أدوات > LAN Sync > الإعدادات، ومن القيمة "listen" في الإعدادات كنص: يجب أن تكون عنوانًا لهذا الحاسوب أو فارغة.
problems-certificate = لا يستطيع LAN Sync تقديم https:‏ { $path } ({ $reason }). تحقق من «{ settings-certificate }» في أدوات > LAN Sync > الإعدادات.
problems-data-folder = لا يستطيع LAN Sync استخدام { $path } ({ $reason }). تأكد من أن القرص غير ممتلئ وأن لديك إذن الكتابة هناك، ثم حاول مجددًا.
problems-data-folder-in-use = يستخدم برنامج Anki آخر أو خادم LAN Sync آخر ({ $holder }) المجلد { $path } بالفعل، لذا لا تستطيع هواتفك المزامنة مع برنامج Anki هذا. أغلق الآخر، ثم حاول مجددًا.
problems-host-too-old = لا تستطيع الهواتف المزامنة مع هذا الحاسوب، لأن إصدار Anki هذا أقدم من أن يتيح ذلك: يلزم Anki { $version } أو أحدث. ثبّت إصدارًا أحدث من Anki، أو اختر خادمًا آخر في أدوات > LAN Sync > الإعدادات.
problems-server-failed = لم يبدأ خادم هواتفك ({ $reason }). حاول مجددًا، وإن لم ينجح ذلك فأعد تشغيل Anki.
problems-sync-running = تجري مزامنة الآن. انتظر حتى تنتهي، ثم حاول مجددًا.
problems-store-busy = يتزامن أحد الهواتف الآن مع هذا الحاسوب. انتظر حتى ينتهي، ثم حاول مجددًا.
problems-collection-closed = أُغلق الملف الشخصي قبل الجمع بين Anki ونسخة هواتفك. افتحه ثم حاول مجددًا.
problems-store-full = القرص الذي فيه { $path } ممتلئ. وفّر مساحة ثم حاول مجددًا.
problems-store-in-use = يستخدم برنامج آخر نسخة هواتفك ({ $path }). أغلق ذلك البرنامج ثم حاول مجددًا.
problems-store-damaged = نسخة هواتفك على هذا الحاسوب تالفة ({ $reason }). أغلق Anki وانقل الملف { $path } إلى مكان آخر؛ ينشئ Anki عندئذ نسخة جديدة من هذا الملف الشخصي. والنسخ الأقدم في { $backups }.
problems-store-too-new = كُتب { $path } بإصدار أحدث من LAN Sync. حدّث LAN Sync ثم حاول مجددًا.
problems-collection-unreadable = لن تستطيع هواتفك قراءة المجموعة في Anki ({ $reason }). اختر أدوات > فحص قاعدة البيانات ثم حاول مجددًا.
problems-collection-unusable = تتعذر قراءة مجموعة Anki أو الكتابة فيها ({ $reason }). تأكد من أن قرصها غير ممتلئ ثم حاول مجددًا.
problems-preferences-open = الرجاء إغلاق تفضيلات Anki أولًا، ثم المحاولة مجددًا.
problems-bad-address = «{ $address }» ليس عنوان خادم. مثال على العنوان: ⁨http://192.168.1.5:27701/⁩
problems-ankiweb-address = هذا عنوان AnkiWeb، ولا حاجة إلى كتابته. للمزامنة مع AnkiWeb، اختره في الأعلى.
problems-bad-setting = لا يمكن أن تكون قيمة الإعداد «{ $key }» هي { $value }، لذا تُستخدم قيمة LAN Sync الأصلية بدلًا منها. غيّرها هنا ثم احفظ.
problems-no-fitting-wheel = لا يتضمن LAN Sync مكتبة { $package } مناسبة لإصدار Python الذي يعمل به Anki هذا، فلا يمكن بدء الخادم. استخدم بدلًا منه Anki من صفحة تنزيله.
problems-32-bit = نسخة Anki هذه من 32 بت، وخادم LAN Sync يحتاج إلى نسخة من 64 بت. ثبّت نسخة Anki من 64 بت من صفحة تنزيله.
problems-damaged-wheel = الملف { $path } من LAN Sync مفقود أو تالف. ثبّت LAN Sync مجددًا.
problems-other = حدث خطأ في LAN Sync: { $reason }
