### Machine-translated from English; corrections by native speakers are welcome.

running-uploading = يرسل { $device } مجموعته كاملة إلى هنا: { $size } حتى الآن.
running-downloading = يأخذ { $device } المجموعة كاملة: { $size } حتى الآن.
running-media = يزامن { $device } الوسائط: الملفات المستلمة { NUMBER($received-count) } ({ $received-size })، المرسلة { NUMBER($sent-count) } ({ $sent-size }).
running-comparing = تجري مزامنة { $device }: استُلم { NUMBER($received-count) }، أُرسل { NUMBER($sent-count) }.
