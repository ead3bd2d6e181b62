### Machine-translated from English; corrections by native speakers are welcome.

accounts-title = 這台電腦上的帳號
accounts-explained = 每個帳號都有自己的集合。在設定檔中開啟同步時，會自動為它建立一個帳號；你也可以為其他人或只與這裡同步的電腦新增帳號。對帳號的變更會立即生效。
accounts-add = 新增...
accounts-change = 變更密碼...
accounts-remove = 移除...
accounts-add-title = 新增帳號
accounts-change-title = 變更 { $name } 的密碼
accounts-name = 使用者名稱
accounts-name-explained = 最多 64 個文字或數字；在手機上登入時需要輸入它。
accounts-password = 密碼
accounts-password-explained = 這是為你產生的密碼，你也可以自行輸入。它只在這裡顯示一次，請立即記下或在手機上輸入。
accounts-change-explained = 已用 { $name } 登入的手機會繼續同步。下次登入時才需要新密碼。
accounts-name-taken = 已有同名的帳號，請換一個名稱。
accounts-bad-name = 使用者名稱由 1 到 64 個文字或數字組成；中間可以使用空格和 - _ . @ +
accounts-bad-character = 該位置不能使用「{ $character }」。{ accounts-bad-name }
accounts-bad-invisible = 名稱包含看不見的字元（{ $code }）。{ accounts-bad-name }
accounts-name-reserved = 名稱 { $name } 已由 Windows 保留給裝置使用。請改用其他名稱。
accounts-bad-password = 密碼長度須為 8 到 256 個字元，且不能全是空格。
accounts-gone = 此帳號已不存在。
accounts-data-there = 先前的帳號 { $name } 在 { $path } 中留有集合，新帳號將與它同步。如果你想這樣做，請再次儲存；否則請換一個名稱。
accounts-in-use = 設定檔 { $profile } 正在使用帳號 { $name } 同步。請先在該設定檔中關閉同步，然後才能移除此帳號。
accounts-remove-with-data = 使用帳號 { $name } 的手機將無法再與這台電腦同步。它的集合、媒體和備份會保留在 { $path } 中；如果沒有人需要，可以手動刪除該資料夾。
accounts-remove-without-data = 使用帳號 { $name } 的手機將無法再與這台電腦同步。此帳號在這裡沒有資料。
accounts-remove-ok = 移除帳號
