### Machine-translated from English; corrections by native speakers are welcome.
restoring-question = このバックアップに戻しますか? 現在の内容は先にバックアップされるので、元に戻せます。
restoring-backup = { $date } のバックアップ
restoring-anki = Anki のコレクションも同じになります。Anki の次の同期でそのサーバーに変更が送られます。どちらを残すか尋ねられたら、アップロードを選んでください。
restoring-devices = 次の同期のとき、{ $user } の各端末はどちらを残すか尋ねます。「AnkiWeb からダウンロード」（AnkiDroid では「AnkiWeb」）を選んでください。
restoring-restore = 復元
restoring-done = バックアップを復元しました。
