package decision

import (
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app/paper"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// supportForm are the fields of a request for support (支援请求单), filled from the record.
type supportForm struct {
	page                                             *Page
	urgency                                          *kit.Segment
	bodies, place, event, done, asks, contact, phone *kit.Entry
}

func newSupportForm(p *Page, s paper.Support) *supportForm {
	f := &supportForm{page: p,
		bodies: kit.NewEntry(s.Names(), "县水利局、县公安局"), place: kit.NewEntry(s.Place, "到场地点"),
		event: kit.NewLongEntry(s.Event, "什么事，现场怎样"), done: kit.NewLongEntry(s.Done, "几点几分做了什么"), asks: kit.NewLongEntry(s.Asks, "一行一项"),
		contact: kit.NewEntry(s.Contact, "姓名"), phone: kit.NewEntry(s.Phone, "电话")}
	at := 0
	var words []string
	for i, u := range paper.Urgencies() {
		words = append(words, u.Title())
		if u == s.Urgency {
			at = i
		}
	}
	f.urgency = kit.NewSegment(words, at, func(int) { p.refreshSoon() })
	for _, e := range f.entries() {
		e.OnChanged = func(string) { p.refreshSoon() }
	}
	f.event.SetMinRowsVisible(3)
	f.done.SetMinRowsVisible(2)
	f.asks.SetMinRowsVisible(2)
	return f
}

func (f *supportForm) entries() []*kit.Entry {
	return []*kit.Entry{f.bodies, f.place, f.event, f.done, f.asks, f.contact, f.phone}
}

// value is the request as it stands in the fields.
func (f *supportForm) value() *paper.Support {
	return &paper.Support{Bodies: paper.SplitBodies(f.bodies.Text), Urgency: paper.Urgencies()[max(f.urgency.Index(), 0)],
		Place: strings.TrimSpace(f.place.Text), Event: strings.TrimSpace(f.event.Text), Done: strings.TrimSpace(f.done.Text),
		Asks: strings.TrimSpace(f.asks.Text), Contact: strings.TrimSpace(f.contact.Text), Phone: strings.TrimSpace(f.phone.Text)}
}

// card lays the fields out in the order of the paper.
func (f *supportForm) card() fyne.CanvasObject {
	line := func(label string, o fyne.CanvasObject) kit.Slot {
		return kit.Fit(kit.Row(10, kit.Wide(70, kit.High(36, kit.Row(0, kit.Fit(kit.NewLabel(label, theme.Body, theme.ColorText2))))).AtStart(), kit.Grow(o)))
	}
	head := kit.High(30, kit.Row(8, kit.Fit(kit.NewLabel("请求支援", theme.Heading, theme.ColorText)), kit.Space(),
		kit.Fit(kit.NewLabel("已按记录填好，可改", theme.Second, theme.ColorText3))))
	return kit.Card(kit.Pad(14, 8, kit.Column(6, kit.Fit(head),
		line("报到部门", f.bodies), line("紧急程度", kit.Row(0, kit.Fit(f.urgency), kit.Space())), line("到场地点", f.place),
		line("事由", f.event), line("已做", f.done), line("请求", f.asks),
		line("现场联系", kit.Row(8, kit.Grow(f.contact), kit.Grow(f.phone))))))
}
