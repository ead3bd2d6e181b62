### Machine-translated from English; corrections by native speakers are welcome.

check-title = 手机为什么无法连接？
check-intro = LAN Sync 会检查此电脑的各个地址能否连接，以及可能是什么阻碍了连接。
check-again = 重新检查
check-stop = 停止
check-stopped = 尚未检查完所有项目就已停止。
check-phone-side = 在手机上：手机必须与此电脑在同一网络中；访客 Wi-Fi 往往会隔离各个设备。请暂时关闭 VPN 和移动数据，并在手机浏览器中打开该地址：如果出现页面，说明连接正常。
check-no-network = 此电脑未连接任何网络。请将它连接到手机所在的网络。
check-answers = 通过 { $address } 可以连接到此电脑上的 Anki。
check-no-answer = { $address } 没有响应（{ $reason }）。
check-other-program = 在 { $address } 响应的是另一个程序。请在设置中选择其他端口。
check-no-firewall = 没有在此电脑上发现可能阻碍连接的防火墙。
check-firewall-on = 防火墙 { $firewall } 已开启，可能会阻止手机连接。如要允许手机连接，请将下面这一行复制到以管理员身份运行的终端中：
check-firewall-blocks = 防火墙 { $firewall } 阻止了 Anki。如要允许手机连接，请在防火墙中允许 Anki，或将下面这一行复制到以管理员身份运行的终端中：
check-firewall-public = 防火墙 { $firewall } 将此网络视为公用网络，可能会阻止手机连接。请在系统设置中将此网络设为专用网络，或将下面这一行复制到以管理员身份运行的终端中：
check-firewall-blocks-all = { $firewall } 的防火墙阻止了所有传入连接。请在系统设置中关闭该选项。
check-firewall-allows = 防火墙 { $firewall } 允许手机连接 Anki。
check-firewall-other = 防火墙 { $firewall } 已开启，可能会阻止手机连接。请在它的设置中允许 Anki。
