### Machine-translated from English; corrections by native speakers are welcome.

running-uploading = { $device }에서 컬렉션 전체를 여기로 보내는 중: 현재 { $size }
running-downloading = { $device }에서 컬렉션 전체를 내려받는 중: 현재 { $size }
running-media = { $device }에서 미디어 동기화 중: 기기에서 { NUMBER($received-count) }개({ $received-size }), 이 컴퓨터에서 { NUMBER($sent-count) }개({ $sent-size })
running-comparing = { $device }에서 동기화 중: 기기에서 변경 { NUMBER($received-count) }개, 이 컴퓨터에서 { NUMBER($sent-count) }개
