### Machine-translated from English; corrections by native speakers are welcome.

page-title = LAN Sync
page-heading = 이 기기 연결
page-intro = 컴퓨터의 Anki가 준비되었습니다. 아래 내용을 위에서부터 차례로 복사해 이 기기의 Anki에 붙여 넣으세요.
page-copy = 복사하기
page-copied = 복사됨
page-password = 사용자 이름과 비밀번호는 컴퓨터의 Anki에서 도구 > LAN Sync > 휴대폰 연결에 표시되는 코드로 이 페이지를 열었을 때만 표시됩니다.
page-expired = 이 코드는 이미 사용되었거나 10분이 지났습니다. 컴퓨터의 “휴대폰 연결” 창에서 새 코드를 표시해 스캔하세요.
page-ankidroid = Android(AnkiDroid)
page-ankimobile = iPhone, iPad(AnkiMobile)
page-computer = 다른 컴퓨터(Anki)
page-ankidroid-server = AnkiDroid 2.16 이상에서 설정 > 동기화 > 자체 동기화 서버를 열고 동기화 URL을 누르세요. 주소를 붙여 넣고 확인하세요.
page-ankidroid-login = 이전 화면으로 돌아가 “AnkiWeb 계정”을 누르고 컴퓨터에 표시된 사용자 이름과 비밀번호로 로그인하세요. AnkiWeb에 로그인되어 있으면 먼저 로그아웃하세요.
page-ankidroid-sync = 동기화 버튼을 누르세요. AnkiDroid가 어느 컬렉션을 유지할지 물으면 “AnkiWeb”은 컴퓨터에 있는 컬렉션을 뜻합니다.
page-ankimobile-server = AnkiMobile 설정의 동기화 설정에서 사용자 지정 동기화 서버를 찾아 주소를 붙여 넣으세요.
page-ankimobile-login = 동기화 버튼을 누르고 컴퓨터에 표시된 사용자 이름과 비밀번호로 로그인하세요. AnkiWeb에 로그인되어 있으면 먼저 로그아웃하세요.
page-ankimobile-network = iPhone에서 Anki가 로컬 네트워크의 기기를 찾도록 허용할지 물으면 허용하세요. 나중에 iPhone 설정의 Anki 항목에서 바꿀 수 있습니다.
page-computer-server = Anki에서 도구 > 환경 설정 > 동기화를 열고 “셀프 호스트 동기화 서버”에 주소를 붙여 넣으세요.
page-computer-login = 그곳에 로그인되어 있으면 로그아웃한 다음, 첫 번째 컴퓨터에 표시된 사용자 이름과 비밀번호로 로그인하세요.
page-computer-sync = 환경 설정을 닫고 동기화를 클릭하세요.
page-note = 컴퓨터에 Anki가 열려 있고 두 기기가 같은 네트워크(예: 같은 Wi-Fi)에 있는 동안 사용할 수 있습니다.
