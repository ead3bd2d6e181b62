### Machine-translated from English; corrections by native speakers are welcome.

check-title = スマートフォンが接続できない原因
check-intro = このコンピューターのアドレスに接続できるか、何が接続の妨げになっているかを LAN Sync が調べます。
check-again = もう一度調べる
check-stop = 中止
check-stopped = すべてを調べ終わる前に中止しました。
check-phone-side = スマートフォン側の確認: このコンピューターと同じネットワークにつながっている必要があります。ゲスト用 Wi-Fi では、端末どうしが通信できないことがよくあります。VPN とモバイルデータ通信を一時的にオフにして、スマートフォンのブラウザーでこのアドレスを開いてください。ページが表示されれば、接続に問題はありません。
check-no-network = このコンピューターはネットワークにつながっていません。スマートフォンと同じネットワークに接続してください。
check-answers = { $address } はこのコンピューターの Anki につながります。
check-no-answer = { $address } は応答しません（{ $reason }）。
check-other-program = { $address } では別のプログラムが応答しています。設定で別のポートを選んでください。
check-no-firewall = 接続の妨げになりそうなファイアウォールは、このコンピューターには見つかりませんでした。
check-firewall-on = ファイアウォール { $firewall } が有効で、スマートフォンの接続を妨げている可能性があります。接続を許可するには、管理者として開いたターミナルに次の行を貼り付けてください:
check-firewall-blocks = ファイアウォール { $firewall } が Anki をブロックしています。スマートフォンの接続を許可するには、ファイアウォールで Anki を許可するか、管理者として開いたターミナルに次の行を貼り付けてください:
check-firewall-public = ファイアウォール { $firewall } はこのネットワークをパブリック（公共の場所）とみなしており、スマートフォンの接続を妨げている可能性があります。システムの設定でネットワークをプライベートに変更するか、管理者として開いたターミナルに次の行を貼り付けてください:
check-firewall-blocks-all = { $firewall } のファイアウォールが、外部からの接続をすべてブロックしています。システムの設定でこれをオフにしてください。
check-firewall-allows = ファイアウォール { $firewall } は、スマートフォンから Anki への接続を許可しています。
check-firewall-other = ファイアウォール { $firewall } が有効で、スマートフォンの接続を妨げている可能性があります。ファイアウォールの設定で Anki を許可してください。
