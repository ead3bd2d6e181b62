### Machine-translated from English; corrections by native speakers are welcome.

status-on = ‏LAN Sync: הטלפונים שלך יכולים להסתנכרן עם המחשב הזה.
status-syncing = ‏LAN Sync: המכשיר { $device } מסתנכרן.
status-waiting = ‏LAN Sync: מה שהטלפונים שלך הביאו { $what }.
status-question = לתוסף LAN Sync יש שאלה לפני שהטלפונים שלך ו־Anki יוכלו להיות שוב תואמים. לחץ כאן כדי לענות עליה.
status-replaced = המכשיר { $device } החליף את העותק של { $user }. כרטיסים קודם: { NUMBER($before) }, עכשיו: { NUMBER($now) }. לחץ כדי לבחור.
status-apart = לא ניתן היה לאחד את Anki ואת העותק של הטלפונים שלך; שניהם נשארו כפי שהיו. { $reason }
status-media-missing = תיקיית המדיה של הפרופיל הזה חסרה או שלא ניתן לקרוא אותה, ולכן הטלפונים שלך לא יכולים לסנכרן צלילים ותמונות. ודא שהתיקייה והדיסק שלה נמצאים.
status-address-changed = ‏LAN Sync: כתובת המחשב הזה הייתה { $former } ועכשיו היא { $address }. הקלד את הכתובת החדשה בטלפונים שלך.
status-problem = טלפונים לא יכולים להסתנכרן עם המחשב הזה. { $reason }
status-no-backup = הטלפונים יכולים להסתנכרן, אך לא ניתן לגבות את העותק שלהם ({ $reason }). בדקו שהדיסק אינו מלא.
