### Machine-translated from English; corrections by native speakers are welcome.

check-title = 手机为什么无法连接？
check-intro = LAN Sync 会检查此电脑的地址能否访问，以及可能是什么造成了阻碍。
check-again = 重新检查
check-phone-side = 在手机上：手机必须与此电脑处于同一网络；访客 Wi-Fi 往往会隔离各个设备。请暂时关闭 VPN 和移动数据，并在手机浏览器中打开该地址：如果出现页面，说明连接正常。
check-no-network = 此电脑未连接任何网络。请将它连接到手机所在的网络。
check-answers = { $address } 可以连接到此电脑上的 Anki。
check-no-answer = { $address } 没有响应（{ $reason }）。
check-other-program = { $address } 由另一个程序响应。请在设置中选择其他端口。
check-no-firewall = 在此电脑上没有发现可能造成阻碍的防火墙。
check-firewall-on = 防火墙 { $firewall } 已开启，可能会阻止手机连接。如要允许手机连接，请将下面这一行复制到以管理员身份运行的终端中：
check-firewall-blocks = 防火墙 { $firewall } 阻止了 Anki。如要允许手机连接，请在防火墙中允许 Anki，或将下面这一行复制到以管理员身份运行的终端中：
check-firewall-public = 防火墙 { $firewall } 将此网络视为公共场所，可能会阻止手机连接。请在系统设置中将此网络设为专用网络，或将下面这一行复制到以管理员身份运行的终端中：
check-firewall-blocks-all = { $firewall } 的防火墙阻止了所有传入连接。请在系统设置中关闭该选项。
check-firewall-allows = 防火墙 { $firewall } 允许手机连接 Anki。
check-firewall-other = 防火墙 { $firewall } 已开启，可能会阻止手机连接。请在它的设置中允许 Anki。
