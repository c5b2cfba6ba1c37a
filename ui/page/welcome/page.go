// Package welcome is the first run: who the office is, which list it works with, and off it goes.
package welcome

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/page/lists"
	"yidanqing/ui/theme"
)

// keeper keeps what the first run asks.
type keeper interface {
	Settings(ctx context.Context) (ledger.Settings, error)
	SaveSettings(ctx context.Context, v ledger.Settings) error
	ImportList(ctx context.Context, l app.DutyList) (ledger.List, error)
	MoveIn(ctx context.Context, folder string) (upkeep.Restored, error)
}

// Params are what the page works with. All fields must be set.
type Params struct {
	Frame  *kit.Frame
	Keeper keeper
	Import lists.Importer
	// Sample is the list that ships with the program.
	Sample func() (app.DutyList, error)
	// Look shows what the program does with the notice that ships with it (看看样件); nil: that is not offered.
	Look func()
	// Done is told when everything is kept.
	Done func(ledger.Settings)
}

// Page is the first run.
type Page struct {
	p      Params
	holder *kit.Holder
	kind   app.OfficeType
	own    bool // the office's own list, not the sample
	list   *app.DutyList
	busy   bool
	picked bool // the type was chosen by hand: a name changes it no more

	segment     *kit.Segment
	name, clerk *kit.Entry
	derived     *kit.Para
	start       *kit.Button
}

// New makes the page.
func New(p Params) *Page {
	page := &Page{p: p, holder: kit.NewHolder(nil), kind: app.Township, own: true}
	page.segment = kit.NewSegment([]string{string(app.Township), string(app.Subdistrict), string(app.Village), string(app.Community)}, 0, page.pickKind)
	page.name = kit.NewEntry("", "单位全称，如 清河县柳河镇人民政府")
	page.clerk = kit.NewEntry("", "您的姓名（可以以后填）")
	page.derived = kit.NewPara("印在文书落款处。", theme.Second, theme.ColorText2)
	page.name.OnChanged = page.named
	page.build()
	return page
}

// Content is what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.holder }

// SetClass fits the page to the room; it is one column in every class.
func (p *Page) SetClass(kit.Class) { p.build() }

// Shown is called when the page comes to the front.
func (p *Page) Shown() { p.name.Focus() }

func (p *Page) office() app.Office {
	o := app.OfficeNamed(p.kind, p.name.Text)
	o.Clerk = strings.TrimSpace(p.clerk.Text)
	return o
}

// kinds are the types in the order in which they are offered.
var kinds = []app.OfficeType{app.Township, app.Subdistrict, app.Village, app.Community}

func (p *Page) pickKind(i int) {
	p.picked = true
	p.become(kinds[i])
	p.segment.Focus()
}

// named takes the type from the name, unless somebody has chosen one.
func (p *Page) named(name string) {
	if kind, ok := app.OfficeTypeOf(name); ok && !p.picked && kind != p.kind && app.IsOfficeName(name) {
		p.segment.Choose(slices.Index(kinds, kind))
		p.become(kind)
		p.name.Focus()
	}
	p.derive()
}

func (p *Page) become(kind app.OfficeType) {
	p.kind = kind
	p.own = p.list != nil || !p.office().Grassroots() // a village may well have none
	p.derive()
	p.build()
}

// notAName is said to a notice pasted where the name of the office belongs.
const notAName = "这不像单位名称。来文请在开始使用之后粘贴。"

// derive says what the name tells, so that nobody has to type it.
func (p *Page) derive() {
	o := p.office()
	words := "印在文书落款处。"
	switch {
	case o.Name != "" && !app.IsOfficeName(o.Name):
		words = notAName
	case o.Short != "":
		words += fmt.Sprintf("简称“%s”、编号“%s”已取得，以后可改。", o.Short, ledger.Settings{Office: o}.Prefix(p.paperKind()))
	}
	p.derived.SetText(words)
}

