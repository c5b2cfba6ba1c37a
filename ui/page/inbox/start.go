package inbox

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// start is the page without a notice: the paste field, what came last, figures and what is to be done.
type start struct {
	page   *Page
	field  *kit.PasteField
	recent *kit.Holder
	tiles  *kit.Holder
	todo   *kit.Holder
	notice *kit.Holder // 还没有本镇清单
	queue  *kit.Holder // 队列里有 n 件
	month  *kit.Holder // 本月至今
	all    int
	last   overview // as shown
	turn   kit.Turn
	sums   kit.Turn // of the month, which are counted beside
}

// overview is what the start page loads in one go.
type overview struct {
	tiles  inquire.Tiles
	recent []inquire.Row
	tasks  inquire.Tasks
	counts inquire.Counts
	list   *ledger.List
}

func newStart(p *Page) *start {
	s := &start{page: p, recent: kit.NewHolder(nil), tiles: kit.NewHolder(nil), todo: kit.NewHolder(nil), notice: kit.NewHolder(nil), queue: kit.NewHolder(nil), month: kit.NewHolder(nil)}
	s.month.Hide()
	s.field = s.makeField()
	s.fill(overview{})
	return s
}

func (s *start) makeField() *kit.PasteField {
	big := theme.Role{Size: 18, Line: 26}
	head := kit.NewElastic("在此粘贴通知全文、群消息或会议通知", big, theme.ColorText3)
	middle := kit.Column(6,
		kit.Fit(kit.Row(0, kit.Space(), kit.Fit(kit.NewIcon(theme.IconDrop, 40, theme.ColorText2)), kit.Space())),
		kit.Fit(kit.NewPara("也可以把文件或文件夹拖到窗口任何位置，多件会排成队列", theme.Body, theme.ColorText2).Centred()),
		kit.Fit(kit.NewPara(formatsLine(s.page.p.Documents.Formats()), theme.Second, theme.ColorText3).Centred()))
	rest := kit.Column(8,
		kit.Fit(kit.NewPara("不需要先填写来文单位、文号和时限，会自动读出。", theme.Second, theme.ColorText2)),
		kit.Grow(kit.Column(0, kit.Space(), kit.Fit(middle), kit.Space())),
		kit.Fit(kit.Flow(8, 8,
			kit.NewButton(kit.ButtonSpec{Text: "粘贴并比对", Icon: theme.IconPaste, Key: "Ctrl+V", Size: kit.Main, Primary: true, OnPress: s.page.Paste}),
			kit.NewButton(kit.ButtonSpec{Text: "打开文件…", Icon: theme.IconOpen, Key: "Ctrl+O", Size: kit.Main, OnPress: s.page.OpenFile}),
			kit.NewButton(kit.ButtonSpec{Text: "手工登记一件", Icon: theme.IconEdit, Size: kit.Main, OnPress: func() { s.page.Type("") }}))))
	f := kit.NewPasteField(head, rest)
	f.OnPaste = s.page.Paste
	f.OnType = func(r rune) { s.page.Type(string(r)) }
	return f
}

// formatsLine names exactly the files that this build reads.
func formatsLine(formats []string) string {
	names := map[string]string{"txt": "文本", "docx": "Word（docx）", "xlsx": "Excel（xlsx）", "ofd": "OFD", "pdf": "PDF",
		"csv": "CSV", "doc": "Word（doc）", "wps": "WPS", "xls": "Excel（xls）"}
	var words []string
	for _, f := range formats {
		if n := names[f]; n != "" {
			words = append(words, n)
		}
	}
	return "支持" + strings.Join(words, "、") + "；其他文件请打开后复制文字"
}

func (s *start) content() fyne.CanvasObject {
	head := kit.NewPageHead("收件", "粘贴或拖入来文，立即给出建议；核对以前，什么都不会发出。")
	if s.page.class == kit.ClassNarrow {
		body := kit.Column(12, kit.Fit(s.queue), kit.Fit(s.notice), kit.Fit(s.field), kit.Fit(s.tiles), kit.Fit(s.todo), kit.Fit(s.recent))
		return kit.Column(0, kit.Grow(kit.NewScroll(kit.Pad(16, 12, body))))
	}
	left := kit.NewScroll(kit.Column(12, kit.Fit(s.queue), kit.Fit(s.notice), kit.Fit(kit.AtLeast(300, s.field)), kit.Grow(s.recent)))
	right := kit.NewScroll(kit.Column(12, kit.Fit(s.tiles), kit.Grow(s.todo)))
	width := float32(384)
	if s.page.class == kit.ClassMedium {
		width = 300
	}
	return kit.Column(0, kit.Fit(head), kit.Grow(kit.Pad(16, 12,
		kit.Row(12, kit.Grow(left).Stretched(), kit.Wide(width, right).Stretched()))))
}

