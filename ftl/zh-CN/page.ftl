### Machine-translated from English; corrections by native speakers are welcome.

page-title = LAN Sync
page-heading = 连接此设备
page-intro = 电脑上的 Anki 已准备就绪。请从上到下依次将以下内容复制到此设备上的 Anki 中。
page-copy = 复制
page-copied = 已复制
page-password = 只有扫描电脑上 Anki 的「工具」>「LAN Sync」>「连接手机」中显示的二维码打开此页面，才会显示用户名和密码。
page-expired = 此二维码已使用过，或已超过十分钟。请在电脑上的“连接手机”窗口中显示新的二维码并扫描。
page-ankidroid = Android（AnkiDroid）
page-ankimobile = iPhone、iPad（AnkiMobile）
page-computer = 另一台电脑（Anki）
page-ankidroid-server = 在 AnkiDroid 2.16 或更高版本中，打开「设置」>「同步」>「自定义同步服务器」，点按同步 URL，粘贴地址并确认。
page-ankidroid-login = 返回上一页，点按「AnkiWeb 账号」，使用电脑上显示的用户名和密码登录。如果已登录 AnkiWeb，请先退出登录。
page-ankidroid-sync = 点按同步按钮。如果 AnkiDroid 询问保留哪个集合，“AnkiWeb”指的是电脑上的集合。
page-ankimobile-server = 在 AnkiMobile 的设置中找到同步设置，并在其中的自定义同步服务器处粘贴地址。
page-ankimobile-login = 点按同步按钮，使用电脑上显示的用户名和密码登录。如果已登录 AnkiWeb，请先退出登录。
page-ankimobile-network = 如果 iPhone 询问是否允许 Anki 查找本地网络中的设备，请选择允许。以后可以在 iPhone 系统设置的 Anki 一项中更改。
page-computer-server = 在 Anki 中打开「工具」>「设置」>「同步」，将地址粘贴到「自托管同步服务器」中。
page-computer-login = 如果已在设置中登录，请先退出登录；然后使用第一台电脑上显示的用户名和密码登录。
page-computer-sync = 关闭设置，点击「同步」。
page-note = 只要电脑上的 Anki 开着，且两台设备在同一网络（例如同一 Wi-Fi）中，就可以使用。
