### Machine-translated from English; corrections by native speakers are welcome.

devices-title = 기기 및 활동
devices-tab = 기기
devices-name = 기기
devices-app = 앱
devices-user = 사용자
devices-last-seen = 마지막 접속
devices-last-sync = 마지막 동기화
devices-first-seen = 첫 접속
devices-never-synced = 아직 없음
devices-failed = 마지막 시도 실패
devices-synced = { $ago }: 받음 { NUMBER($received-count) }개, 보냄 { NUMBER($sent-count) }개, { $duration } 걸림
devices-uploaded = { $ago }: 컬렉션 전체를 여기로 보냄({ $size }, { $duration })
devices-downloaded = { $ago }: 컬렉션 전체를 내려받음({ $size }, { $duration })
devices-in-anki = { $sync }, { $time }부터 Anki에 있음
devices-not-in-anki = { $sync }, { $what }
devices-hint = 기기를 두 번 클릭하면 이름을 바꿀 수 있습니다.
devices-rename = 이름 변경
devices-remove = 이 기기 제거...
devices-remove-question = { $device }을(를) 제거할까요? 그 기기에서 다시 로그인할 때까지 이 컴퓨터와 동기화할 수 없습니다. 기기의 카드는 그대로 있고 다른 기기에는 영향이 없으며, 지금까지 동기화한 내용도 여기에 남습니다.
devices-remove-now = 이 기기 제거
devices-counting-storage = 데이터가 차지하는 공간을 계산하는 중...
devices-storage = 디스크 사용량 { $total }: 컬렉션 { $collection }, 미디어 { $media }, 백업과 삭제된 미디어 { $backups }
devices-no-storage = 데이터 폴더를 읽을 수 없습니다({ $reason }).
devices-open-folder = 폴더 열기
