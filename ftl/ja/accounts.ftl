### Machine-translated from English; corrections by native speakers are welcome.

accounts-title = このコンピューターのアカウント
accounts-explained = アカウントごとに別々のコレクションがあります。プロファイルで同期をオンにすると、そのプロファイル用のアカウントが作られます。他の人用や、ここと同期するだけのコンピューター用には、アカウントを追加してください。アカウントの変更はすぐに反映されます。
accounts-add = 追加...
accounts-change = パスワードを変更...
accounts-remove = 削除...
accounts-add-title = アカウントを追加
accounts-change-title = { $name } のパスワードを変更
accounts-name = ユーザー名
accounts-name-explained = 文字と数字で 64 文字まで。スマートフォンで入力する名前です。
accounts-password = パスワード
accounts-password-explained = 自動で作成したパスワードです。別のものを入力しても構いません。ここに一度だけ表示されるので、今のうちに書き留めるか、スマートフォンに入力してください。
accounts-change-explained = { $name } でログイン済みのスマートフォンは、そのまま同期を続けられます。新しいパスワードは、次にログインするときに必要です。
accounts-name-taken = この名前のアカウントはすでにあります。別の名前を選んでください。
accounts-bad-name = ユーザー名には文字と数字を 1～64 文字で使えます。途中には空白と - _ . @ + も使えます。
accounts-bad-character = そこに「{ $character }」は使えません。{ accounts-bad-name }
accounts-bad-invisible = 名前に目に見えない文字（{ $code }）が含まれています。{ accounts-bad-name }
accounts-name-reserved = { $name } は Windows がデバイス用に予約している名前です。別の名前を選んでください。
accounts-bad-password = パスワードは 8～256 文字で入力してください。空白だけにはできません。
accounts-gone = このアカウントはもうありません。
accounts-data-there = 以前のアカウント { $name } のコレクションが { $path } に残っています。新しいアカウントはこのコレクションと同期します。それでよければもう一度保存してください。そうでなければ別の名前を選んでください。
accounts-in-use = プロファイル { $profile } はアカウント { $name } を使って同期しています。先にそのプロファイルで同期をオフにすると、アカウントを削除できます。
accounts-remove-with-data = アカウント { $name } を使うスマートフォンは、このコンピューターと同期できなくなります。コレクション、メディア、バックアップは { $path } に残ります。不要であれば、このフォルダーを手動で削除してください。
accounts-remove-without-data = アカウント { $name } を使うスマートフォンは、このコンピューターと同期できなくなります。このアカウントのデータはここにはありません。
accounts-remove-ok = アカウントを削除
