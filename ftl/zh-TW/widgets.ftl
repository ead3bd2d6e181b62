### Machine-translated from English; corrections by native speakers are welcome.

widgets-copy = 複製
widgets-copied = 已複製
widgets-moment = 請稍候...
