### Machine-translated from English; corrections by native speakers are welcome.

status-on = LAN Sync: 휴대폰을 이 컴퓨터와 동기화할 수 있습니다.
status-syncing = LAN Sync: { $device }에서 동기화 중입니다.
status-address-changed = LAN Sync: 이 컴퓨터의 주소가 { $former }에서 { $address }(으)로 바뀌었습니다. 휴대폰에 새 주소를 입력하세요.
status-problem = LAN Sync가 일시 중지되었습니다. { $reason }
