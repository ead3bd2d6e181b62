### Machine-translated from English; corrections by native speakers are welcome.

status-on = LAN Sync: スマートフォンはこのコンピューターと同期できます。
status-syncing = LAN Sync: { $device } が同期しています。
status-waiting = LAN Sync: スマートフォンから届いたデータは{ $what }です。
status-question = スマートフォンと Anki を再び同じ状態にする前に、LAN Sync から質問があります。ここをクリックして回答してください。
status-replaced = { $device } が { $user } のコピーを置き換えました。カード: 以前 { NUMBER($before) }、現在 { NUMBER($now) }。クリックして選んでください。
status-apart = Anki とスマートフォン用のコピーを統合できませんでした。どちらも元のままです。{ $reason }
status-media-missing = このプロファイルのメディアフォルダーがないか、読み取れないため、スマートフォンは音声や画像を同期できません。フォルダーとそのディスクがあることを確認してください。
status-address-changed = LAN Sync: このコンピューターのアドレスが { $former } から { $address } に変わりました。スマートフォンに新しいアドレスを入力してください。
status-problem = スマートフォンはこのコンピューターと同期できません。{ $reason }
status-no-backup = スマートフォンは同期できますが、そのコピーをバックアップできません（{ $reason }）。ディスクに空きがあることを確認してください。