// load asks for what the start page shows.
func (s *start) load() {
	current := s.turn.Next()
	p := s.page.p
	kit.Run(p.Frame.Runner, "", func(ctx context.Context) (o overview, err error) {
		if o.tiles, err = p.Inquire.Tiles(ctx); err != nil {
			return o, err
		}
		if o.recent, err = p.Inquire.Recent(ctx, 5); err != nil {
			return o, err
		}
		if o.tasks, err = p.Inquire.Tasks(ctx); err != nil {
			return o, err
		}
		if o.counts, err = p.Inquire.Counts(ctx, inquire.Filter{}); err != nil {
			return o, err
		}
		o.list, err = p.Lists.ListOn(ctx, p.Frame.Today())
		return o, err
	}, func(o overview, err error) {
		if !current() {
			return
		}
		if err != nil {
			p.Frame.Fail("没有读出台账", err, s.load)
			return
		}
		s.fill(o)
		s.count()
		if s.page.result == nil && !s.page.atQueue() {
			s.page.show()
		}
	})
}

func (s *start) fill(o overview) {
	s.last, s.all = o, o.counts.Notices
	s.tiles.Put(s.makeTiles(o.tiles))
	s.recent.Put(s.makeRecent(o.recent))
	s.todo.Put(s.makeTodo(o.tasks))
	s.queue.Hide()
	if bar := s.waitingBar(); bar != nil {
		s.queue.Put(bar)
		s.queue.Show()
	}
	s.notice.Hide()
	if o.list == nil && o.counts.States != nil && !s.page.p.Frame.Office().Grassroots() {
		s.notice.Put(noListBar("还没有本镇清单。责任状、App、证明、摊派仍可判断，其余不作判断。", s.page.p.ImportList))
		s.notice.Show()
	}
}

func noListBar(words string, onImport func()) fyne.CanvasObject {
	return kit.Stack(kit.NewBorder(theme.ColorEscalateSoft, theme.ColorEscalate, theme.RadiusCard),
		kit.Pad(14, 8, kit.Row(10, kit.Fit(kit.NewIcon(theme.IconWarn, 18, theme.ColorEscalate)),
			kit.Grow(kit.NewPara(words, theme.Body, theme.ColorText)),
			kit.Fit(kit.NewButton(kit.ButtonSpec{Text: "导入清单", Icon: theme.IconOpen, Size: kit.Small, OnPress: onImport})))))
}

func (s *start) makeTiles(t inquire.Tiles) fyne.CanvasObject {
	tile := func(n int, label, remark string, color fyne.ThemeColorName) kit.Slot {
		return kit.Grow(kit.Card(kit.Pad(12, 8, kit.Column(1,
			kit.Fit(kit.NewLabel(fmt.Sprint(n), theme.Figure, color)),
			kit.Fit(kit.NewElastic(label, theme.BodyBold, theme.ColorText)),
			kit.Fit(kit.NewElastic(remark, theme.Remark, theme.ColorText3)))))).Stretched()
	}
	due, color := "没有到期的", theme.ColorText
	if t.DueToday > 0 {
		due, color = "今天到期", theme.ColorEscalate
		if t.DueTime != "" {
			due = t.DueTime + " 前"
		}
	}
	return kit.Row(8,
		tile(t.EnteredToday, "今日收件", fmt.Sprintf("昨天 %d 件", t.EnteredYesterday), theme.ColorText),
		tile(t.Pending, "待核对", fmt.Sprintf("以前的 %d 件", t.PendingYesterday), theme.ColorText),
		tile(t.DueToday, "今日到期", due, color))
}

func (s *start) makeRecent(rows []inquire.Row) fyne.CanvasObject {
	head := kit.Row(8, kit.Fit(kit.NewLabel("最近收件", theme.Heading, theme.ColorText)))
	if s.all > 0 {
		link := kit.NewLink(fmt.Sprintf("在台账中查看全部 %d 件", s.all), theme.Second, s.page.p.OpenLedger)
		head = kit.Row(8, kit.Fit(kit.NewLabel("最近收件", theme.Heading, theme.ColorText)), kit.Space(), kit.Fit(link))
	}
	slots := []kit.Slot{kit.Fit(kit.High(42, kit.Pad(14, 0, head)))}
	if len(rows) == 0 {
		return kit.Card(kit.Column(0, append(slots, kit.Fit(kit.NewRule()),
			kit.Fit(kit.Pad(14, 16, kit.NewPara("还没有收件。复制一份通知，按 Ctrl+V。", theme.Body, theme.ColorText2))))...))
	}
	for _, r := range rows {
		slots = append(slots, kit.Fit(kit.NewRule()), kit.Fit(s.recentRow(r)))
	}
	return kit.Card(kit.Column(0, slots...))
}

