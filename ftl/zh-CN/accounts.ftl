### Machine-translated from English; corrections by native speakers are welcome.

accounts-title = 此电脑上的账号
accounts-explained = 每个账号都有自己的集合。在 Anki 账户中开启同步时，会自动为它创建一个账号；您还可以为其他人或只与这里同步的电脑添加账号。对账号的更改立即生效。
accounts-add = 添加…
accounts-change = 更改密码…
accounts-remove = 移除…
accounts-add-title = 添加账号
accounts-change-title = 更改 { $name } 的密码
accounts-name = 用户名
accounts-name-explained = 最多 64 个文字或数字；在手机上登录时需要输入它。
accounts-password = 密码
accounts-password-explained = 这是为您生成的密码，您也可以另行输入。它只在这里显示一次，请立即记下或在手机上输入。
accounts-change-explained = 已用 { $name } 登录的手机会继续同步。下次登录时才需要新密码。
accounts-name-taken = 已有同名账号，请换一个名称。
accounts-bad-name = 用户名由 1 到 64 个文字或数字组成；中间可以使用空格和 - _ . @ +
accounts-bad-character = 该位置不能使用“{ $character }”。{ accounts-bad-name }
accounts-bad-invisible = 名称包含不可见字符（{ $code }）。{ accounts-bad-name }
accounts-name-reserved = 名称 { $name } 被 Windows 保留给设备使用。请换一个名称。
accounts-bad-password = 密码长度为 8 到 256 个字符，且不能全是空格。
accounts-gone = 此账号已不存在。
accounts-data-there = 以前的账号 { $name } 在 { $path } 中留有集合，新账号将与它同步。如果您想这样做，请再次保存；否则请换一个名称。
accounts-in-use = Anki 账户 { $profile } 正在使用账号 { $name } 同步。请先在该账户中关闭同步，然后才能移除此账号。
accounts-remove-with-data = 使用账号 { $name } 的手机将无法再与此电脑同步。它的集合、媒体和备份会保留在 { $path } 中；如果没有人需要，可手动删除该文件夹。
accounts-remove-without-data = 使用账号 { $name } 的手机将无法再与此电脑同步。此账号在这里没有数据。
accounts-remove-ok = 移除账号
