### Machine-translated from English; corrections by native speakers are welcome.

switching-preparing = מתכונן לסנכרון עם הטלפונים שלך...
switching-copying = מעתיק את האוסף שלך עבור הטלפונים...
switching-closing = אחד המכשירים עדיין מסתנכרן עם המחשב הזה. Anki ממתין לו, שניות ספורות לכל היותר.
switching-off-done = טלפונים כבר לא מסתנכרנים עם המחשב הזה. הסנכרון של הפרופיל הזה לא השתנה.
switching-back-done = ‏Anki מסתנכרן כמו קודם, וייתכן שישאל פעם אחת איזה צד לשמור.
switching-left = חשבון הסנכרון או השרת של הפרופיל הזה שונו בהעדפות של Anki או על ידי תוסף אחר, ולכן הפרופיל מסתנכרן עכשיו כפי שהוגדר שם. הטלפונים שלך מסתנכרנים עם המחשב הזה כמו קודם.
switching-config-later = ההגדרות החדשות נשמרו. הן ייכנסו לתוקף בפעם הבאה שתפתח את הפרופיל הזה, כי מתבצע סנכרון או שההעדפות פתוחות.
switching-use-port = השתמש ביציאה { $port }
switching-cancel = בטל
switching-cards = כרטיסים
switching-notes = רשומות
switching-reviews = חזרות
switching-number = { NUMBER($count) }
switching-side-anki = הפרופיל הזה ב־Anki
switching-side-phones = העותק של הטלפונים שלך במחשב הזה
switching-elsewhere = מעכשיו הפרופיל הזה מסתנכרן עם { $server }. בסנכרון הראשון שם קרוב לוודאי שצד אחד יצטרך להחליף את השני; Anki ישאל אז איזה מהם לשמור.
switching-elsewhere-after = בשאלה הזאת Anki כותב "AnkiWeb" ומתכוון לשרת הזה. אם תבחר להוריד, Anki יגבה קודם את הפרופיל הזה. אם תבחר להעלות, מה שבשרת יוחלף. פרטי ההתחברות הנוכחיים שלך נשמרים ויחזרו כשתחזור לסנכרון הקודם. הטלפונים שלך מסתנכרנים עם המחשב הזה כמו קודם.
switching-elsewhere-ok = סנכרן שם
switching-back = הפרופיל הזה חוזר אל { $server } ואל החשבון { $user }, כפי שהיו. בסנכרון הבא שם קרוב לוודאי שצד אחד יצטרך להחליף את השני; Anki ישאל אז איזה מהם לשמור.
switching-back-after = כדי לשמור את מה שמוצג ב־Anki עכשיו, בחר להעלות. הטלפונים שלך מסתנכרנים עם המחשב הזה כמו קודם.
switching-back-ok = חזור
switching-delete-data = העותקים של הטלפונים שלך מכל הפרופילים (כרטיסים, מדיה וגיבויים) נמצאים ב־{ $path }. לשמור אותם? בכל מקרה האוסף שלך ב־Anki לא משתנה.
switching-delete-keep = שמור אותם
switching-delete-trash = העבר אותם לאשפה
switching-delete-failed = לא ניתן היה להעביר לאשפה את נתוני הטלפונים ({ $reason }). הם עדיין שם; אפשר למחוק את התיקייה ידנית.
