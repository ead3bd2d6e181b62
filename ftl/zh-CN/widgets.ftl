### Machine-translated from English; corrections by native speakers are welcome.

widgets-copy = 复制
widgets-copied = 已复制
widgets-moment = 请稍候…
