### Machine-translated from English; corrections by native speakers are welcome.

check-title = 휴대폰이 연결되지 않는 이유
check-intro = 이 컴퓨터의 주소로 연결할 수 있는지, 무엇이 막고 있을 수 있는지 LAN Sync가 확인합니다.
check-again = 다시 확인
check-stop = 중지
check-stopped = 모두 확인하기 전에 중지했습니다.
check-phone-side = 휴대폰에서: 휴대폰은 이 컴퓨터와 같은 네트워크에 있어야 합니다. 게스트 Wi-Fi는 기기 간 연결을 막는 경우가 많습니다. VPN과 모바일 데이터를 잠시 끄고 휴대폰 브라우저에서 주소를 열어 보세요. 페이지가 나타나면 연결에 문제가 없습니다.
check-no-network = 이 컴퓨터가 네트워크에 연결되어 있지 않습니다. 휴대폰이 있는 네트워크에 연결하세요.
check-answers = { $address } 주소가 이 컴퓨터의 Anki로 연결됩니다.
check-no-answer = { $address } 주소가 응답하지 않습니다({ $reason }).
check-other-program = { $address } 주소에서 다른 프로그램이 응답합니다. 설정에서 다른 포트를 선택하세요.
check-no-firewall = 이 컴퓨터에서 연결을 막을 만한 방화벽을 찾지 못했습니다.
check-firewall-on = 방화벽 { $firewall }이(가) 켜져 있어 휴대폰의 연결을 막을 수 있습니다. 허용하려면 관리자 권한으로 연 터미널에 다음 줄을 붙여 넣으세요:
check-firewall-blocks = 방화벽 { $firewall }이(가) Anki를 차단합니다. 휴대폰의 연결을 허용하려면 방화벽에서 Anki를 허용하거나, 관리자 권한으로 연 터미널에 다음 줄을 붙여 넣으세요:
check-firewall-public = 방화벽 { $firewall }이(가) 이 네트워크를 공용 네트워크로 간주하여 휴대폰의 연결을 막을 수 있습니다. 시스템 설정에서 네트워크를 개인 네트워크로 바꾸거나, 관리자 권한으로 연 터미널에 다음 줄을 붙여 넣으세요:
check-firewall-blocks-all = { $firewall } 방화벽이 들어오는 연결을 모두 차단합니다. 시스템 설정에서 이 기능을 끄세요.
check-firewall-allows = 방화벽 { $firewall }이(가) 휴대폰의 Anki 연결을 허용합니다.
check-firewall-other = 방화벽 { $firewall }이(가) 켜져 있어 휴대폰의 연결을 막을 수 있습니다. 방화벽 설정에서 Anki를 허용하세요.
