package decision

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// contactRow asks once, in its place, for what the papers print of the office and nobody has said: who deals with it, and
// the telephone. It holds nothing up; nil where nothing is to be asked.
func (p *Page) contactRow() fyne.CanvasObject {
	if p.support != nil || !p.p.AskContact() { // a request for support has fields of its own
		return nil
	}
	o := p.office()
	if p.clerk == nil {
		p.clerk, p.phone = kit.NewEntry(o.Clerk, "经办人姓名"), kit.NewEntry(o.Phone, "联系电话，如 662 5201")
	}
	cells := []kit.Slot{}
	if o.Clerk == "" {
		cells = append(cells, kit.Wide(104, p.clerk))
	}
	cells = append(cells, kit.Grow(p.phone),
		kit.Fit(kit.NewButton(kit.ButtonSpec{Text: "记下", Size: kit.Small, OnPress: func() { p.keepContact(p.clerk.Text, p.phone.Text) }})),
		kit.Fit(kit.NewButton(kit.ButtonSpec{Text: "不填", Size: kit.Small, OnPress: func() { p.keepContact("", "") }})))
	return kit.High(42, kit.Row(6, cells...))
}

// keepContact keeps the answer for all papers; an empty one says only not to ask again.
func (p *Page) keepContact(clerk, phone string) {
	clerk, phone = strings.TrimSpace(clerk), strings.TrimSpace(phone)
	kit.Run(p.p.Frame.Runner, "正在保存", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.p.SetContact(context.WithoutCancel(ctx), clerk, phone)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.p.Frame.Fail("没有保存", err, nil)
			return
		}
		if phone != "" || clerk != "" {
			p.p.Frame.Toasts.Show(kit.Toast{Kind: kit.ToastDone, Text: "已记下，以后的文书都印；可在“设置”里改"})
		}
		p.clerk, p.phone = nil, nil
		p.build()
		p.refresh()
	})
}

// contactNote is the label over the row.
func contactNote() fyne.CanvasObject {
	return kit.NewElastic("文书上的联系电话还没有填，只问这一次", theme.Second, theme.ColorText2)
}
