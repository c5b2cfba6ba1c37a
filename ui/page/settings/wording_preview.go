package settings

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"yidanqing/app/paper"
	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// pause is how long after a keystroke a sentence is shown on its paper.
const pause = 300 * time.Millisecond

// pointsPerMM turns the size of type into millimetres.
const pointsPerMM = 72 / 25.4

// preview shows a sentence on a specimen of its paper while it is written.
type preview struct {
	tab   *wordingTab
	turn  kit.Turn
	title *kit.Label
	state *kit.Label
	zoom  *kit.Select
	pages *kit.PaperPreview
	words *kit.Holder // the message of 先沟通, in place of pages
	front int         // where the room is narrow: 0 the editor, 1 this
}

func newPreview(t *wordingTab) *preview {
	v := &preview{tab: t, title: kit.NewElastic("", theme.Heading, theme.ColorText), state: kit.NewElastic("", theme.Remark, theme.ColorText3),
		pages: kit.NewPaperPreview(t.page.p.Frame.Runner, t.page.p.Pages), words: kit.NewHolder(nil)}
	v.zoom = kit.NewPlainSelect([]string{"整页", "页宽", "100%"}, int(kit.ZoomWidth), func(i int) { v.pages.SetZoom(kit.Zoom(i)) })
	v.pages.SetZoom(kit.ZoomWidth)
	v.pages.SetSeal(false)
	v.pages.OnZoom = func(z kit.Zoom) { v.zoom.Choose(int(z)) }
	v.words.Hide()
	return v
}

// askSoon shows a sentence when nothing more is typed for a moment.
func (v *preview) askSoon(name, text string) {
	current := v.turn.Next()
	v.tab.page.p.Frame.Runner.After(pause, func() {
		if current() {
			v.ask(name, text)
		}
	})
}

// ask shows a sentence on its paper.
func (v *preview) ask(name, text string) {
	current := v.turn.Next()
	kit.Run(v.tab.page.p.Frame.Runner, "", func(ctx context.Context) (upkeep.WordingPreview, error) {
		return v.tab.page.p.Keeper.PreviewSentence(ctx, name, text)
	}, func(p upkeep.WordingPreview, err error) {
		e := v.tab.editor
		switch {
		case !current() || e == nil || e.row.Name != name:
		case err != nil:
			v.state.SetText("没有排出预览")
		case p.Fault != nil: // the paper stays as it was last
			e.say(p.Fault)
			e.filled("")
			v.state.SetText("改好后再显示")
		default:
			e.say(nil)
			e.filled(p.Words)
			v.show(p)
		}
	})
}

func (v *preview) show(p upkeep.WordingPreview) {
	v.title.SetText("示例：" + p.Paper)
	v.state.SetText("")
	if !p.Used {
		v.state.SetText("这句话在示例里没有用到")
	}
	if p.Message == "" {
		v.words.Hide()
		v.zoom.Show()
		v.pages.Show()
		v.pages.Set(p.Pages)
		var marks []kit.PageMark
		for _, at := range p.Places {
			line := at.Size * 1.25 / pointsPerMM
			marks = append(marks, kit.PageMark{Page: at.Page, Y: at.First - line*0.85, Height: at.Last - at.First + line})
		}
		v.pages.Mark(marks)
		if len(marks) > 0 {
			v.state.SetText("红线处是这句话")
		}
		return
	}
	v.pages.Hide()
	v.zoom.Hide()
	count := kit.NewPara(fmt.Sprintf("%d 字，最多 %d 字；太长时自动省去次要的话", utf8.RuneCountInString(p.Message), paper.MessageMax), theme.Remark, theme.ColorText3)
	v.words.Put(kit.Pad(12, 12, kit.Column(0, kit.Fit(kit.Card(kit.Pad(14, 12, kit.Column(8, kit.Fit(lines(p.Message)), kit.Fit(count))))), kit.Space())))
	v.words.Show()
}

func (v *preview) body() fyne.CanvasObject {
	bar := kit.High(40, kit.Pad(12, 0, kit.Row(8, kit.Fit(v.title), kit.Grow(v.state), kit.Wide(92, v.zoom))))
	return kit.Card(kit.Column(0, kit.Fit(bar), kit.Fit(kit.NewRule()), kit.Grow(kit.Stack(kit.NewFill(theme.ColorSurface2), v.pages, v.words))))
}

func splitLines(text string) []string { return strings.Split(text, "\n") }
