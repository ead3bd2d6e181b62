### Machine-translated from English; corrections by native speakers are welcome.

problems-port-taken-use-next = 이 컴퓨터의 다른 프로그램이 이미 { $port }번 포트를 사용하고 있어 휴대폰이 Anki와 동기화할 수 없습니다. { $next_free }번 포트는 비어 있습니다. 이 포트를 사용하려면 휴대폰에 새 주소를 입력하세요.
problems-port-taken = 이 컴퓨터의 다른 프로그램이 이미 { $port }번 포트를 사용하고 있어 휴대폰이 Anki와 동기화할 수 없습니다. 그 프로그램을 닫거나 도구 > LAN Sync > 설정에서 다른 포트를 선택하세요.
problems-cannot-listen = Anki가 { $address }, { $port }번 포트에서 휴대폰의 연결을 기다릴 수 없습니다({ $reason }). 도구 > LAN Sync > 설정에서 “{ settings-port }” 값을 확인하고, 텍스트 설정의 “listen”이 이 컴퓨터의 주소이거나 비어 있는지 확인하세요.
problems-certificate = LAN Sync가 https를 제공할 수 없습니다: { $path }({ $reason }). 도구 > LAN Sync > 설정에서 “{ settings-certificate }” 값을 확인하세요.
problems-data-folder = LAN Sync가 { $path }을(를) 사용할 수 없습니다({ $reason }). 디스크에 공간이 있고 쓰기 권한이 있는지 확인한 뒤 다시 시도하세요.
problems-data-folder-in-use = 다른 Anki 또는 LAN Sync 서버({ $holder })가 이미 { $path }을(를) 사용하고 있어 휴대폰이 이 Anki와 동기화할 수 없습니다. 다른 쪽을 닫은 뒤 다시 시도하세요.
problems-host-too-old = 이 Anki는 너무 오래되어 휴대폰이 이 컴퓨터와 동기화할 수 없습니다. Anki { $version } 이상이 필요합니다. 더 새로운 Anki를 설치하거나 도구 > LAN Sync > 설정에서 다른 서버를 선택하세요.
problems-server-failed = 휴대폰용 서버가 시작되지 않았습니다({ $reason }). 다시 시도해 보고, 그래도 안 되면 Anki를 다시 시작하세요.
problems-sync-running = 동기화 중입니다. 끝날 때까지 기다린 뒤 다시 시도하세요.
problems-store-busy = 휴대폰이 이 컴퓨터와 동기화 중입니다. 끝날 때까지 기다린 뒤 다시 시도하세요.
problems-collection-closed = Anki와 휴대폰용 사본을 합치기 전에 프로필이 닫혔습니다. 프로필을 연 뒤 다시 시도하세요.
problems-store-full = { $path }이(가) 있는 디스크가 가득 찼습니다. 공간을 확보한 뒤 다시 시도하세요.
problems-store-in-use = 다른 프로그램이 휴대폰용 사본({ $path })을 사용하고 있습니다. 그 프로그램을 닫은 뒤 다시 시도하세요.
problems-store-damaged = 이 컴퓨터에 있는 휴대폰용 사본이 손상되었습니다({ $reason }). Anki를 닫고 { $path } 파일을 다른 곳으로 옮기세요. 그러면 이 프로필에서 새 사본이 만들어집니다. 이전 사본은 { $backups }에 있습니다.
problems-store-too-new = { $path }은(는) 더 새로운 LAN Sync에서 기록되었습니다. LAN Sync를 업데이트한 뒤 다시 시도하세요.
problems-collection-unreadable = 휴대폰에서 Anki의 컬렉션을 읽을 수 없습니다({ $reason }). 도구 > 데이터베이스 검사를 선택한 뒤 다시 시도하세요.
problems-collection-unusable = Anki의 컬렉션을 읽거나 쓸 수 없습니다({ $reason }). 디스크에 공간이 있는지 확인한 뒤 다시 시도하세요.
problems-preferences-open = 먼저 Anki의 환경 설정을 닫은 뒤 다시 시도하세요.
problems-bad-address = “{ $address }”은(는) 서버 주소가 아닙니다. 주소는 http://192.168.1.5:27701/ 과 같은 형식입니다.
problems-ankiweb-address = 이것은 AnkiWeb의 주소이며 입력할 필요가 없습니다. AnkiWeb과 동기화하려면 위에서 AnkiWeb을 선택하세요.
problems-bad-setting = 설정 “{ $key }”에는 { $value }을(를) 사용할 수 없어 LAN Sync의 초깃값을 대신 사용합니다. 여기에서 바꾼 뒤 저장하세요.
problems-no-fitting-wheel = LAN Sync에 이 Anki가 사용하는 Python에 맞는 { $package }이(가) 없어 서버를 시작할 수 없습니다. 대신 Anki 다운로드 페이지의 Anki를 사용하세요.
problems-32-bit = 이 Anki는 32비트 버전이며, LAN Sync 서버에는 64비트 버전이 필요합니다. Anki 다운로드 페이지에서 64비트 Anki를 설치하세요.
problems-damaged-wheel = LAN Sync의 파일 { $path }이(가) 없거나 손상되었습니다. LAN Sync를 다시 설치하세요.
problems-other = LAN Sync에서 문제가 발생했습니다: { $reason }
