### Machine-translated from English; corrections by native speakers are welcome.
restoring-question = לחזור לגיבוי הזה? המצב הנוכחי יגובה קודם, כך שאפשר לבטל.
restoring-backup = גיבוי מ־{ $date }
restoring-anki = האוסף ב־Anki נעשה זהה. בסנכרון הבא של Anki השרת שלו מקבל את השינויים; אם יישאל איזה צד לשמור, בחרו להעלות.
restoring-devices = בסנכרון הבא כל מכשיר של { $user } ישאל איזה צד לשמור: בחר "הורד מ-AnkiWeb" (ב־AnkiDroid:‏ "AnkiWeb").
restoring-restore = שחזור
restoring-done = הגיבוי שוחזר.