func (s *start) recentRow(r inquire.Row) fyne.CanvasObject {
	chip := kit.NewVerdictChip(r.Verdict, s.page.p.Frame.Office(), "")
	cells := []kit.Slot{kit.Wide(106, kit.Row(0, kit.Fit(chip), kit.Space())), kit.Grow(kit.NewElastic(r.ShortTitle, theme.Body, theme.ColorText))}
	if s.page.class == kit.ClassWide {
		cells = append(cells, kit.Wide(150, kit.NewElastic(kit.ShortIssuer(r.Issuer, s.page.p.Frame.Office()), theme.Body, theme.ColorText2)))
	}
	if s.page.class != kit.ClassNarrow {
		cells = append(cells, kit.Wide(96, kit.NewElastic(stateWord(r), theme.Body, theme.ColorText)))
	}
	cells = append(cells, kit.Wide(84, kit.NewElastic(kit.MomentWord(r.EnteredAt, s.page.p.Frame.Now()), theme.Body, theme.ColorText3).Trailing()))
	id := r.ID
	return kit.NewRow(r.ShortTitle, kit.High(theme.HeightRow, kit.Pad(10, 0, kit.Row(10, cells...))), false, func() { s.page.p.OpenNotice(id) })
}

// stateWord is the state that most demands share, or the first one.
func stateWord(r inquire.Row) string {
	if r.Void {
		return "已撤销"
	}
	if len(r.Demands) == 0 {
		return ""
	}
	first := r.Demands[0].Title
	for _, d := range r.Demands[1:] {
		if d.Title != first {
			return first + " 等"
		}
	}
	return first
}

func (s *start) makeTodo(t inquire.Tasks) fyne.CanvasObject {
	head := kit.Row(8, kit.Fit(kit.NewLabel("最近要办", theme.Heading, theme.ColorText)), kit.Space(),
		kit.Fit(kit.NewLabel(fmt.Sprintf("要办 %d · 等对方 %d", len(t.Mine), len(t.Theirs)), theme.Second, theme.ColorText3)))
	slots := []kit.Slot{kit.Fit(kit.High(42, kit.Pad(14, 0, head)))}
	for i, task := range t.Mine {
		if i == 5 {
			break
		}
		slots = append(slots, kit.Fit(kit.NewRule()), kit.Fit(s.taskRow(task)))
	}
	if len(t.Mine) == 0 {
		slots = append(slots, kit.Fit(kit.NewRule()), kit.Fit(kit.Pad(14, 14, kit.Row(8,
			kit.Fit(kit.NewIcon(theme.IconDo, 22, theme.ColorDo)), kit.Grow(kit.NewLabel("没有要办的", theme.BodyBold, theme.ColorText))))))
	}
	slots = append(slots, kit.Fit(s.month), kit.Fit(kit.NewRule()), kit.Fit(kit.Pad(14, 12,
		kit.NewPara("只统计本台账登记的来件。", theme.Second, theme.ColorText2))))
	return kit.Card(kit.Column(0, slots...))
}

func (s *start) taskRow(t inquire.Task) fyne.CanvasObject {
	words := kit.Column(0, kit.Fit(kit.NewElastic(t.Title, theme.Body, theme.ColorText)),
		kit.Fit(kit.NewElastic(t.Why, theme.Remark, theme.ColorText3)))
	cells := []kit.Slot{kit.Wide(108, kit.Row(0, kit.Fit(kit.NewDueChipOf(string(t.Due.Kind), t.Due.Words)), kit.Space())), kit.Grow(words)}
	id := t.Notice
	return kit.NewRow(t.Title, kit.High(theme.HeightListRow, kit.Pad(14, 0, kit.Row(10, cells...))), false, func() {
		switch t.Action.Kind {
		case inquire.ActionTogether:
			s.page.p.OpenTogether()
		case inquire.ActionReport:
			s.page.p.OpenReport()
		default:
			s.page.p.OpenNotice(id)
		}
	})
}
