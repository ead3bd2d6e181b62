### Machine-translated from English; corrections by native speakers are welcome.

check-title = למה הטלפון לא מצליח להתחבר?
check-intro = התוסף LAN Sync בודק אם אפשר להגיע למחשב הזה בכתובות שלו, ומה עלול להפריע.
check-again = בדוק שוב
check-stop = עצור
check-stopped = הבדיקה נעצרה לפני שהושלמה.
check-phone-side = הטלפון צריך להיות באותה רשת כמו המחשב הזה; רשת Wi-Fi לאורחים מפרידה לרוב בין מכשירים. כבה לרגע בטלפון VPN ונתונים סלולריים, ופתח את הכתובת בדפדפן שלו: אם מופיע דף, החיבור תקין.
check-no-network = המחשב הזה לא מחובר לשום רשת. חבר אותו לרשת שבה נמצא הטלפון.
check-answers = הכתובת { $address } מובילה ל־Anki במחשב הזה.
check-no-answer = הכתובת { $address } לא עונה ({ $reason }).
check-other-program = בכתובת { $address } עונה תוכנה אחרת. בחר יציאה אחרת בהגדרות.
check-no-firewall = לא נמצאה במחשב הזה חומת אש שעלולה להפריע.
check-firewall-on = חומת האש { $firewall } פעילה ועלולה לחסום טלפונים. כדי לאפשר להם להתחבר, העתק את השורה הזאת למסוף שנפתח בהרשאות מנהל:
check-firewall-blocks = חומת האש { $firewall } חוסמת את Anki. כדי לאפשר לטלפונים להתחבר, אפשר שם את Anki, או העתק את השורה הזאת למסוף שנפתח בהרשאות מנהל:
check-firewall-public = חומת האש { $firewall } מחשיבה את הרשת הזאת לרשת ציבורית ועלולה לחסום טלפונים. הגדר את הרשת כפרטית בהגדרות המערכת, או העתק את השורה הזאת למסוף שנפתח בהרשאות מנהל:
check-firewall-blocks-all = חומת האש של { $firewall } חוסמת את כל החיבורים הנכנסים. כבה זאת בהגדרות המערכת.
check-firewall-allows = חומת האש { $firewall } מאפשרת לטלפונים להגיע ל־Anki.
check-firewall-other = חומת האש { $firewall } פעילה ועלולה לחסום טלפונים. אפשר את Anki בהגדרות שלה.
