### Machine-translated from English; corrections by native speakers are welcome.

accounts-title = החשבונות במחשב הזה
accounts-explained = לכל חשבון יש אוסף משלו. פרופיל מקבל חשבון כשמפעילים בו את הסנכרון; אפשר להוסיף חשבונות לאנשים אחרים או למחשבים שרק מסתנכרנים כאן. שינויים בחשבונות נכנסים לתוקף מיד.
accounts-add = הוסף...
accounts-change = שנה ססמה...
accounts-remove = הסר...
accounts-add-title = הוספת חשבון
accounts-change-title = שינוי הססמה של { $name }
accounts-name = שם משתמש
accounts-name-explained = עד 64 אותיות וספרות; זה השם שמקלידים בטלפונים.
accounts-password = ססמה
accounts-password-explained = הססמה הזאת נוצרה עבורך, ואפשר להקליד אחרת. היא מוצגת כאן פעם אחת בלבד, לכן רשום אותה או הקלד אותה בטלפון עכשיו.
accounts-change-explained = טלפונים שמחוברים בשם { $name } ימשיכו להסתנכרן. הססמה החדשה תידרש בהתחברות הבאה.
accounts-name-taken = כבר קיים חשבון בשם הזה. בחר שם אחר.
accounts-bad-name = שם משתמש מורכב מ־1 עד 64 אותיות וספרות; באמצעו מותרים רווחים והתווים ⁨- _ . @ +⁩
accounts-bad-character = התו "{ $character }" אינו מותר במקום הזה. { accounts-bad-name }
accounts-bad-invisible = בשם יש תו בלתי נראה ({ $code }). { accounts-bad-name }
accounts-name-reserved = ‏Windows שומר את השם { $name } להתקן. יש לבחור שם אחר.
accounts-bad-password = אורך הססמה הוא 8 עד 256 תווים, ולא כולם רווחים.
accounts-gone = החשבון הזה כבר לא קיים.
accounts-data-there = חשבון קודם בשם { $name } השאיר את האוסף שלו ב־{ $path }. החשבון החדש יסתנכרן איתו. אם זה מה שרצית, שמור שוב; אם לא, בחר שם אחר.
accounts-in-use = הפרופיל { $profile } מסתנכרן עם החשבון { $name }. כבה קודם את הסנכרון בפרופיל הזה, ואז אפשר יהיה להסיר את החשבון.
accounts-remove-with-data = טלפונים שמשתמשים בחשבון { $name } לא יוכלו עוד להסתנכרן עם המחשב הזה. האוסף, המדיה והגיבויים שלו נשמרים ב־{ $path }; אם אין בהם צורך, מחק את התיקייה ידנית.
accounts-remove-without-data = טלפונים שמשתמשים בחשבון { $name } לא יוכלו עוד להסתנכרן עם המחשב הזה. אין לו כאן נתונים.
accounts-remove-ok = הסר את החשבון
