### Machine-translated from English; corrections by native speakers are welcome.

status-on = LAN Sync: スマートフォンはこのコンピューターと同期できます。
status-syncing = LAN Sync: { $device } が同期しています。
status-address-changed = LAN Sync: このコンピューターのアドレスが { $former } から { $address } に変わりました。スマートフォンに新しいアドレスを入力してください。
status-problem = LAN Sync は一時停止しています。{ $reason }
