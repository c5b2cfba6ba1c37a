package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// Sizes of a message, in design pixels: the sign of its writer, what stands left of the message with it, and the room
// around the words on their ground.
const (
	chatSign  = 44
	chatInset = 56
	chatPad   = 14
)

// asChat sets the paragraphs of a message's head apart from its words, which then begin at the left; false: there is no
// head, or nothing but a head.
func asChat(paras []noticePara, head int) bool {
	if head <= 0 || len(paras) == 0 || paras[len(paras)-1].from < head {
		return false
	}
	for i := range paras {
		paras[i].kind = paraFlush
		if paras[i].from < head {
			paras[i].kind = paraHead
		}
	}
	return true
}

// drawChat draws the ground of a message and the sign of its writer; nothing for a document.
func (v *NoticeView) drawChat() []fyne.CanvasObject {
	if len(v.lines) == 0 || !v.lines[0].head {
		return nil
	}
	from := 0
	for from < len(v.lines) && v.lines[from].head {
		from++
	}
	first, last := v.lines[from], v.lines[len(v.lines)-1]
	pad, left, top := theme.Px(chatPad), theme.Px(noticeLeft), theme.Px(noticeTop)
	ground := NewBorder(theme.ColorSurface2, theme.ColorLine, theme.RadiusCard)
	ground.Move(fyne.NewPos(left+theme.Px(chatInset), first.y+top-pad))
	ground.Resize(fyne.NewSize(v.Size().Width-2*left-theme.Px(chatInset), last.y+last.height-first.y+2*pad))
	back := NewBorder(theme.ColorSurface2, theme.ColorNone, theme.RadiusCard)
	back.Move(fyne.NewPos(left, top))
	back.Resize(fyne.NewSquareSize(theme.Px(chatSign)))
	sign := NewIcon(theme.IconUser, chatSign/2, theme.ColorText2)
	sign.Move(fyne.NewPos(left+theme.Px(chatSign/4), top+theme.Px(chatSign/4)))
	sign.Resize(sign.MinSize())
	return []fyne.CanvasObject{back, sign, ground}
}
