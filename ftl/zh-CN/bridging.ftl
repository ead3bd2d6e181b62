### Machine-translated from English; corrections by native speakers are welcome.

bridging-reviews-from = 来自 { $device } 的 { $count } 次复习
bridging-changes-from = 来自 { $device } 的 { $count } 项更改
bridging-collection-from = { $device } 的集合已进入 Anki
bridging-taking-over = 正在导入手机带来的数据…
bridging-waiting-review = 正在等待您完成复习
bridging-waiting-dialog = 正在等待您关闭打开的窗口
bridging-waiting-answer = 正在等待您回答 Anki 的问题
bridging-waiting-phone = 正在等待手机完成
bridging-waiting-anki = 正在等待 Anki 完成
bridging-pairing = 此电脑上供手机使用的副本中已有卡片，此账户中也有。两者从未合并过。手机应与哪一方同步？
bridging-pairing-from-anki = 用此账户重新生成副本
bridging-both-schemas = Anki 和手机上都更改了笔记类型或字段，因此两者无法合并。要保留哪一方？
bridging-store-replaced = 一部手机用自己的集合替换了供手机使用的副本。Anki 中有而副本中没有的卡片：{ NUMBER($count) } 张。该如何处理？
bridging-take-over = 采用到 Anki
bridging-put-back = 恢复 Anki 中的数据
bridging-collection-replaced = Anki 中的集合已被单向同步或备份替换。在此之前所做、仍在手机副本中的更改：{ NUMBER($count) } 项。要放入 Anki 吗？
bridging-keep-waiting = 保留这些更改
bridging-drop = 放弃这些更改
bridging-keep-phones = 保留供手机使用的副本
bridging-keep-anki = 保留 Anki 中的数据
bridging-keep-both = 合并双方
bridging-backed-up = 被替换的一方会先备份，标有今天的日期。之后手机可能会询问一次保留哪一方，请选择“下载”。
bridging-media-gone = 此账户的媒体文件夹中，{ NUMBER($total) } 个文件里有 { NUMBER($count) } 个不见了。如果并非要删除，请检查该文件夹及其磁盘是否存在；在此期间手机会保留自己的文件。也要在手机上删除吗？
bridging-media-delete = 删除
bridging-moved = LAN Sync 今后不再改动此账户自身的同步：Anki 重新以 { $user } 的身份与 { $server } 同步，手机继续与此电脑同步。双方的数据已合并并备份。下次同步时，{ $server } 可能会询问一次保留哪一方：请选择上传。
bridging-moved-without-login = LAN Sync 今后不再改动此账户自身的同步，手机继续与此电脑同步。双方的数据已合并并备份。
