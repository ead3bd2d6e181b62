### Machine-translated from English; corrections by native speakers are welcome.

widgets-copy = העתק
widgets-copied = הועתק
widgets-moment = רק רגע...
widgets-close = סגור
widgets-unsaved = מה שהקלדת כאן עדיין לא נשמר. לסגור את החלון בלי לשמור?
widgets-discard = סגור בלי לשמור
