### Machine-translated from English; corrections by native speakers are welcome.
restoring-question = 이 백업으로 되돌릴까요? 지금 있는 내용을 먼저 백업하므로 취소할 수 있습니다.
restoring-backup = { $date } 백업
restoring-anki = Anki의 모음집도 같아집니다. Anki가 다음에 동기화할 때 그 서버가 변경 내용을 받습니다. 어느 쪽을 남길지 물으면 업로드를 선택하세요.
restoring-devices = 다음 동기화 때 { $user }의 각 기기가 어느 쪽을 유지할지 묻습니다. “AnkiWeb에서 다운로드”(AnkiDroid에서는 “AnkiWeb”)를 선택하세요.
restoring-restore = 복원
restoring-done = 백업을 복원했습니다.
