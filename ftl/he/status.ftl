### Machine-translated from English; corrections by native speakers are welcome.

status-on = ‏LAN Sync: הטלפונים שלך יכולים להסתנכרן עם המחשב הזה.
status-syncing = ‏LAN Sync: המכשיר { $device } מסתנכרן.
status-address-changed = ‏LAN Sync: כתובת המחשב הזה הייתה { $former } ועכשיו היא { $address }. הקלד את הכתובת החדשה בטלפונים שלך.
status-problem = התוסף LAN Sync מושהה. { $reason }
