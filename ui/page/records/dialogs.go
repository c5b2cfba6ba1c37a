package records

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// field is a labelled line of a dialog.
func field(label string, o fyne.CanvasObject) kit.Slot {
	return kit.Fit(kit.Row(10, kit.Wide(84, kit.NewLabel(label, theme.Body, theme.ColorText2)), kit.Grow(o)))
}

// daySelect offers the last days; the newest is chosen.
func (p *Page) daySelect(most int) (*kit.Select, func() app.Date) {
	today := p.today()
	var words []string
	for i := 0; i < most; i++ {
		d := today.AddDays(-i)
		w := d.String()
		if n := kit.DayWord(d, today); n == "今天" || n == "昨天" {
			w += " " + n
		}
		words = append(words, w)
	}
	s := kit.NewPlainSelect(words, 0, nil)
	return s, func() app.Date { return today.AddDays(-s.Index()) }
}

// askApproval registers a signature given on paper: who and when. It offers only people in office on that day.
func (p *Page) askApproval(a inquire.Action) {
	kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) (ledger.Settings, error) { return p.p.Office.Settings(ctx) },
		func(s ledger.Settings, err error) {
			if err != nil {
				p.p.Frame.Fail("没有读出人员", err, nil)
				return
			}
			p.approvalDialog(p.paperOf(a.Paper), s)
		})
}

func (p *Page) approvalDialog(v ledger.Paper, s ledger.Settings) {
	people := s.Approvers(p.today())
	names := make([]string, len(people))
	words := make([]string, len(people))
	for i, person := range people {
		names[i], words[i] = person.Name, person.Name
		if person.Post != "" {
			words[i] += "（" + person.Post + "）"
		}
	}
	day, on := p.daySelect(14)
	typed := kit.NewEntry("", "姓名")
	var who fyne.CanvasObject = typed
	by := func() string { return strings.TrimSpace(typed.Text) }
	var first fyne.Focusable
	if len(people) > 0 {
		pick := kit.NewPlainSelect(words, 0, nil)
		who, by = pick, func() string { return names[pick.Index()] }
	} else {
		first = typed
	}
	var close func()
	confirm := func() {
		if by() == "" {
			p.p.Frame.Info("请写明谁签的字")
			return
		}
		close()
		p.write("正在登记", "没有登记审定", func(ctx context.Context) (string, error) {
			_, err := p.p.Decide.RecordApproval(ctx, v.ID, by(), on(), nil)
			return "已登记审定：" + by() + " 已签字盖章", err
		})
	}
	note := "记作：经办登记，签字人当天已签字盖章。已离岗的人不再列出。"
	if len(people) == 0 {
		note = "还没有设审定人，可以先写姓名；在“设置”里登记后，这里可以直接选。"
	}
	close = p.p.Frame.Dialogs.Show(kit.Dialog{Title: "登记审定：" + v.Number, Icon: theme.IconSign, Tone: theme.ColorPrimary, First: first,
		Body:    kit.Pad(16, 14, kit.Column(10, field("谁签的字", who), field("哪天", day), kit.Fit(kit.NewPara(note, theme.Second, theme.ColorText2)))),
		Confirm: confirm,
		Actions: []kit.ButtonSpec{
			{Text: "取消", Key: "Esc", OnPress: func() { close() }},
			{Text: "登记审定", Icon: theme.IconSign, Key: "Ctrl+Enter", Primary: true, OnPress: confirm}}})
}

// askDelivery registers that the paper has left the house; the reply clock starts here.
func (p *Page) askDelivery(a inquire.Action) {
	v := p.paperOf(a.Paper)
	day, on := p.daySelect(14)
	to := kit.NewEntry("", "签收人（可不填）")
	var close func()
	confirm := func() {
		close()
		p.write("正在登记", "没有登记送达", func(ctx context.Context) (string, error) {
			_, err := p.p.Decide.RecordDelivery(ctx, v.ID, on(), strings.TrimSpace(to.Text))
			return "已登记送达，答复期限起算", err
		})
	}
	close = p.p.Frame.Dialogs.Show(kit.Dialog{Title: "登记送达：" + v.Number, Icon: theme.IconUp, Tone: theme.ColorPrimary,
		Body: kit.Pad(16, 14, kit.Column(10,
			field("送达", kit.NewElastic(v.Addressee, theme.BodyBold, theme.ColorText)), field("哪天", day), field("签收人", to),
			kit.Fit(kit.NewPara("答复期限从送达之日起按工作日计算。送达后不能再撤回，有误请更正。", theme.Second, theme.ColorText2)))),
		Confirm: confirm,
		Actions: []kit.ButtonSpec{
			{Text: "取消", Key: "Esc", OnPress: func() { close() }},
			{Text: "登记送达", Icon: theme.IconUp, Key: "Ctrl+Enter", Primary: true, OnPress: confirm}}})
}

// askReply registers what came back, demand by demand.
func (p *Page) askReply(a inquire.Action) {
	if p.detail == nil {
		return
	}
	v := p.paperOf(a.Paper)
	outcomes := []ledger.Outcome{ledger.Withdrawn, ledger.Changed, ledger.Upheld}
	words := make([]string, len(outcomes))
	for i, o := range outcomes {
		words[i] = o.Title()
	}
	asked := map[string]bool{}
	for _, id := range a.Demands {
		asked[id] = true
	}
	type line struct {
		demand string
		pick   *kit.Segment
		said   *kit.Entry
	}
	var lines []line
	day, on := p.daySelect(14)
	rows := []kit.Slot{field("哪天答复", day)}
	for _, d := range p.detail.Notice.Demands {
		if !asked[d.ID] {
			continue
		}
		l := line{d.ID, kit.NewSegment(words, 0, nil), kit.NewEntry("", "答复要点（可不填）")}
		lines = append(lines, l)
		name := d.Advice.Gist
		if name == "" {
			name = d.Advice.Text
		}
		rows = append(rows, kit.Fit(kit.NewRule()),
			kit.Fit(kit.Row(8, kit.Fit(kit.NewDemandBadge(kit.DemandNumber(d.No), kit.VerdictTone(d.Verdict(), p.p.Frame.Office().Grassroots()))),
				kit.Grow(kit.NewElastic(name, theme.Body, theme.ColorText)))),
			kit.Fit(kit.Row(10, kit.Fit(l.pick), kit.Grow(l.said))))
	}
	var close func()
	confirm := func() {
		var entries []decide.ReplyEntry
		for _, l := range lines {
			entries = append(entries, decide.ReplyEntry{Demand: l.demand, Outcome: outcomes[l.pick.Index()], Words: strings.TrimSpace(l.said.Text)})
		}
		close()
		p.write("正在登记", "没有登记答复", func(ctx context.Context) (string, error) {
			_, err := p.p.Decide.RecordReply(ctx, v.ID, on(), entries)
			return "已登记答复", err
		})
	}
	close = p.p.Frame.Dialogs.Show(kit.Dialog{Title: "登记答复：" + v.Number, Icon: theme.IconEdit, Tone: theme.ColorPrimary, Width: 560,
		Body: kit.Pad(16, 14, kit.Column(10, rows...)), Confirm: confirm,
		Actions: []kit.ButtonSpec{
			{Text: "取消", Key: "Esc", OnPress: func() { close() }},
			{Text: "登记答复", Icon: theme.IconEdit, Key: "Ctrl+Enter", Primary: true, OnPress: confirm}}})
}
