### Machine-translated from English; corrections by native speakers are welcome.

switching-preparing = 휴대폰과 동기화할 준비를 하는 중...
switching-copying = 휴대폰용으로 컬렉션을 복사하는 중...
switching-closing = 아직 이 컴퓨터와 동기화 중인 기기가 있습니다. Anki는 동기화가 끝날 때까지 길어도 몇 초만 기다립니다.
switching-off-done = 휴대폰은 더 이상 이 컴퓨터와 동기화하지 않습니다. 이 프로필의 동기화 대상은 바뀌지 않았습니다.
switching-back-done = Anki는 이전처럼 동기화하며, 어느 쪽을 유지할지 한 번 물을 수 있습니다.
switching-left = 이 프로필의 동기화 계정이나 서버가 Anki의 환경 설정 또는 다른 애드온에 의해 변경되어 이 프로필은 이제 변경된 설정대로 동기화합니다. 휴대폰은 이전처럼 이 컴퓨터와 동기화합니다.
switching-config-later = 새 설정을 저장했습니다. 동기화 중이거나 환경 설정이 열려 있어 다음에 이 프로필을 열 때부터 적용됩니다.
switching-use-port = { $port }번 포트 사용
switching-cancel = 취소
switching-cards = 카드
switching-notes = 노트
switching-reviews = 복습
switching-number = { NUMBER($count) }
switching-side-anki = Anki의 이 프로필
switching-side-phones = 이 컴퓨터에 있는 휴대폰용 사본
switching-elsewhere = 이제부터 이 프로필은 { $server } 서버와 동기화합니다. 첫 동기화 때 한쪽이 다른 쪽을 대체해야 할 가능성이 높으며, 어느 쪽을 유지할지 Anki가 묻습니다.
switching-elsewhere-after = 그 질문에서 “AnkiWeb”은 이 서버를 뜻합니다. 다운로드를 선택하면 Anki가 먼저 이 프로필을 백업합니다. 업로드를 선택하면 서버의 데이터가 대체됩니다. 현재 로그인은 보관되며 되돌아갈 때 다시 쓰입니다. 휴대폰은 이전처럼 이 컴퓨터와 동기화합니다.
switching-elsewhere-ok = 그 서버와 동기화
switching-back = 이 프로필은 원래대로 { $server } 서버와 { $user } 로그인으로 돌아갑니다. 다음 동기화 때 한쪽이 다른 쪽을 대체해야 할 가능성이 높으며, 어느 쪽을 유지할지 Anki가 묻습니다.
switching-back-after = 지금 Anki에 보이는 내용을 유지하려면 업로드를 선택하세요. 휴대폰은 이전처럼 이 컴퓨터와 동기화합니다.
switching-back-ok = 되돌리기
switching-delete-data = 모든 프로필의 휴대폰용 사본(카드, 미디어, 백업)이 { $path }에 있습니다. 유지할까요? 어느 쪽을 선택해도 Anki에 있는 컬렉션은 그대로입니다.
switching-delete-keep = 유지
switching-delete-trash = 휴지통으로 이동
switching-delete-failed = 휴대폰 데이터를 휴지통으로 옮기지 못했습니다({ $reason }). 데이터는 그대로 있으며 폴더를 직접 삭제할 수 있습니다.
