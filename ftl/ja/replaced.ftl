### Machine-translated from English; corrections by native speakers are welcome.
replaced-question = { $device } が、このコンピューターにある { $user } のコピーを自分のコレクションで置き換えました。以前のものはバックアップされています。どちらをここに置きますか？
replaced-before = 以前のコピー
replaced-now = 現在のコピー
replaced-keep = 現在のものを残す
replaced-bring-back = 以前のものに戻す
replaced-done = 以前のコピーに戻しました。次の同期のとき、{ $user } の各端末はどちらを残すか尋ねます。「AnkiWeb からダウンロード」（AnkiDroid では「AnkiWeb」）を選んでください。
replaced-undo = 元に戻す
