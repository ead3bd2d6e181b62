### Machine-translated from English; corrections by native speakers are welcome.

widgets-copy = نسخ
widgets-copied = تم النسخ
widgets-moment = لحظة من فضلك...
