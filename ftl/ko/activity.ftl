### Machine-translated from English; corrections by native speakers are welcome.

activity-tab = 활동
activity-when = 시간
activity-device = 기기
activity-what = 내용
activity-signed-in = { $user } 계정으로 로그인함
activity-refused = { $user }의 비밀번호가 틀림: 거부됨
activity-refused-name = 알 수 없는 사용자 이름: 거부됨
activity-slowed = 틀린 비밀번호가 너무 많음: 기다려야 함
activity-refused-from = { $what } ({ $address })
activity-changes-from-here = 이 컴퓨터에서 변경 { $count }개
activity-nothing-new = 새로운 내용 없음
activity-both-ways = { $from-device }, { $from-here }
activity-uploaded = 컬렉션 전체를 여기로 보냄({ $size }, { $duration })
activity-downloaded = 컬렉션 전체를 내려받음({ $size }, { $duration })
activity-put-back = 이 컴퓨터에서 { $user }의 이전 사본으로 되돌림
activity-media-from = { $device }에서 미디어 파일 { $count }개({ $size })
activity-media-from-here = 이 컴퓨터에서 미디어 파일 { $count }개({ $size })
activity-reviews-in-anki = 복습 { $count }개가 Anki에 들어옴
activity-changes-in-anki = 변경 { $count }개가 Anki에 들어옴
activity-collection-in-anki = 컬렉션이 Anki에 들어옴
activity-failed = 실패: { $reason }
activity-repeated = { $what } ({ $count }회)
activity-log-hint = 기술 로그는 오류 신고에 사용합니다. 비밀번호와 카드 내용은 들어 있지 않습니다.
activity-copy-log = 기술 로그 복사
