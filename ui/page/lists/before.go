package lists

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/duty"
	"yidanqing/app/inquire"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// before holds what the version shown changed of the one before it, by the entry as it stands now.
type before struct {
	of      string // ID of the version that the changes lead to
	changes map[string]inquire.ListChange
	turn    kit.Turn
}

// entryKey tells the entries of a version apart.
func entryKey(d app.Duty) string { return string(d.Part) + "|" + d.ItemNo + "|" + d.Name }

// loadBefore asks what the version shown changed; the panel is drawn anew when the answer comes.
func (p *Page) loadBefore() {
	v := p.version()
	if v == nil || p.before.of == v.ID {
		return
	}
	p.before.of, p.before.changes = v.ID, nil
	if p.at+1 >= len(p.versions) {
		return
	}
	current, old, now := p.before.turn.Next(), p.versions[p.at+1], *v
	kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) ([]inquire.ListChange, error) {
		return p.p.Inquire.ListChanges(ctx, old, now)
	}, func(changes []inquire.ListChange, err error) {
		if !current() || err != nil { // the panel then says nothing of the version before; the comparison tells the error
			return
		}
		p.before.changes = map[string]inquire.ListChange{}
		for _, c := range changes {
			if c.New != nil {
				p.before.changes[entryKey(*c.New)] = c
			}
		}
		if i := p.table.Current(); i >= 0 {
			p.choose(i)
		}
	})
}

// beforeRow says how an entry stood in the version before, empty where nothing of it changed.
func (p *Page) beforeRow(d app.Duty) (fyne.CanvasObject, bool) {
	c, ok := p.before.changes[entryKey(d)]
	if !ok || p.at+1 >= len(p.versions) {
		return nil, false
	}
	words := strings.TrimSuffix(p.shortVersion(p.versions[p.at+1]), " 现行")
	switch {
	case c.Kind == duty.Added:
		words += "没有这一项"
	case c.Kind == duty.Moved:
		words += "为“" + c.Old.Part.Title() + " 第" + c.Old.ItemNo + "项”"
	default:
		parts := []string{words + "为第" + c.Old.ItemNo + "项"}
		if c.Has(duty.FieldName) {
			parts = append(parts, "名称有改动")
		}
		if note := c.Note(); note != "" {
			parts = append(parts, note)
		}
		words = strings.Join(parts, "；")
	}
	see := kit.NewLink("看变化", theme.Body, func() { p.openChange(c) })
	return kit.Column(2, kit.Fit(kit.NewPara(words, theme.Body, theme.ColorText)), kit.Fit(kit.Row(0, kit.Fit(see), kit.Space()))), true
}

// entryText is an entry in words, to be copied.
func entryText(d app.Duty) string {
	out := d.Part.Title() + "第" + d.ItemNo + "项 " + d.Name
	for _, l := range entryLines(d) {
		out += "\n" + l[0] + "：" + l[1]
	}
	return out
}

// CopyWords gives the entry in front to the clipboard (Ctrl+C).
func (p *Page) CopyWords() string {
	if i := p.table.Current(); !p.compare.on && i >= 0 && i < len(p.duties) {
		return entryText(p.duties[i])
	}
	return ""
}