func (p *Page) paperKind() ledger.PaperKind {
	if p.office().Grassroots() {
		return ledger.PaperVillage
	}
	return ledger.PaperFeedback
}

func (p *Page) build() {
	step := func(n int, title string, body fyne.CanvasObject) kit.Slot {
		circle := kit.NewRound(fmt.Sprint(n))
		return kit.Fit(kit.Column(10, kit.Fit(kit.NewRule()), kit.Fit(kit.Row(16, kit.Fit(circle).AtStart(),
			kit.Grow(kit.Column(8, kit.Wide(32, kit.NewLabel(title, theme.ItemTitle, theme.ColorText)), kit.Fit(body)))))))
	}
	p.start = kit.NewButton(kit.ButtonSpec{Text: "开始使用", Icon: theme.IconCheck, Key: "Ctrl+Enter", Size: kit.Main, Primary: true, OnPress: p.Confirm})
	who := kit.Column(8,
		kit.Fit(kit.Flow(10, 4, p.segment, kit.NewPara("村、社区不需要履职事项清单，文书改为“村级事项反映单”。", theme.Second, theme.ColorText2))),
		kit.Fit(kit.Beside(12, 300, kit.Column(0, kit.Fit(p.name)), kit.Pad(0, 6, p.derived))),
		kit.Fit(kit.Row(0, kit.Wide(340, p.clerk), kit.Space())))
	title := "用哪份履职事项清单"
	if p.office().Grassroots() {
		title = "村级事项清单（可以不导入）"
	}
	words := "第一件事：复制任意一份通知，按 Ctrl+V。"
	moved := kit.Row(0, kit.Fit(kit.NewLink("接着用另一台电脑迁来的数据…", theme.Second, p.moveIn)), kit.Space())
	ways := []kit.Slot{kit.Space()}
	if p.p.Look != nil {
		words += "也可以先看看随附的样件，不用填上面的。"
		ways = append(ways, kit.Fit(kit.NewButton(kit.ButtonSpec{Text: "看看样件", Icon: theme.IconNote, Size: kit.Main, OnPress: p.p.Look})))
	}
	done := kit.NewPara(words, theme.Body, theme.ColorText)
	body := kit.Column(12,
		kit.Fit(kit.Column(4, kit.Fit(kit.NewPara("先设三项，就可以用", theme.Verdict, theme.ColorText)),
			kit.Fit(kit.NewPara("大约 1 分钟。不联网，不注册，资料只存在这台电脑上。", theme.Body, theme.ColorText2)))),
		step(1, "本单位是", who), step(2, title, p.listChoice()), step(3, "完成", done),
		kit.Fit(kit.NewRule()), kit.Fit(kit.Beside(8, 310, moved, kit.Row(8, append(ways, kit.Fit(p.start))...))))
	card := kit.Card(kit.Pad(36, 16, body))
	p.holder.Put(kit.NewScroll(kit.NewCentre(840, kit.Pad(0, 12, card))))
}

// listChoice offers the office's own list or the sample.
func (p *Page) listChoice() fyne.CanvasObject {
	own := []kit.Slot{kit.Fit(kit.NewPara("Excel、Word 或 CSV，列会自动识别", theme.Second, theme.ColorText2)),
		kit.Fit(kit.Row(0, kit.Fit(kit.NewButton(kit.ButtonSpec{Text: "选择文件…", Icon: theme.IconOpen, OnPress: p.chooseFile})), kit.Space()))}
	if p.list != nil {
		b, c, t := lists.Counts(*p.list)
		own = append(own, kit.Fit(kit.Row(6, kit.Fit(kit.NewIcon(theme.IconCheck, 16, theme.ColorDo)),
			kit.Grow(kit.NewPara(fmt.Sprintf("已读出 %d 项：%d / %d / %d", len(p.list.Duties), b, c, t), theme.Second, theme.ColorDo)))))
	}
	first, second := "导入本镇的清单", "先用示例清单"
	words := "公开的乡镇清单样式，只作练习；文书会注明“示例”，不能盖章使用"
	switch p.kind {
	case app.Subdistrict:
		first = "导入本街道的清单"
	case app.Village, app.Community:
		first, second = "导入村级事项清单", "先不导入"
		words = "责任状、App、证明、摊派等照常判断；以后可以在“设置”里导入"
	}
	return kit.Beside(12, 300,
		p.choice(first, p.own, func() { p.own = true; p.build() }, own...),
		p.choice(second, !p.own, func() { p.own = false; p.build(); p.start.Focus() }, kit.Fit(kit.NewPara(words, theme.Second, theme.ColorText2))))
}

