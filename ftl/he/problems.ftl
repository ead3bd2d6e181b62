### Machine-translated from English; corrections by native speakers are welcome.

problems-port-taken-use-next = תוכנה אחרת במחשב הזה כבר משתמשת ביציאה { $port }, ולכן הטלפונים שלך לא יכולים להסתנכרן עם Anki. היציאה { $next_free } פנויה. אם תשתמש בה, הקלד את הכתובת החדשה בטלפונים שלך.
problems-port-taken = תוכנה אחרת במחשב הזה כבר משתמשת ביציאה { $port }, ולכן הטלפונים שלך לא יכולים להסתנכרן עם Anki. סגור את התוכנה, או בחר יציאה אחרת תחת כלים > LAN Sync > הגדרות.
problems-cannot-listen = לא ניתן להמתין לטלפונים בכתובת { $address }, יציאה { $port } ({ $reason }). בדוק את "{ settings-port }" תחת כלים > LAN Sync > הגדרות, ואת "listen" בהגדרות כטקסט: הערך חייב להיות כתובת של המחשב הזה או ריק.
problems-certificate = התוסף LAN Sync לא יכול להציע https:‏ { $path } ({ $reason }). בדוק את "{ settings-certificate }" תחת כלים > LAN Sync > הגדרות.
problems-data-folder = התוסף LAN Sync לא יכול להשתמש ב־{ $path } ({ $reason }). ודא שהדיסק לא מלא ושיש לך הרשאת כתיבה שם, ואז נסה שוב.
problems-data-folder-in-use = תוכנת Anki אחרת או שרת LAN Sync אחר ({ $holder }) כבר משתמשים בתיקייה { $path }, ולכן הטלפונים שלך לא יכולים להסתנכרן עם Anki הזה. סגור את התוכנה האחרת, ואז נסה שוב.
problems-host-too-old = טלפונים לא יכולים להסתנכרן עם המחשב הזה, כי Anki הזה ישן מדי לשם כך: דרוש Anki { $version } ומעלה. התקן Anki חדש יותר, או בחר שרת אחר תחת כלים > LAN Sync > הגדרות.
problems-server-failed = השרת לטלפונים שלך לא הופעל ({ $reason }). נסה שוב; אם זה לא עוזר, הפעל מחדש את Anki.
problems-sync-running = סנכרון מתבצע כעת. המתן לסיומו ואז נסה שוב.
problems-store-busy = טלפון מסתנכרן כעת עם המחשב הזה. המתן לסיומו ואז נסה שוב.
problems-collection-closed = הפרופיל נסגר לפני שהיה אפשר לאחד את Anki ואת העותק של הטלפונים שלך. פתח אותו ואז נסה שוב.
problems-store-full = הדיסק של { $path } מלא. פנה מקום ואז נסה שוב.
problems-store-in-use = תוכנה אחרת משתמשת בעותק של הטלפונים שלך ({ $path }). סגור אותה ואז נסה שוב.
problems-store-damaged = העותק של הטלפונים שלך במחשב הזה פגום ({ $reason }). סגור את Anki והעבר את הקובץ { $path } למקום אחר; Anki ייצור אז עותק חדש מהפרופיל הזה. עותקים ישנים יותר נמצאים ב־{ $backups }.
problems-store-too-new = הקובץ { $path } נכתב בגרסה חדשה יותר של LAN Sync. עדכן את LAN Sync ואז נסה שוב.
problems-collection-unreadable = הטלפונים שלך לא יוכלו לקרוא את האוסף ב־Anki ({ $reason }). בחר כלים > בדוק מסד נתונים ואז נסה שוב.
problems-collection-unusable = לא ניתן לקרוא את האוסף של Anki או לכתוב בו ({ $reason }). ודא שהדיסק שלו לא מלא ואז נסה שוב.
problems-preferences-open = סגור קודם את ההעדפות של Anki, ואז נסה שוב.
problems-bad-address = "{ $address }" אינה כתובת של שרת. כתובת נראית כך: ⁨http://192.168.1.5:27701/⁩
problems-ankiweb-address = זו הכתובת של AnkiWeb, ואין צורך להקליד אותה. כדי להסתנכרן עם AnkiWeb, בחר בו למעלה.
problems-bad-setting = ההגדרה "{ $key }" לא יכולה להיות { $value }, ולכן נעשה במקומה שימוש בערך המקורי של LAN Sync. שנה אותה כאן ושמור.
problems-no-fitting-wheel = התוסף LAN Sync לא כולל { $package } שמתאים ל־Python שבו Anki הזה פועל, ולכן השרת לא יכול לפעול. השתמש במקומו ב־Anki מדף ההורדה של Anki.
problems-32-bit = זהו Anki של 32 סיביות, והשרת של LAN Sync זקוק ל־Anki של 64 סיביות. התקן Anki של 64 סיביות מדף ההורדה של Anki.
problems-damaged-wheel = הקובץ { $path } של LAN Sync חסר או פגום. התקן שוב את LAN Sync.
problems-other = משהו השתבש ב־LAN Sync: { $reason }
