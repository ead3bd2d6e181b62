### Machine-translated from English; corrections by native speakers are welcome.

activity-tab = פעילות
activity-when = מתי
activity-device = מכשיר
activity-what = מה קרה
activity-signed-in = התחבר בשם { $user }
activity-refused = ססמה שגויה עבור { $user }: נדחה
activity-refused-name = שם משתמש לא מוכר: נדחה
activity-slowed = יותר מדי ססמאות שגויות: צריך להמתין
activity-refused-from = { $what } ({ $address })
activity-changes-from-here = שינויים מהמחשב הזה: { NUMBER($count) }
activity-nothing-new = אין חדש
activity-both-ways = { $from-device }; { $from-here }
activity-uploaded = שלח לכאן את כל האוסף שלו ({ $size }, משך: { $duration })
activity-downloaded = קיבל את כל האוסף ({ $size }, משך: { $duration })
activity-put-back = העותק הקודם של { $user } הוחזר במחשב הזה
activity-media-from = קובצי מדיה מ־{ $device }: { NUMBER($count) } ({ $size })
activity-media-from-here = קובצי מדיה מהמחשב הזה: { NUMBER($count) } ({ $size })
activity-reviews-in-anki = חזרות שנמצאות עכשיו ב־Anki: { NUMBER($count) }
activity-changes-in-anki = שינויים שנמצאים עכשיו ב־Anki: { NUMBER($count) }
activity-collection-in-anki = האוסף שלו נמצא עכשיו ב־Anki
activity-failed = נכשל: { $reason }
activity-repeated = { $what } ({ $count }×)
activity-log-hint = היומן הטכני מיועד לדיווח על תקלות. אין בו ססמאות ואין בו כרטיסים.
activity-copy-log = העתק יומן טכני
