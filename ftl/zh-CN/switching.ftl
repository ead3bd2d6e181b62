### Machine-translated from English; corrections by native speakers are welcome.

switching-preparing = 正在准备与手机同步…
switching-copying = 正在为手机复制您的集合…
switching-closing = 还有设备正在与此电脑同步。Anki 会等待它完成，最多几秒钟。
switching-off-done = 手机不再与此电脑同步。此账户的同步对象没有改变。
switching-back-done = Anki 会像之前一样同步，可能会询问一次保留哪一方的数据。
switching-left = 此账户的同步账号或服务器已在 Anki 的设置中或被其他插件更改，因此此账户将按更改后的设置同步。手机照常与此电脑同步。
switching-config-later = 新设置已保存。由于正在同步或设置窗口处于打开状态，它们将在您下次打开此账户时生效。
switching-use-port = 使用端口 { $port }
switching-cancel = 取消
switching-cards = 卡片
switching-notes = 笔记
switching-reviews = 复习
switching-number = { NUMBER($count) }
switching-side-anki = Anki 中的此账户
switching-side-phones = 此电脑上供手机使用的副本
switching-elsewhere = 从现在起，此账户将与 { $server } 同步。首次同步时，很可能需要用一方替换另一方；届时 Anki 会询问保留哪一方。
switching-elsewhere-after = Anki 在询问中所说的“AnkiWeb”指的就是该服务器。如果选择下载，Anki 会先备份此账户。如果选择上传，服务器上的数据会被替换。您当前的登录信息会保留，切换回来时即恢复。手机照常与此电脑同步。
switching-elsewhere-ok = 与该服务器同步
switching-back = 此账户将恢复与 { $server } 同步，并使用原来的登录账号 { $user }。下次同步时，很可能需要用一方替换另一方；届时 Anki 会询问保留哪一方。
switching-back-after = 如要保留现在 Anki 中的内容，请选择上传。手机照常与此电脑同步。
switching-back-ok = 切换回去
switching-delete-data = 所有账户供手机使用的副本（卡片、媒体和备份）位于 { $path }。要保留它们吗？无论如何选择，您在 Anki 中的集合都不受影响。
switching-delete-keep = 保留
switching-delete-trash = 移到回收站
switching-delete-failed = 无法将手机的数据移到回收站（{ $reason }）。数据仍在原处，您可以手动删除该文件夹。
