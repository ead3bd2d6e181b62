### Machine-translated from English; corrections by native speakers are welcome.

running-uploading = يرسل { $device } مجموعته كاملة إلى هنا: { $size } حتى الآن.
running-downloading = يأخذ { $device } المجموعة كاملة: { $size } حتى الآن.
running-media = يزامن { $device } الوسائط: الملفات من الجهاز { NUMBER($received-count) } ({ $received-size })، ومن هذا الحاسوب { NUMBER($sent-count) } ({ $sent-size }).
running-comparing = تجري مزامنة { $device }: التغييرات من الجهاز { NUMBER($received-count) }، ومن هذا الحاسوب { NUMBER($sent-count) }.
