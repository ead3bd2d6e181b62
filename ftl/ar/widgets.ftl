### Machine-translated from English; corrections by native speakers are welcome.

widgets-copy = نسخ
widgets-copied = تم النسخ
widgets-moment = لحظة من فضلك...
widgets-close = إغلاق
widgets-unsaved = لم يُحفظ ما كتبته هنا بعد. أتريد إغلاق النافذة دون حفظه؟
widgets-discard = إغلاق دون حفظ
