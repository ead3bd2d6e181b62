### Machine-translated from English; corrections by native speakers are welcome.

page-title = LAN Sync
page-heading = 連接此裝置
page-intro = 電腦上的 Anki 已準備就緒。請由上到下依序複製以下內容，貼到此裝置上的 Anki 中。
page-copy = 複製
page-copied = 已複製
page-password = 只有掃描電腦上 Anki 的「工具」>「LAN Sync」>「連接手機」中顯示的 QR 碼來開啟此頁面，才會顯示使用者名稱和密碼。
page-expired = 此 QR 碼已使用過，或已超過十分鐘。請在電腦上的「連接手機」視窗中顯示新的 QR 碼並掃描。
page-ankidroid = Android（AnkiDroid）
page-ankimobile = iPhone、iPad（AnkiMobile）
page-computer = 另一台電腦（Anki）
page-ankidroid-server = 在 AnkiDroid 2.16 或更新版本中，開啟「設定」>「同步」>「自訂同步伺服器」，點一下同步網址（Sync URL），貼上位址並確認。
page-ankidroid-login = 返回上一頁，點一下「AnkiWeb 帳號」，以電腦上顯示的使用者名稱和密碼登入。如果已登入 AnkiWeb，請先登出。
page-ankidroid-sync = 點一下同步按鈕。如果 AnkiDroid 詢問要保留哪個集合，「AnkiWeb」指的是電腦上的集合。
page-ankimobile-server = 在 AnkiMobile 的設定中找到同步設定，並在其中的自訂同步伺服器欄位貼上位址。
page-ankimobile-login = 點一下同步按鈕，以電腦上顯示的使用者名稱和密碼登入。如果已登入 AnkiWeb，請先登出。
page-ankimobile-network = 如果 iPhone 詢問是否允許 Anki 尋找區域網路中的裝置，請選擇允許。之後可以在 iPhone「設定」的 Anki 項目中變更。
page-computer-server = 在 Anki 中開啟「工具」>「偏好設定」>「網路」，將位址貼到「自託管同步伺服器」中。
page-computer-login = 如果已在偏好設定中登入，請先登出；然後以第一台電腦上顯示的使用者名稱和密碼登入。
page-computer-sync = 關閉偏好設定，按一下「同步」。
page-note = 只要電腦上的 Anki 開著，而且兩台裝置連上同一個網路（例如同一個 Wi-Fi），就可以使用。
