### Machine-translated from English; corrections by native speakers are welcome.

menu-title = LAN Sync
menu-toggle = مزامنة الهواتف مع هذا الحاسوب
menu-elsewhere = مزامنة هذا الملف الشخصي مع { $address }
menu-toggle-too-old = مزامنة الهواتف مع هذا الحاسوب (يلزم Anki { $version } أو أحدث)
menu-connect = توصيل هاتف...
menu-devices = الأجهزة والنشاط...
menu-settings = الإعدادات...
menu-try-again = محاولة التشغيل مجددًا
