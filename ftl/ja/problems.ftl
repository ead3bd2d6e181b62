### Machine-translated from English; corrections by native speakers are welcome.

problems-port-taken-use-next = このコンピューターの別のプログラムがポート { $port } をすでに使っているため、スマートフォンは Anki と同期できません。ポート { $next_free } は空いています。これを使う場合は、スマートフォンに新しいアドレスを入力してください。
problems-port-taken = このコンピューターの別のプログラムがポート { $port } をすでに使っているため、スマートフォンは Anki と同期できません。そのプログラムを終了するか、[ツール] > [LAN Sync] > [設定] で別のポートを選んでください。
problems-cannot-listen = Anki は { $address }、ポート { $port } でスマートフォンの接続を待つことができません（{ $reason }）。[ツール] > [LAN Sync] > [設定] で [{ settings-port }] を確認し、テキストの設定では「listen」がこのコンピューターのアドレスか空であることを確認してください。
problems-certificate = LAN Sync は https を提供できません: { $path }（{ $reason }）。[ツール] > [LAN Sync] > [設定] で [{ settings-certificate }] を確認してください。
problems-data-folder = LAN Sync は { $path } を使用できません（{ $reason }）。ディスクに空きがあり、そこに書き込めることを確認してから、もう一度試してください。
problems-data-folder-in-use = 別の Anki または LAN Sync サーバー（{ $holder }）がすでに { $path } を使っているため、スマートフォンはこの Anki と同期できません。そちらを終了してから、もう一度試してください。
problems-host-too-old = この Anki は古いため、スマートフォンはこのコンピューターと同期できません。Anki { $version } 以降が必要です。新しい Anki をインストールするか、[ツール] > [LAN Sync] > [設定] で別のサーバーを選んでください。
problems-server-failed = スマートフォン用のサーバーが起動しませんでした（{ $reason }）。もう一度試してください。それでも解決しない場合は Anki を再起動してください。
problems-sync-running = 同期中です。同期が完了してから、もう一度試してください。
problems-store-busy = スマートフォンがこのコンピューターと同期中です。完了してから、もう一度試してください。
problems-collection-closed = Anki とスマートフォン用のコピーを統合する前に、プロファイルが閉じられました。プロファイルを開いてから、もう一度試してください。
problems-store-full = { $path } のあるディスクがいっぱいです。空きを作ってから、もう一度試してください。
problems-store-in-use = スマートフォン用のコピー（{ $path }）を別のプログラムが使用しています。そのプログラムを終了してから、もう一度試してください。
problems-store-damaged = このコンピューターにあるスマートフォン用のコピーが壊れています（{ $reason }）。Anki を終了し、ファイル { $path } を別の場所に移してください。すると、このプロファイルから新しいコピーが作られます。以前のコピーは { $backups } にあります。
problems-store-too-new = { $path } は、より新しい LAN Sync で書き込まれています。LAN Sync を更新してから、もう一度試してください。
problems-collection-unreadable = スマートフォンは Anki のコレクションを読み込めません（{ $reason }）。[ツール] > [データベースを検査] を選んでから、もう一度試してください。
problems-collection-unusable = Anki のコレクションを読み書きできません（{ $reason }）。ディスクに空きがあることを確認してから、もう一度試してください。
problems-preferences-open = 先に Anki の環境設定を閉じてから、もう一度試してください。
problems-bad-address = 「{ $address }」はサーバーのアドレスではありません。アドレスの例: http://192.168.1.5:27701/
problems-ankiweb-address = これは AnkiWeb のアドレスで、入力する必要はありません。AnkiWeb と同期するには、上で AnkiWeb を選んでください。
problems-bad-setting = 設定「{ $key }」に { $value } は使えないため、代わりに LAN Sync の初期値を使っています。ここで変更して保存してください。
problems-no-fitting-wheel = この Anki が動作している Python に合う { $package } が LAN Sync に含まれていないため、サーバーを起動できません。代わりに、Anki のダウンロードページにある Anki を使用してください。
problems-32-bit = この Anki は 32 ビット版です。LAN Sync のサーバーには 64 ビット版が必要です。Anki のダウンロードページから 64 ビット版の Anki をインストールしてください。
problems-damaged-wheel = LAN Sync のファイル { $path } がないか、壊れています。LAN Sync をインストールし直してください。
problems-other = LAN Sync で問題が発生しました: { $reason }
