### Machine-translated from English; corrections by native speakers are welcome.

widgets-copy = העתק
widgets-copied = הועתק
widgets-moment = רק רגע...
