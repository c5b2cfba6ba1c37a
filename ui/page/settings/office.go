package settings

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// kinds are the kinds of office in the order in which they are offered.
func kinds() []app.OfficeType {
	return []app.OfficeType{app.Township, app.Subdistrict, app.Village, app.Community}
}

func (p *Page) officeCard() fyne.CanvasObject {
	o := p.loaded.Office
	at := 0
	words := make([]string, len(kinds()))
	for i, k := range kinds() {
		words[i] = string(k)
		if k == o.Type {
			at = i
		}
	}
	p.first = kit.NewSegment(words, at, func(i int) {
		p.save(func(s *ledger.Settings) { s.Office.Type = kinds()[i] })
		p.build()
	})
	set := func(change func(*app.Office, string)) func(string) {
		return func(v string) { p.save(func(s *ledger.Settings) { change(&s.Office, v) }) }
	}
	return card("单位",
		kit.Fit(kit.Row(10, kit.Wide(84, kit.NewLabel("单位是", theme.Body, theme.ColorText2)), kit.Fit(p.first),
			kit.Grow(kit.NewElastic("文书自称“"+o.Self()+"”", theme.Remark, theme.ColorText3)))),
		line("单位全称", p.field(o.Name, "清河县柳河镇人民政府", set(func(o *app.Office, v string) { o.Name = v })), 0, ""),
		line("简称", p.field(o.Short, "柳河镇", set(func(o *app.Office, v string) { o.Short = v })), 160, "用在表格和短句里"),
		line("落款电话", p.field(o.Phone, "662 5201", set(func(o *app.Office, v string) { o.Phone = v })), 160, "印在每份文书上"),
		line("上级联系", p.field(p.loaded.Superior, "县减负办（工作机制办公室）", func(v string) {
			p.save(func(s *ledger.Settings) { s.Superior = v })
		}), 0, ""))
}

// peopleCard names the clerk and who may sign.
func (p *Page) peopleCard() fyne.CanvasObject {
	clerk := p.field(p.loaded.Office.Clerk, "李敏", func(v string) { p.save(func(s *ledger.Settings) { s.Office.Clerk = v }) })
	slots := []kit.Slot{line("经办人", clerk, 160, "印在文书上，记入台账")}
	today := p.p.Frame.Today()
	for i, person := range p.loaded.People {
		if !person.Approver || !person.InOffice(today) {
			continue
		}
		name := person.Name
		if person.Post != "" {
			name += "（" + person.Post + "）"
		}
		leave := kit.NewButton(kit.ButtonSpec{Text: "离岗", Size: kit.Small, OnPress: func() {
			p.save(func(s *ledger.Settings) { s.People[i].To = today.AddDays(-1) })
			p.build()
		}})
		slots = append(slots, kit.Fit(kit.Row(10, kit.Wide(84, kit.NewLabel("审定人", theme.Body, theme.ColorText2)),
			kit.Grow(kit.NewElastic(name, theme.Body, theme.ColorText)), kit.Fit(leave))))
	}
	add := kit.NewButton(kit.ButtonSpec{Text: "增加审定人…", Icon: theme.IconPlus, Size: kit.Small, OnPress: p.addPerson})
	slots = append(slots, kit.Fit(kit.Row(10, kit.Wide(84, kit.NewGap(0)), kit.Fit(add), kit.Space())))
	if gone := p.gone(today); gone != "" {
		slots = append(slots, kit.Fit(kit.NewPara("已离岗，不再列出，旧文书和记录不变："+gone, theme.Remark, theme.ColorText3)))
	}
	return card("人员", slots...)
}

func (p *Page) gone(today app.Date) string {
	var out []string
	for _, person := range p.loaded.People {
		if person.Approver && !person.InOffice(today) {
			out = append(out, fmt.Sprintf("%s（%s）", person.Name, person.To))
		}
	}
	return strings.Join(out, "、")
}

func (p *Page) addPerson() {
	name, post := kit.NewEntry("", "赵国梁"), kit.NewEntry("", "分管副镇长")
	var close func()
	confirm := func() {
		n := strings.TrimSpace(name.Text)
		if n == "" {
			p.p.Frame.Info("请写姓名")
			return
		}
		close()
		p.save(func(s *ledger.Settings) {
			s.People = append(s.People, app.Person{Name: n, Post: strings.TrimSpace(post.Text), Approver: true})
		})
		p.build()
	}
	close = p.p.Frame.Dialogs.Show(kit.Dialog{Title: "增加审定人", Icon: theme.IconUser, Tone: theme.ColorPrimary, First: name, Confirm: confirm,
		Body: kit.Pad(16, 14, kit.Column(10, line("姓名", name, 0, ""), line("职务", post, 0, ""))),
		Actions: []kit.ButtonSpec{
			{Text: "取消", Key: "Esc", OnPress: func() { close() }},
			{Text: "保存", Key: "Ctrl+Enter", Primary: true, OnPress: confirm}}})
}

