### Machine-translated from English; corrections by native speakers are welcome.
trash-title = 삭제된 미디어
trash-explained = 기기가 삭제하거나 바꾼 소리와 그림을 30일 동안, 1GiB까지 여기에 보관합니다. 되돌린 것은 다음 동기화 때 모든 기기로 갑니다.
trash-file = 파일
trash-since = 삭제 또는 교체 시각
trash-put-back = 되돌리기
trash-done = 파일 { NUMBER($count) }개를 되돌렸습니다.
trash-empty = 삭제되거나 바뀐 미디어가 없습니다.
