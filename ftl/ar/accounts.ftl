### Machine-translated from English; corrections by native speakers are welcome.

accounts-title = الحسابات على هذا الحاسوب
accounts-explained = لكل حساب مجموعته الخاصة. يحصل الملف الشخصي على حساب عند تشغيل المزامنة فيه؛ أضف حسابات أخرى لأشخاص آخرين أو لحواسيب تتزامن هنا فقط. تسري تغييرات الحسابات فورًا.
accounts-add = إضافة...
accounts-change = تغيير كلمة السر...
accounts-remove = إزالة...
accounts-add-title = إضافة حساب
accounts-change-title = تغيير كلمة السر للحساب { $name }
accounts-name = اسم المستخدم
accounts-name-explained = حتى 64 حرفًا ورقمًا، وهو ما يُكتب على الهواتف.
accounts-password = كلمة السر
accounts-password-explained = أُنشئت كلمة السر هذه لك، ويمكنك كتابة غيرها. تُعرض هنا مرة واحدة فقط، فدوّنها أو اكتبها على الهاتف الآن.
accounts-change-explained = تستمر مزامنة الهواتف المسجلة الدخول باسم { $name }. ستلزم كلمة السر الجديدة عند تسجيل الدخول في المرة القادمة.
accounts-name-taken = يوجد حساب بهذا الاسم بالفعل. اختر اسمًا آخر.
accounts-bad-name = يتكون اسم المستخدم من 1 إلى 64 حرفًا ورقمًا، ويُسمح داخله بالمسافات وبالرموز ⁨- _ . @ +⁩
accounts-bad-character = لا يُسمح بالحرف «{ $character }» في هذا الموضع. { accounts-bad-name }
accounts-bad-invisible = في الاسم حرف غير مرئي ({ $code }). { accounts-bad-name }
accounts-name-reserved = يحجز ويندوز الاسم { $name } لأحد الأجهزة. اختر اسمًا آخر.
accounts-bad-password = طول كلمة السر من 8 إلى 256 محرفًا، ولا تكون كلها مسافات.
accounts-gone = لم يعد هذا الحساب موجودًا.
accounts-data-there = ترك حساب سابق باسم { $name } مجموعته في { $path }. سيتزامن الحساب الجديد معها. احفظ مجددًا إذا أردت ذلك، أو اختر اسمًا آخر.
accounts-in-use = يتزامن الملف الشخصي { $profile } مع الحساب { $name }. أوقف المزامنة في ذلك الملف الشخصي أولًا، ثم يمكن إزالة الحساب.
accounts-remove-with-data = لن تتمكن الهواتف التي تستخدم الحساب { $name } بعد ذلك من المزامنة مع هذا الحاسوب. ستبقى مجموعته ووسائطه ونُسخه الاحتياطية في { $path }؛ احذف المجلد يدويًا إذا لم يحتجه أحد.
accounts-remove-without-data = لن تتمكن الهواتف التي تستخدم الحساب { $name } بعد ذلك من المزامنة مع هذا الحاسوب. ليس للحساب بيانات هنا.
accounts-remove-ok = إزالة الحساب
