### Machine-translated from English; corrections by native speakers are welcome.

page-title = LAN Sync
page-heading = この端末を接続
page-intro = コンピューターの Anki は準備ができています。以下を上から順にコピーして、この端末の Anki に貼り付けてください。
page-copy = コピー
page-copied = コピーしました
page-password = ユーザー名とパスワードは、コンピューターの Anki の [ツール] > [LAN Sync] > [スマートフォンを接続] に表示されるコードからこのページを開いたときにだけ表示されます。
page-expired = このコードは使用済みか、10 分以上経過しています。コンピューターの「スマートフォンを接続」ウィンドウで新しいコードを表示して読み取ってください。
page-ankidroid = Android（AnkiDroid）
page-ankimobile = iPhone、iPad（AnkiMobile）
page-computer = 別のコンピューター（Anki）
page-ankidroid-server = AnkiDroid 2.16 以降で [設定] > [同期] > [同期サーバーのカスタマイズ] を開き、同期 URL の項目をタップします。アドレスを貼り付けて確定してください。
page-ankidroid-login = 1 つ前の画面に戻って [AnkiWeb アカウント] をタップし、コンピューターに表示されているユーザー名とパスワードでログインします。AnkiWeb にログインしている場合は、先にログアウトしてください。
page-ankidroid-sync = 同期ボタンをタップします。どちらのコレクションを残すか尋ねられた場合、「AnkiWeb」はコンピューターにあるコレクションのことです。
page-ankimobile-server = AnkiMobile の設定で、同期の設定の中にある独自の同期サーバーの項目を探し、アドレスを貼り付けます。
page-ankimobile-login = 同期ボタンをタップし、コンピューターに表示されているユーザー名とパスワードでログインします。AnkiWeb にログインしている場合は、先にログアウトしてください。
page-ankimobile-network = ローカルネットワーク上の端末の検索を Anki に許可するか iPhone に尋ねられたら、許可してください。あとから iPhone の「設定」の Anki の項目で変更できます。
page-computer-server = Anki で [ツール] > [環境設定] > [同期] を開き、[自分で運用する同期サーバー] にアドレスを貼り付けます。
page-computer-login = 環境設定でログイン中の場合はログアウトし、1 台目のコンピューターに表示されているユーザー名とパスワードでログインします。
page-computer-sync = 環境設定を閉じて [同期] をクリックします。
page-note = コンピューターで Anki が開いていて、両方が同じネットワーク（同じ Wi-Fi など）につながっている間に使えます。
