### Machine-translated from English; corrections by native speakers are welcome.

messages-not-now = לא עכשיו
