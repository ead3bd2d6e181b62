### Machine-translated from English; corrections by native speakers are welcome.

accounts-title = 이 컴퓨터의 계정
accounts-explained = 계정마다 별도의 컬렉션이 있습니다. 프로필에서 동기화를 켜면 그 프로필의 계정이 만들어집니다. 다른 사람이나 여기와 동기화만 하는 컴퓨터를 위해 계정을 추가할 수 있습니다. 계정 변경은 바로 적용됩니다.
accounts-add = 추가...
accounts-change = 비밀번호 변경...
accounts-remove = 제거...
accounts-add-title = 계정 추가
accounts-change-title = { $name }의 비밀번호 변경
accounts-name = 사용자 이름
accounts-name-explained = 문자와 숫자 최대 64자이며, 휴대폰에서 입력하는 이름입니다.
accounts-password = 비밀번호
accounts-password-explained = 자동으로 만든 비밀번호이며 다른 것을 입력해도 됩니다. 여기에 한 번만 표시되므로 지금 적어 두거나 휴대폰에 입력하세요.
accounts-change-explained = { $name } 계정으로 로그인된 휴대폰은 계속 동기화됩니다. 새 비밀번호는 다음에 로그인할 때 필요합니다.
accounts-name-taken = 같은 이름의 계정이 이미 있습니다. 다른 이름을 선택하세요.
accounts-bad-name = 사용자 이름은 1~64자의 문자와 숫자여야 하며, 중간에는 공백과 - _ . @ + 도 사용할 수 있습니다.
accounts-bad-character = 그 자리에는 “{ $character }” 문자를 쓸 수 없습니다. { accounts-bad-name }
accounts-bad-invisible = 이름에 보이지 않는 문자({ $code })가 있습니다. { accounts-bad-name }
accounts-name-reserved = { $name } 이름은 Windows가 장치용으로 예약해 두었습니다. 다른 이름을 선택하세요.
accounts-bad-password = 비밀번호는 8~256자여야 하며, 공백만으로 이루어질 수 없습니다.
accounts-gone = 이 계정은 더 이상 없습니다.
accounts-data-there = 이전 계정 { $name }의 컬렉션이 { $path }에 남아 있습니다. 새 계정은 이 컬렉션과 동기화됩니다. 그렇게 하려면 다시 저장하고, 아니면 다른 이름을 선택하세요.
accounts-in-use = 프로필 { $profile }에서 계정 { $name }(으)로 동기화하고 있습니다. 먼저 해당 프로필에서 동기화를 끄면 계정을 제거할 수 있습니다.
accounts-remove-with-data = 계정 { $name }을(를) 사용하는 휴대폰은 더 이상 이 컴퓨터와 동기화할 수 없습니다. 컬렉션, 미디어, 백업은 { $path }에 남아 있습니다. 필요 없으면 그 폴더를 직접 삭제하세요.
accounts-remove-without-data = 계정 { $name }을(를) 사용하는 휴대폰은 더 이상 이 컴퓨터와 동기화할 수 없습니다. 이 계정의 데이터는 여기에 없습니다.
accounts-remove-ok = 계정 제거
