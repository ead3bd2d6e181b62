### Machine-translated from English; corrections by native speakers are welcome.

activity-tab = פעילות
activity-when = מתי
activity-device = מכשיר
activity-what = מה קרה
activity-signed-in = התחבר בשם { $user }
activity-refused = שם משתמש או ססמה שגויים ("{ $user }")
activity-synced = הסתנכרן: התקבלו { NUMBER($received-count) }, נשלחו { NUMBER($sent-count) }, משך: { $duration }
activity-uploaded = שלח לכאן את כל האוסף שלו ({ $size }, משך: { $duration })
activity-downloaded = קיבל את כל האוסף ({ $size }, משך: { $duration })
activity-media = מדיה: התקבלו { NUMBER($received-count) } ({ $received-size }), נשלחו { NUMBER($sent-count) } ({ $sent-size })
activity-reviews-in-anki = חזרות שנמצאות עכשיו ב־Anki: { NUMBER($count) }
activity-changes-in-anki = שינויים שנמצאים עכשיו ב־Anki: { NUMBER($count) }
activity-collection-in-anki = האוסף שלו נמצא עכשיו ב־Anki
activity-failed = נכשל: { $reason }
activity-repeated = { $what } ({ $count }×)
activity-log-hint = היומן הטכני מיועד לדיווח על תקלות. אין בו ססמאות ואין בו כרטיסים.
activity-copy-log = העתק יומן טכני
