### Machine-translated from English; corrections by native speakers are welcome.
repairs-nothing = 휴대폰 사본에 문제가 없습니다.
repairs-done = 다음 문제를 복구했습니다:
repairs-cards-without-note = 노트 없는 카드 삭제: { NUMBER($count) }장
repairs-notes-without-cards = 카드 없는 노트 삭제: { NUMBER($count) }개
repairs-graves = 잘못된 삭제 기록 제거: { NUMBER($count) }개
repairs-media-added = 목록에 없던 미디어 추가: { NUMBER($count) }개({ $names })
repairs-media-lost = 없어진 미디어(가지고 있는 기기가 다시 보냅니다): { NUMBER($count) }개({ $names })
repairs-media-damaged = 손상된 미디어(가지고 있는 기기가 다시 보냅니다): { NUMBER($count) }개({ $names })
repairs-miscounted = 미디어 파일 수를 바로잡았습니다.
repairs-backed-up = 먼저 사본을 백업했습니다.
