### Machine-translated from English; corrections by native speakers are welcome.

widgets-copy = 복사하기
widgets-copied = 복사됨
widgets-moment = 잠시만 기다려 주세요...
widgets-close = 닫기
widgets-unsaved = 여기에 입력한 내용이 아직 저장되지 않았습니다. 저장하지 않고 창을 닫을까요?
widgets-discard = 저장하지 않고 닫기
