### Machine-translated from English; corrections by native speakers are welcome.

widgets-copy = 複製
widgets-copied = 已複製
widgets-moment = 請稍候...
widgets-close = 關閉
widgets-unsaved = 你在這裡輸入的內容尚未儲存。要不儲存就關閉視窗嗎？
widgets-discard = 不儲存並關閉
