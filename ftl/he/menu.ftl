### Machine-translated from English; corrections by native speakers are welcome.

menu-title = LAN Sync
menu-toggle = סנכרן טלפונים עם המחשב הזה
menu-elsewhere = סנכרן את הפרופיל הזה עם { $address }
menu-toggle-too-old = סנכרן טלפונים עם המחשב הזה (דרוש Anki { $version } ומעלה)
menu-connect = חבר טלפון...
menu-devices = מכשירים ופעילות...
menu-settings = הגדרות...
menu-try-again = נסה להפעיל שוב
