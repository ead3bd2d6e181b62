### Machine-translated from English; corrections by native speakers are welcome.

page-title = LAN Sync
page-heading = חיבור המכשיר הזה
page-intro = התוכנה Anki במחשב מוכנה. העתק את מה שלמטה, מלמעלה למטה, אל Anki במכשיר הזה.
page-copy = העתק
page-copied = הועתק
page-password = הדף הזה מציג את שם המשתמש והססמה רק אם פותחים אותו עם הקוד שמופיע ב־Anki במחשב, תחת כלים > LAN Sync > חבר טלפון.
page-expired = הקוד הזה כבר נוצל או שעברו יותר מעשר דקות. הצג קוד חדש בחלון "חיבור טלפון" במחשב וסרוק אותו.
page-ankidroid = ⁨Android (AnkiDroid)⁩
page-ankimobile = ⁨iPhone, iPad (AnkiMobile)⁩
page-computer = מחשב אחר (Anki)
page-ankidroid-server = ב־AnkiDroid 2.16 ומעלה, פתח הגדרות > סנכרון > שרת סנכרון מותאם אישית והקש על כתובת ה־URL לסנכרון. הדבק את הכתובת ואשר.
page-ankidroid-login = חזור דף אחד אחורה, הקש על "חשבון AnkiWeb" והתחבר עם שם המשתמש והססמה שמוצגים במחשב. אם אתה מחובר שם ל־AnkiWeb, צא קודם מהחשבון.
page-ankidroid-sync = הקש על כפתור הסנכרון. אם AnkiDroid שואל איזה אוסף לשמור, "AnkiWeb" הוא האוסף שבמחשב.
page-ankimobile-server = בהגדרות של AnkiMobile, חפש את הגדרות הסנכרון ושם את שרת הסנכרון המותאם אישית. הדבק את הכתובת.
page-ankimobile-login = הקש על כפתור הסנכרון והתחבר עם שם המשתמש והססמה שמוצגים במחשב. אם אתה מחובר ל־AnkiWeb, צא קודם מהחשבון.
page-ankimobile-network = אם ה־iPhone שואל אם לאפשר ל־Anki למצוא מכשירים ברשת המקומית, אשר זאת. אפשר לשנות זאת אחר כך בהגדרות של ה־iPhone עצמו, תחת Anki.
page-computer-server = ב־Anki, פתח כלים > העדפות > רשת והדבק את הכתובת בשדה "שרת סנכרון עצמי".
page-computer-login = אם אתה מחובר שם, צא מהחשבון; לאחר מכן התחבר עם שם המשתמש והססמה מהמחשב הראשון.
page-computer-sync = סגור את ההעדפות ולחץ על "סינכרון".
page-note = זה עובד כל עוד Anki פתוח במחשב ושניהם באותה רשת, למשל באותה רשת Wi-Fi.