// listCard says which list a village goes by, and lets it import one: it has no page 清单.
func (p *Page) listCard() fyne.CanvasObject {
	words := "未导入（可以不导入）。责任状、App、证明、摊派等照常判断。"
	if p.list != nil {
		words = fmt.Sprintf("%s，%d 项", p.list.List.Source.Title, len(p.list.List.Duties))
	}
	load := kit.NewButton(kit.ButtonSpec{Text: "导入…", Icon: theme.IconOpen, Size: kit.Small, OnPress: p.p.ImportList})
	return card("村级事项清单", kit.Fit(kit.Row(10, kit.Grow(kit.NewPara(words, theme.Body, theme.ColorText)), kit.Fit(load))))
}

// paperCard sets titles and prefixes of the papers.
func (p *Page) paperCard() fyne.CanvasObject {
	titles := []string{"事项拒接反馈单", "不属本级职责事项反馈单", "事项核对反馈单"}
	at := -1
	for i, t := range titles {
		if t == p.loaded.Title1() {
			at = i
		}
	}
	if at < 0 {
		titles = append(titles, p.loaded.Title1())
		at = len(titles) - 1
	}
	title := kit.NewPlainSelect(titles, at, func(i int) { p.save(func(s *ledger.Settings) { s.FeedbackTitle = titles[i] }) })
	prefix := func(k ledger.PaperKind) *kit.Entry {
		return p.field(p.loaded.Prefix(k), "", func(v string) {
			p.save(func(s *ledger.Settings) {
				next := map[ledger.PaperKind]string{}
				for kind, w := range s.Prefixes {
					next[kind] = w
				}
				next[k] = v
				s.Prefixes = next
			})
		})
	}
	slots := []kit.Slot{}
	if p.loaded.Office.Grassroots() {
		slots = append(slots, line("反映单", prefix(ledger.PaperVillage), 110, "出文时给号，不跳号，按年重起"))
		return card("文书", append(slots, p.fileNameLines()...)...)
	}
	return card("文书", append([]kit.Slot{
		line("反馈单标题", title, 0, ""),
		line("反馈单", prefix(ledger.PaperFeedback), 110, "出文时给号，不跳号，按年重起"),
		line("提级反映单", prefix(ledger.PaperEscalation), 110, "出文时给号，不跳号，按年重起"),
		line("支援请求单", prefix(ledger.PaperSupport), 110, "出文时给号，不跳号，按年重起"),
		line("调整建议", prefix(ledger.PaperAdjust), 110, "出文时给号，不跳号，按年重起"),
		line("事前评估表", prefix(ledger.PaperAssess), 110, "出文时给号，不跳号，按年重起"),
		line("典型案例", prefix(ledger.PaperCase), 110, "出文时给号，不跳号，按年重起")}, append(p.letterLines(), p.fileNameLines()...)...)...)
}

// letterLines set what stands at the foot of letters and reports.
func (p *Page) letterLines() []kit.Slot {
	return []kit.Slot{
		line("函的抄送", p.field(p.loaded.Copies, "不抄送的留空，如 县减负办", func(v string) { p.save(func(s *ledger.Settings) { s.Copies = v }) }), 0, ""),
		line("印发机关", p.field(p.loaded.PrintedBy, p.loaded.Office.Name, func(v string) { p.save(func(s *ledger.Settings) { s.PrintedBy = v }) }), 0, ""),
		kit.Fit(kit.NewPara("抄送印在函和报告的末页，出文时可改；印发机关只印在报告上，不填时用单位全称。", theme.Remark, theme.ColorText3))}
}

// fileNameLines set how copies of papers are named in folders, with an example.
func (p *Page) fileNameLines() []kit.Slot {
	pattern := p.loaded.FileName
	if pattern == "" {
		pattern = paper.UsualFileName
	}
	set := p.field(pattern, paper.UsualFileName, func(v string) {
		if v == paper.UsualFileName {
			v = ""
		}
		p.save(func(s *ledger.Settings) { s.FileName = v })
		p.build()
	})
	kind, to, today := paper.KindFeedback, p.loaded.Office.County+"住房和城乡建设局", p.p.Frame.Today()
	if p.loaded.Office.Grassroots() {
		kind, to = paper.KindVillage, p.loaded.Superior
	}
	example := paper.FileName(p.loaded.FileName, paper.FileFacts{Number: ledger.Number(p.loaded.Prefix(ledger.PaperKind(kind)), today.Year, 17),
		Title: "关于开展燃气安全检查的通知", Date: today, To: to, Kind: kind.Short(), Ledger: ledger.Notice{Year: today.Year, No: 642}.Number()})
	return []kit.Slot{line("文件名", set, 0, ""),
		kit.Fit(kit.NewPara("可写 {"+strings.Join(paper.FileNameFields(), "}、{")+"}；如："+example+".pdf", theme.Remark, theme.ColorText3))}
}
