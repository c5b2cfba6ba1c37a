package window

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// toolkitWords are the toolkit's own words: the menu of a text field and its file dialog. It knows them in Chinese on a
// Chinese system only; the window speaks Chinese on every system.
const toolkitWords = `{"Advanced":"高级","Cancel":"取消","Confirm":"确认","Copy":"复制","Create Folder":"新建文件夹","Cut":"剪切",
"Computer":"计算机","Home":"主文件夹","Documents":"文档","Desktop":"桌面","Downloads":"下载","Pictures":"图片","Music":"音乐","Videos":"视频",
"Enter filename":"输入文件名","Error":"错误","Favourites":"收藏","File":"文件","Folder":"文件夹","New Folder":"新文件夹",
"No":"否","OK":"确定","Open":"打开","Paste":"粘贴","Quit":"退出","Redo":"重做","Save":"保存","Select all":"全选",
"Show Hidden Files":"显示隐藏的文件","Undo":"撤销","Yes":"是","file.name":{"other":"名称"},"file.parent":{"other":"上一级"}}`

// speakChinese gives the toolkit its Chinese words, whatever the language of the system.
func speakChinese() error {
	for _, l := range []fyne.Locale{"en", "zh-Hans", lang.SystemLocale()} {
		if err := lang.AddTranslationsForLocale([]byte(toolkitWords), l); err != nil {
			return fmt.Errorf("toolkit words for %s: %w", l, err)
		}
	}
	return nil
}
