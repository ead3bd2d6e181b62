### Machine-translated from English; corrections by native speakers are welcome.

widgets-copy = コピー
widgets-copied = コピーしました
widgets-moment = お待ちください...
widgets-close = 閉じる
widgets-unsaved = ここに入力した内容はまだ保存されていません。保存せずにウィンドウを閉じますか？
widgets-discard = 保存せずに閉じる
