### Machine-translated from English; corrections by native speakers are welcome.

problems-port-taken-use-next = 此电脑上的另一个程序已占用端口 { $port }，因此手机无法与 Anki 同步。端口 { $next_free } 可用。如果使用它，请在手机上输入新地址。
problems-port-taken = 此电脑上的另一个程序已占用端口 { $port }，因此手机无法与 Anki 同步。请关闭该程序，或在「工具」>「LAN Sync」>「设置」中选择其他端口。
problems-cannot-listen = Anki 无法在 { $address } 的端口 { $port } 上等待手机连接（{ $reason }）。请在「工具」>「LAN Sync」>「设置」中检查「{ settings-port }」，并检查文本设置中的「listen」：它必须是此电脑的某个地址，或为空。
problems-certificate = LAN Sync 无法提供 https：{ $path }（{ $reason }）。请在「工具」>「LAN Sync」>「设置」中检查「{ settings-certificate }」。
problems-data-folder = LAN Sync 无法使用 { $path }（{ $reason }）。请确认磁盘未满且您有写入权限，然后重试。
problems-data-folder-in-use = 另一个 Anki 或 LAN Sync 服务器（{ $holder }）已在使用 { $path }，因此手机无法与此 Anki 同步。请关闭另一个，然后重试。
problems-host-too-old = 手机无法与此电脑同步，因为此 Anki 版本过旧：需要 Anki { $version } 或更高版本。请安装较新的 Anki，或在「工具」>「LAN Sync」>「设置」中选择其他服务器。
problems-server-failed = 供手机使用的服务器未能启动（{ $reason }）。请重试；如果仍然不行，请重启 Anki。
problems-sync-running = 当前正在同步，请在同步完成后重试。
problems-store-busy = 有手机正在与此电脑同步，请在其完成后重试。
problems-collection-closed = 在 Anki 与供手机使用的副本合并之前，此账户已被关闭。请打开它，然后重试。
problems-store-full = { $path } 所在的磁盘已满。请腾出空间，然后重试。
problems-store-in-use = 另一个程序正在使用供手机使用的副本（{ $path }）。请关闭该程序，然后重试。
problems-store-damaged = 此电脑上供手机使用的副本已损坏（{ $reason }）。请关闭 Anki，将文件 { $path } 移到别处；之后 Anki 会用此账户重新生成副本。较早的副本在 { $backups } 中。
problems-store-too-new = { $path } 由更新版本的 LAN Sync 写入。请更新 LAN Sync，然后重试。
problems-collection-unreadable = 手机无法读取 Anki 中的集合（{ $reason }）。请选择「工具」>「检查数据库」，然后重试。
problems-collection-unusable = 无法读取或写入 Anki 的集合（{ $reason }）。请确认其磁盘未满，然后重试。
problems-preferences-open = 请先关闭 Anki 的设置，然后重试。
problems-bad-address = “{ $address }”不是服务器地址。地址的格式类似 http://192.168.1.5:27701/
problems-ankiweb-address = 这是 AnkiWeb 的地址，无需输入。如要与 AnkiWeb 同步，请在上方选择它。
problems-bad-setting = 设置“{ $key }”不能为 { $value }，因此改用 LAN Sync 的初始值。请在这里更改并保存。
problems-no-fitting-wheel = LAN Sync 未附带适用于此 Anki 所用 Python 的 { $package }，因此服务器无法启动。请改用 Anki 下载页面上的 Anki。
problems-32-bit = 此 Anki 是 32 位版本，而 LAN Sync 的服务器需要 64 位版本。请从 Anki 的下载页面安装 64 位 Anki。
problems-damaged-wheel = LAN Sync 的文件 { $path } 丢失或已损坏。请重新安装 LAN Sync。
problems-other = LAN Sync 出错：{ $reason }
