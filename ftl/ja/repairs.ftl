### Machine-translated from English; corrections by native speakers are welcome.
repairs-nothing = スマートフォンのコピーに問題はありません。
repairs-done = 次の問題を修復しました:
repairs-cards-without-note = ノートのないカードを削除: { NUMBER($count) } 枚
repairs-notes-without-cards = カードのないノートを削除: { NUMBER($count) } 件
repairs-graves = 誤った削除の記録を削除: { NUMBER($count) } 件
repairs-media-added = 一覧になかったメディアを追加: { NUMBER($count) } 個（{ $names }）
repairs-media-lost = 見つからないメディア（持っている端末が次に送り直します）: { NUMBER($count) } 個（{ $names }）
repairs-media-damaged = 壊れているメディア（持っている端末が次に送り直します）: { NUMBER($count) } 個（{ $names }）
repairs-miscounted = メディアファイルの数を修正しました。
repairs-backed-up = コピーは先にバックアップされました。
