### Machine-translated from English; corrections by native speakers are welcome.

widgets-copy = コピー
widgets-copied = コピーしました
widgets-moment = お待ちください...
