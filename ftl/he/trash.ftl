### Machine-translated from English; corrections by native speakers are welcome.
trash-title = מדיה שנמחקה
trash-explained = צלילים ותמונות שמכשירים מחקו או החליפו נשמרים כאן 30 יום, עד 1 GiB. מה שתחזירו יגיע לכל המכשירים בסנכרון הבא שלהם.
trash-file = קובץ
trash-since = נמחק או הוחלף
trash-put-back = החזרה
trash-done = קבצים שהוחזרו: { NUMBER($count) }.
trash-empty = לא נמחקה ולא הוחלפה מדיה.
