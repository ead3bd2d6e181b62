### Machine-translated from English; corrections by native speakers are welcome.
replaced-question = המכשיר { $device } החליף את העותק של { $user } במחשב הזה באוסף שלו. הקודם גובה. איזה מהם יהיה כאן?
replaced-before = העותק הקודם
replaced-now = העותק הנוכחי
replaced-keep = השאר את הנוכחי
replaced-bring-back = החזר את הקודם
replaced-done = העותק הקודם הוחזר. בסנכרון הבא כל מכשיר של { $user } ישאל איזה צד לשמור: בחר "הורד מ-AnkiWeb" (ב־AnkiDroid:‏ "AnkiWeb").
replaced-undo = בטל את השינוי
