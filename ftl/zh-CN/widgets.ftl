### Machine-translated from English; corrections by native speakers are welcome.

widgets-copy = 复制
widgets-copied = 已复制
widgets-moment = 请稍候…
widgets-close = 关闭
widgets-unsaved = 您在这里输入的内容尚未保存。要不保存就关闭窗口吗？
widgets-discard = 不保存并关闭
