### Machine-translated from English; corrections by native speakers are welcome.

devices-title = מכשירים ופעילות
devices-tab = מכשירים
devices-name = מכשיר
devices-app = אפליקציה
devices-user = משתמש
devices-last-seen = נראה לאחרונה
devices-last-sync = סנכרון אחרון
devices-first-seen = נראה לראשונה
devices-never-synced = עדיין לא
devices-failed = הניסיון האחרון נכשל
devices-synced = { $ago }: התקבלו { NUMBER($received-count) }, נשלחו { NUMBER($sent-count) }, משך: { $duration }
devices-uploaded = { $ago }: שלח לכאן את כל האוסף שלו ({ $size }, משך: { $duration })
devices-downloaded = { $ago }: קיבל את כל האוסף ({ $size }, משך: { $duration })
devices-in-anki = { $sync }; ב־Anki מאז { $time }
devices-not-in-anki = { $sync }; { $what }
devices-hint = לחץ לחיצה כפולה על מכשיר כדי לתת לו שם אחר.
devices-rename = שנה שם
devices-remove = הסר את המכשיר הזה...
devices-remove-question = להסיר את { $device }? המכשיר לא יוכל להסתנכרן עם המחשב הזה עד שמישהו יתחבר בו שוב. הכרטיסים שלו נשארים בו, מכשירים אחרים לא מושפעים, וכל מה שסנכרן נשאר כאן.
devices-remove-now = הסר את המכשיר הזה
devices-counting-storage = מחשב כמה מקום תופסים הנתונים בדיסק...
devices-storage = נפח בדיסק { $total }: אוספים { $collection }, מדיה { $media }, גיבויים ומדיה שנמחקה { $backups }
devices-no-storage = לא ניתן לקרוא את תיקיית הנתונים ({ $reason }).
devices-open-folder = פתח תיקייה
