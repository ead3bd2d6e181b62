### Machine-translated from English; corrections by native speakers are welcome.
replaced-question = { $device }이(가) 이 컴퓨터에 있는 { $user }의 사본을 자신의 컬렉션으로 바꾸었습니다. 이전 것은 백업되었습니다. 어느 것을 여기에 둘까요?
replaced-before = 이전 사본
replaced-now = 현재 사본
replaced-keep = 현재 것 유지
replaced-bring-back = 이전 것으로 되돌리기
replaced-done = 이전 사본으로 되돌렸습니다. 다음 동기화 때 { $user }의 각 기기가 어느 쪽을 유지할지 묻습니다. “AnkiWeb에서 다운로드”(AnkiDroid에서는 “AnkiWeb”)를 선택하세요.
replaced-undo = 실행 취소
