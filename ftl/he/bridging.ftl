### Machine-translated from English; corrections by native speakers are welcome.

bridging-reviews-from = חזרות מ־{ $device }: { NUMBER($count) }
bridging-changes-from = שינויים מ־{ $device }: { NUMBER($count) }
bridging-collection-from = האוסף של { $device } נמצא עכשיו ב־Anki
bridging-taking-over = מעביר את מה שהטלפונים שלך הביאו...
bridging-waiting-review = ממתין עד שתסיים את החזרה
bridging-waiting-dialog = ממתין עד שתסגור את החלון הפתוח
bridging-waiting-answer = ממתין לתשובה שלך לשאלה של Anki
bridging-waiting-phone = ממתין עד שהטלפון יסיים
bridging-waiting-anki = ממתין עד ש־Anki יסיים
bridging-pairing = בעותק של הטלפונים שלך במחשב הזה כבר יש כרטיסים, וגם בפרופיל הזה. הם עוד לא אוחדו מעולם. עם מה הטלפונים שלך צריכים להסתנכרן?
bridging-pairing-from-anki = צור את העותק מחדש מהפרופיל הזה
bridging-both-schemas = סוגי פתקים או שדות שונו גם ב־Anki וגם בטלפון, ולכן אי אפשר למזג ביניהם. איזה צד לשמור?
bridging-store-replaced = טלפון החליף את העותק של הטלפונים שלך באוסף שלו. כרטיסים שיש ב־Anki וחסרים שם: { NUMBER($count) }. מה לעשות?
bridging-take-over = העבר אותו ל־Anki
bridging-put-back = החזר את מה שב־Anki
bridging-collection-replaced = האוסף ב־Anki הוחלף בסנכרון חד־כיווני או בגיבוי. שינויים שנעשו לפני כן ועדיין נמצאים בעותק של הטלפונים שלך: { NUMBER($count) }. להעביר אותם ל־Anki?
bridging-keep-waiting = שמור את השינויים
bridging-drop = ותר על השינויים
bridging-keep-phones = שמור את העותק של הטלפונים
bridging-keep-anki = שמור את מה שב־Anki
bridging-keep-both = אחד את שניהם
bridging-backed-up = הצד שמוחלף מגובה קודם, עם התאריך של היום. אחר כך ייתכן שטלפון ישאל פעם אחת איזה צד לשמור; בחר שם "הורדה".
bridging-media-gone = { NUMBER($count) } מתוך { NUMBER($total) } קובצי מדיה חסרים בתיקיית המדיה של הפרופיל הזה. אם לא התכוונת למחוק אותם, ודא שהתיקייה והדיסק שלה נמצאים; בינתיים הטלפונים שומרים את הקבצים שלהם. למחוק אותם גם בטלפונים שלך?
bridging-media-delete = מחק אותם
bridging-moved = התוסף LAN Sync כבר לא מתערב בסנכרון של הפרופיל הזה: Anki שוב מסתנכרן עם { $server } בתור { $user }, והטלפונים שלך ממשיכים להסתנכרן עם המחשב הזה. שני העותקים אוחדו וגובו. בסנכרון הבא ייתכן ש־{ $server } ישאל פעם אחת איזה צד לשמור: בחר להעלות.
bridging-moved-without-login = התוסף LAN Sync כבר לא מתערב בסנכרון של הפרופיל הזה, והטלפונים שלך ממשיכים להסתנכרן עם המחשב הזה. שני העותקים אוחדו וגובו.
