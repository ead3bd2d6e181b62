### Machine-translated from English; corrections by native speakers are welcome.

widgets-copy = 복사하기
widgets-copied = 복사됨
widgets-moment = 잠시만 기다려 주세요...
