### Machine-translated from English; corrections by native speakers are welcome.

status-on = LAN Sync: 휴대폰을 이 컴퓨터와 동기화할 수 있습니다.
status-syncing = LAN Sync: { $device }에서 동기화 중입니다.
status-waiting = LAN Sync: 휴대폰에서 온 데이터는 { $what }입니다.
status-question = 휴대폰과 Anki를 다시 같게 하기 전에 LAN Sync가 물을 것이 있습니다. 여기를 클릭하여 답하세요.
status-replaced = { $device }이(가) { $user }의 사본을 바꾸었습니다. 카드: 이전 { NUMBER($before) }, 현재 { NUMBER($now) }. 클릭하여 선택하세요.
status-apart = Anki와 휴대폰용 사본을 합칠 수 없었습니다. 둘 다 그대로입니다. { $reason }
status-media-missing = 이 프로필의 미디어 폴더가 없거나 읽을 수 없어 휴대폰에서 소리와 그림을 동기화할 수 없습니다. 폴더와 디스크가 있는지 확인하세요.
status-address-changed = LAN Sync: 이 컴퓨터의 주소가 { $former }에서 { $address }(으)로 바뀌었습니다. 휴대폰에 새 주소를 입력하세요.
status-problem = 휴대폰을 이 컴퓨터와 동기화할 수 없습니다. { $reason }
status-no-backup = 휴대폰은 동기화할 수 있지만 그 사본을 백업할 수 없습니다({ $reason }). 디스크가 가득 차지 않았는지 확인하세요.
