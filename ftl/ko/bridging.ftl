### Machine-translated from English; corrections by native speakers are welcome.

bridging-reviews-from = { $device }에서 복습 { $count }개
bridging-changes-from = { $device }에서 변경 { $count }개
bridging-collection-from = { $device }의 컬렉션이 Anki에 들어왔습니다
bridging-taking-over = 휴대폰에서 온 데이터를 가져오는 중...
bridging-waiting-review = 복습이 끝나기를 기다리는 중
bridging-waiting-dialog = 열린 창이 닫히기를 기다리는 중
bridging-waiting-answer = Anki의 질문에 답하기를 기다리는 중
bridging-waiting-phone = 휴대폰이 끝나기를 기다리는 중
bridging-waiting-anki = Anki가 끝나기를 기다리는 중
bridging-pairing = 이 컴퓨터에 있는 휴대폰용 사본에 이미 카드가 있고 이 프로필에도 있습니다. 둘은 아직 합쳐진 적이 없습니다. 휴대폰을 무엇과 동기화할까요?
bridging-pairing-from-anki = 이 프로필에서 사본 다시 만들기
bridging-both-schemas = 노트 유형이나 필드가 Anki와 휴대폰 양쪽에서 변경되어 합칠 수 없습니다. 어느 쪽을 유지할까요?
bridging-store-replaced = 휴대폰이 휴대폰용 사본을 자신의 컬렉션으로 대체했습니다. Anki에 있지만 거기에 없는 카드: { NUMBER($count) }개. 어떻게 할까요?
bridging-take-over = Anki로 가져오기
bridging-put-back = Anki의 데이터로 되돌리기
bridging-collection-replaced = Anki의 컬렉션이 단방향 동기화나 백업으로 대체되었습니다. 그 전에 변경되어 휴대폰용 사본에 아직 남아 있는 항목: { NUMBER($count) }개. Anki로 가져올까요?
bridging-keep-waiting = 변경 내용 유지
bridging-drop = 변경 내용 버리기
bridging-keep-phones = 휴대폰용 사본 유지
bridging-keep-anki = Anki의 데이터 유지
bridging-keep-both = 둘 다 합치기
bridging-backed-up = 대체되는 쪽은 먼저 오늘 날짜로 백업됩니다. 그 뒤 휴대폰이 어느 쪽을 유지할지 한 번 물을 수 있습니다. “다운로드”를 선택하세요.
bridging-media-gone = 이 프로필의 미디어 폴더에서 파일 { NUMBER($total) }개 중 { NUMBER($count) }개가 없어졌습니다. 삭제하려는 것이 아니라면 폴더와 디스크가 있는지 확인하세요. 그동안 휴대폰의 파일은 그대로 있습니다. 휴대폰에서도 삭제할까요?
bridging-media-delete = 삭제
bridging-moved = 이제 LAN Sync는 이 프로필 자체의 동기화를 바꾸지 않습니다. Anki는 다시 { $user }(으)로 { $server }과(와) 동기화하고, 휴대폰은 계속 이 컴퓨터와 동기화합니다. 두 사본을 합치고 백업했습니다. 다음 동기화 때 { $server }에서 어느 쪽을 유지할지 한 번 물을 수 있습니다. 업로드를 선택하세요.
bridging-moved-without-login = 이제 LAN Sync는 이 프로필 자체의 동기화를 바꾸지 않으며, 휴대폰은 계속 이 컴퓨터와 동기화합니다. 두 사본을 합치고 백업했습니다.