func (p *Page) choice(title string, on bool, pick func(), rest ...kit.Slot) fyne.CanvasObject {
	ground, stroke := theme.ColorSurface, theme.ColorBorder
	if on {
		ground, stroke = theme.ColorPrimarySoft, theme.ColorPrimary
	}
	radio := kit.NewRadio(title, on, pick)
	slots := append([]kit.Slot{kit.Fit(radio)}, kit.Fit(kit.PadEach(0, 0, 0, 28, kit.Column(8, rest...))))
	return kit.Stack(kit.NewBorder(ground, stroke, theme.RadiusCard), kit.Pad(14, 10, kit.Column(4, slots...)))
}

func (p *Page) chooseFile() {
	lists.ChooseList(p.p.Frame, p.p.Import, nil, func(l app.DutyList) {
		p.list, p.own = &l, true
		p.build()
		p.start.Focus()
	})
}

// moveIn takes over what another PC moved out, instead of beginning anew.
func (p *Page) moveIn() {
	p.p.Frame.Files.ChooseFolder("选另一台电脑迁出的文件夹或优盘", func(folder string) {
		kit.Run(p.p.Frame.Runner, "正在核对并迁入", func(ctx context.Context) (ledger.Settings, error) {
			ctx = context.WithoutCancel(ctx)
			if _, err := p.p.Keeper.MoveIn(ctx, folder); err != nil {
				return ledger.Settings{}, err
			}
			return p.p.Keeper.Settings(ctx)
		}, func(s ledger.Settings, err error) {
			if err != nil {
				p.p.Frame.Fail("没有迁入", err, nil)
				return
			}
			p.p.Done(s)
			p.p.Frame.Done("已迁入，编号接着往下排")
		})
	})
}

// Confirm is 开始使用 (Ctrl+Enter).
func (p *Page) Confirm() {
	office := p.office()
	switch {
	case p.busy:
		return
	case office.Name == "":
		p.p.Frame.Info("请先写单位全称")
		p.name.Focus()
		return
	case !app.IsOfficeName(office.Name):
		p.p.Frame.Info(notAName)
		p.name.Focus()
		return
	case p.own && p.list == nil && !office.Grassroots():
		p.p.Frame.Info("请选择清单文件，或者先用示例清单")
		return
	}
	p.busy = true
	list := p.list
	kit.Run(p.p.Frame.Runner, "正在保存", func(ctx context.Context) (ledger.Settings, error) {
		ctx = context.WithoutCancel(ctx)
		s, err := p.p.Keeper.Settings(ctx)
		if err != nil {
			return s, err
		}
		if !p.own && !office.Grassroots() {
			sample, err := p.p.Sample()
			if err != nil {
				return s, err
			}
			list = &sample
		}
		if list != nil && (p.own || !office.Grassroots()) {
			if _, err := p.p.Keeper.ImportList(ctx, *list); err != nil && app.ErrorCode(err) != app.CodeConflict {
				return s, err
			}
		}
		s.Office = office
		return s, p.p.Keeper.SaveSettings(ctx, s)
	}, func(s ledger.Settings, err error) {
		p.busy = false
		if err != nil {
			p.p.Frame.Fail("没有保存", err, p.Confirm)
			return
		}
		p.p.Done(s)
	})
}
