### Machine-translated from English; corrections by native speakers are welcome.
repairs-nothing = העותק של הטלפונים תקין.
repairs-done = זה היה שגוי ותוקן:
repairs-cards-without-note = כרטיסים בלי רשומה שהוסרו: { NUMBER($count) }
repairs-notes-without-cards = רשומות בלי כרטיסים שהוסרו: { NUMBER($count) }
repairs-graves = רישומי מחיקה שגויים שהוסרו: { NUMBER($count) }
repairs-media-added = קובצי מדיה שחסרו ברשימה ונוספו: { NUMBER($count) } ({ $names })
repairs-media-lost = קובצי מדיה חסרים, שהמכשיר הבא שיש לו ישלח שוב: { NUMBER($count) } ({ $names })
repairs-media-damaged = קובצי מדיה פגומים, שהמכשיר הבא שיש לו ישלח שוב: { NUMBER($count) } ({ $names })
repairs-miscounted = מספר קובצי המדיה תוקן.
repairs-backed-up = העותק גובה קודם.
