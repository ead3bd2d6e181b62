### Machine-translated from English; corrections by native speakers are welcome.
trash-title = 削除されたメディア
trash-explained = 端末が削除または置き換えた音声と画像は、30 日間、1 GiB までここに残ります。元に戻したものは、次の同期ですべての端末に送られます。
trash-file = ファイル
trash-since = 削除・置換日時
trash-put-back = 元に戻す
trash-done = { NUMBER($count) } 個のファイルを元に戻しました。
trash-empty = 削除または置き換えられたメディアはありません。
