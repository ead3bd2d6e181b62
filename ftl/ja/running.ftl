### Machine-translated from English; corrections by native speakers are welcome.

running-uploading = { $device } がコレクション全体をここへ送っています: 現在 { $size }
running-downloading = { $device } がコレクション全体を受け取っています: 現在 { $size }
running-media = { $device } がメディアを同期しています: 端末から { NUMBER($received-count) } 件（{ $received-size }）、このコンピューターから { NUMBER($sent-count) } 件（{ $sent-size }）
running-comparing = { $device } が同期しています: 端末からの変更 { NUMBER($received-count) } 件、このコンピューターから { NUMBER($sent-count) } 件
