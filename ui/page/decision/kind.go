package decision

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"yidanqing/app/paper"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// begin shows what the kind of paper asks for. A request for support is filled from the record first.
func (p *Page) begin() {
	p.support = nil
	if p.kind != paper.KindSupport {
		p.build()
		p.Shown()
		p.refresh()
		return
	}
	current, notice := p.turn.Next(), p.notice.ID
	kit.Run(p.p.Frame.Runner, "正在打开", func(ctx context.Context) (paper.Support, error) { return p.p.Decide.Support(ctx, notice) },
		func(s paper.Support, err error) {
			if !current() {
				return
			}
			if err != nil {
				p.p.Frame.Fail("没有打开支援请求单", err, nil)
				p.p.Back(notice, nil)
				return
			}
			p.support = newSupportForm(p, s)
			p.build()
			p.Shown()
			p.refresh()
		})
}

// kindNow is the kind of paper on the page.
func (p *Page) kindNow() paper.Kind {
	if p.kind != paper.KindNone {
		return p.kind
	}
	return p.shown.Kind
}

func (p *Page) isLetter() bool { return p.kindNow().Letter() }

// kindSelect offers the kinds of paper that may be made of the notice; nil where there is only one.
func (p *Page) kindSelect() fyne.CanvasObject {
	kinds := p.shown.Offered
	if len(kinds) < 2 || p.together != nil {
		return nil
	}
	words := make([]string, len(kinds))
	for i, k := range kinds {
		if words[i] = k.Short(); k == paper.KindFeedback && k == p.shown.Kind && p.shown.Title != "" { // the office may have a title of its own
			words[i] = p.shown.Title
		}
	}
	return kit.NewPlainSelect(words, slices.Index(kinds, p.kindNow()), func(i int) { p.setKind(kinds[i]) })
}

// setKind goes on with another kind of paper; the choices stay, the words are written anew.
func (p *Page) setKind(k paper.Kind) {
	if k == p.kindNow() {
		return
	}
	p.kind, p.evidence, p.edited, p.hasShown, p.opinion = k, k.Answers(), false, false, nil
	p.begin()
}

// takesOthers tells whether the kind of paper may take up further notices.
func (p *Page) takesOthers() bool {
	if p.together != nil { // they are chosen from a list
		return false
	}
	return p.kindNow() == paper.KindCase || p.kindNow() == paper.KindEscalation
}

func (p *Page) makeWith(numbers string) {
	p.with = kit.NewEntry(numbers, "另几件的台账号，如 2026-640、2026-641")
	p.with.OnChanged = func(string) { p.refreshSoon() }
}

// withRow asks for the further notices that a case tells of, or an escalation takes up.
func (p *Page) withRow() fyne.CanvasObject {
	if p.with == nil {
		p.makeWith("")
	}
	return kit.High(40, kit.Row(8, kit.Fit(kit.NewLabel("并入", theme.Body, theme.ColorText2)), kit.Grow(p.with)))
}

// numberRow asks for the number of a letter.
func (p *Page) numberRow() fyne.CanvasObject {
	if p.number == nil {
		word := "政函"
		if paper.GenreFor(p.shown.To.Class).Report {
			word = "政报"
		}
		p.number = kit.NewEntry("", "按发文簿填写，如 "+p.office().Prefix+word+"〔2026〕12号")
	}
	return kit.High(40, kit.Row(8, kit.Fit(kit.NewLabel("文号", theme.Body, theme.ColorText2)), kit.Grow(p.number)))
}

// copiesRow asks who gets a copy of a letter; the settings fill it in.
func (p *Page) copiesRow() fyne.CanvasObject {
	if p.copies == nil {
		p.copies = kit.NewEntry(p.shown.Copies, "不抄送的留空，几个单位用顿号隔开")
		p.copies.OnChanged = func(string) { p.copied = true; p.refreshSoon() }
	}
	return kit.High(40, kit.Row(8, kit.Fit(kit.NewLabel("抄送", theme.Body, theme.ColorText2)), kit.Grow(p.copies)))
}

// sealRow asks whether a letter is sealed: name and date stand otherwise without.
func (p *Page) sealRow() fyne.CanvasObject {
	return kit.NewCheck("加盖印章", "不盖的按不加盖印章落款", !p.unsealed, func(on bool) { p.unsealed = !on; p.refresh() })
}
