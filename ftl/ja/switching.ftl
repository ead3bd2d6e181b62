### Machine-translated from English; corrections by native speakers are welcome.

switching-preparing = スマートフォンとの同期を準備しています...
switching-copying = スマートフォン用にコレクションをコピーしています...
switching-closing = まだこのコンピューターと同期している端末があります。Anki は同期が終わるのを、長くても数秒だけ待ちます。
switching-off-done = スマートフォンはこのコンピューターと同期しなくなりました。このプロファイルの同期先は変わりません。
switching-back-done = Anki はこれまでどおり同期します。どちらのデータを残すか、一度尋ねられることがあります。
switching-left = このプロファイルの同期のアカウントまたはサーバーが Anki の環境設定か別のアドオンによって変更されたため、このプロファイルは変更後の設定で同期します。スマートフォンはこれまでどおりこのコンピューターと同期します。
switching-config-later = 新しい設定を保存しました。同期中か、環境設定が開いているため、次にこのプロファイルを開いたときから反映されます。
switching-use-port = ポート { $port } を使う
switching-cancel = キャンセル
switching-cards = カード
switching-notes = ノート
switching-reviews = 復習
switching-number = { NUMBER($count) }
switching-side-anki = Anki のこのプロファイル
switching-side-phones = このコンピューターにあるスマートフォン用のコピー
switching-elsewhere = これ以降、このプロファイルは { $server } と同期します。最初の同期では、多くの場合どちらかでもう一方を置き換える必要があります。どちらを残すかは Anki が尋ねます。
switching-elsewhere-after = その質問に出てくる「AnkiWeb」は、このサーバーのことです。ダウンロードを選ぶと、Anki は先にこのプロファイルのバックアップを作成します。アップロードを選ぶと、サーバーのデータが置き換えられます。現在のログインは保存され、元に戻すときにまた使われます。スマートフォンはこれまでどおりこのコンピューターと同期します。
switching-elsewhere-ok = このサーバーと同期
switching-back = このプロファイルの同期先は { $server }、ログインは { $user } に戻ります。次の同期では、多くの場合どちらかでもう一方を置き換える必要があります。どちらを残すかは Anki が尋ねます。
switching-back-after = 今 Anki に表示されているデータを残すには、アップロードを選んでください。スマートフォンはこれまでどおりこのコンピューターと同期します。
switching-back-ok = 元に戻す
switching-delete-data = すべてのプロファイルのスマートフォン用コピー（カード、メディア、バックアップ）が { $path } にあります。残しますか？ どちらを選んでも、Anki にあるあなた自身のコレクションは変わりません。
switching-delete-keep = 残す
switching-delete-trash = ごみ箱に移動
switching-delete-failed = スマートフォン用のデータをごみ箱に移動できませんでした（{ $reason }）。データはまだ残っています。フォルダーを手動で削除できます。
