### Machine-translated from English; corrections by native speakers are welcome.

menu-title = LAN Sync
menu-toggle = 휴대폰을 이 컴퓨터와 동기화
menu-elsewhere = 이 프로필을 { $address } 서버와 동기화
menu-toggle-too-old = 휴대폰을 이 컴퓨터와 동기화(Anki { $version } 이상 필요)
menu-connect = 휴대폰 연결...
menu-devices = 기기 및 활동...
menu-settings = 설정...
menu-try-again = 시작 다시 시도
