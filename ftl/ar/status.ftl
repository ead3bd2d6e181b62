### Machine-translated from English; corrections by native speakers are welcome.

status-on = ‏LAN Sync: تستطيع هواتفك المزامنة مع هذا الحاسوب.
status-syncing = ‏LAN Sync: تجري مزامنة { $device }.
status-address-changed = ‏LAN Sync: كان عنوان هذا الحاسوب { $former } وأصبح { $address }. اكتب العنوان الجديد على هواتفك.
status-problem = توقف LAN Sync مؤقتًا. { $reason }
