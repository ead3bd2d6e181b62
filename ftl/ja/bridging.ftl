### Machine-translated from English; corrections by native speakers are welcome.

bridging-reviews-from = { $device } から { $count } 件の復習
bridging-changes-from = { $device } から { $count } 件の変更
bridging-collection-from = { $device } のコレクションが Anki に入りました
bridging-taking-over = スマートフォンから届いたデータを取り込んでいます...
bridging-waiting-review = 復習が終わるまで待機中
bridging-waiting-dialog = 開いているウィンドウが閉じられるまで待機中
bridging-waiting-answer = Anki の質問への回答を待っています
bridging-waiting-phone = スマートフォンの処理が終わるまで待機中
bridging-waiting-anki = Anki の処理が終わるまで待機中
bridging-pairing = このコンピューターにあるスマートフォン用のコピーにはすでにカードがあり、このプロファイルにもあります。両者はまだ一度も統合されていません。スマートフォンは何と同期しますか？
bridging-pairing-from-anki = このプロファイルからコピーを作り直す
bridging-both-schemas = ノートタイプまたはフィールドが Anki とスマートフォンの両方で変更されたため、統合できません。どちらを残しますか？
bridging-store-replaced = スマートフォンが、スマートフォン用のコピーを自分のコレクションで置き換えました。Anki にあってそこにないカード: { NUMBER($count) } 枚。どうしますか？
bridging-take-over = Anki に取り込む
bridging-put-back = Anki のデータに戻す
bridging-collection-replaced = Anki のコレクションが、一方向の同期またはバックアップで置き換えられました。それ以前の変更で、スマートフォン用のコピーに残っているもの: { NUMBER($count) } 件。Anki に取り込みますか？
bridging-keep-waiting = 変更を残す
bridging-drop = 変更を破棄する
bridging-keep-phones = スマートフォン用のコピーを残す
bridging-keep-anki = Anki のデータを残す
bridging-keep-both = 両方を合わせる
bridging-backed-up = 置き換えられる側は、先に今日の日付でバックアップされます。その後、スマートフォンでどちらを残すか一度尋ねられることがあります。「ダウンロード」を選んでください。
bridging-media-gone = このプロファイルのメディアフォルダーから、{ NUMBER($total) } 個中 { NUMBER($count) } 個のファイルがなくなっています。削除するつもりがない場合は、フォルダーとそのディスクがあることを確認してください。その間、スマートフォンのファイルは残ります。スマートフォンからも削除しますか？
bridging-media-delete = 削除する
bridging-moved = LAN Sync は今後、このプロファイル自体の同期には関与しません。Anki は再び { $user } として { $server } と同期し、スマートフォンは引き続きこのコンピューターと同期します。両方のデータは統合され、バックアップされました。次の同期で、どちらを残すか { $server } に一度尋ねられることがあります。アップロードを選んでください。
bridging-moved-without-login = LAN Sync は今後、このプロファイル自体の同期には関与しません。スマートフォンは引き続きこのコンピューターと同期します。両方のデータは統合され、バックアップされました。
