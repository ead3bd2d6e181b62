### Machine-translated from English; corrections by native speakers are welcome.

menu-title = LAN Sync
menu-toggle = スマートフォンをこのコンピューターと同期する
menu-elsewhere = このプロファイルを { $address } と同期する
menu-toggle-too-old = スマートフォンをこのコンピューターと同期する（Anki { $version } 以降が必要）
menu-connect = スマートフォンを接続...
menu-devices = 端末と履歴...
menu-settings = 設定...
menu-try-again = もう一度起動を試す
