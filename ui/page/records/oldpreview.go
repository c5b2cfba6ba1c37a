package records

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/oldledger"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// oldPreview is one import of an old ledger on its way: its tables, the columns named by hand, and what was understood.
type oldPreview struct {
	page    *Page
	path    string
	tables  []app.Table
	columns map[oldledger.Field]int
	shown   oldledger.Preview
	fault   error
	close   func()
}

func (v *oldPreview) read() {
	p := v.page
	tables, columns := v.tables, maps.Clone(v.columns)
	type answer struct {
		tables []app.Table
		p      oldledger.Preview
		fault  error
	}
	kit.Run(p.p.Frame.Runner, "正在读取旧台账", func(ctx context.Context) (a answer, err error) {
		if a.tables = tables; a.tables == nil {
			if a.tables, err = p.p.Tables.ReadTables(ctx, v.path); err != nil {
				return a, err
			}
		}
		a.p, err = p.p.Old.PreviewOldLedger(ctx, a.tables, oldledger.Options{Columns: columns})
		if app.ErrorCode(err) == app.CodeInvalid && len(a.p.Columns) > 0 { // something was seen: the clerk may name the columns
			a.fault, err = err, nil
		}
		return a, err
	}, func(a answer, err error) {
		if v.close != nil {
			v.close()
		}
		if err != nil {
			v.failed(err)
			return
		}
		v.tables, v.shown, v.fault = a.tables, a.p, a.fault
		v.show()
	})
}

// failed says that nothing can be imported; another file may be chosen.
func (v *oldPreview) failed(err error) {
	v.page.p.Frame.FailFile("没有导入旧台账", "原文件未动，台账没有变动。", err, v.page.StartOldImport)
}

func (v *oldPreview) show() {
	actions := []kit.ButtonSpec{{Text: "取消", Key: "Esc", OnPress: func() { v.close() }}}
	var confirm func()
	if v.fault == nil {
		confirm = func() { v.close(); v.page.keepOld(v.shown.Ledger) }
		actions = append(actions, kit.ButtonSpec{Text: fmt.Sprintf("导入 %d 行", len(v.shown.Ledger.Rows)), Icon: theme.IconCheck, Key: "Ctrl+Enter",
			Primary: true, OnPress: confirm})
	}
	v.close = v.page.p.Frame.Dialogs.Show(kit.Dialog{Title: "导入旧台账", Hint: filepath.Base(v.path), Width: 980, Icon: theme.IconLedger, Tone: theme.ColorPrimary,
		Body: kit.Pad(16, 14, kit.Beside(24, 380, v.left(), v.right())), Confirm: confirm, Actions: actions,
		Left: []kit.ButtonSpec{{Text: "另选文件…", Icon: theme.IconOpen, OnPress: func() { v.close(); v.page.StartOldImport() }}}})
}

// left says where each field was found, and lets the clerk name another column.
func (v *oldPreview) left() fyne.CanvasObject {
	slots := []kit.Slot{kit.Fit(kit.NewLabel("对应的列（已自动识别）", theme.Heading, theme.ColorText))}
	for _, u := range v.shown.Uses {
		count := "—"
		if u.Count > 0 {
			count = fmt.Sprint(u.Count)
		}
		slots = append(slots, kit.Fit(kit.NewRule()), kit.Fit(kit.Row(8, kit.Wide(84, kit.NewElastic(u.Field.Title(), theme.Body, theme.ColorText)),
			kit.Grow(v.columnSelect(u)), kit.Wide(52, kit.NewLabel(count, theme.Second, theme.ColorText2).Trailing()))))
	}
	return kit.Column(5, slots...)
}

func (v *oldPreview) columnSelect(u oldledger.Use) fyne.CanvasObject {
	options, index := []kit.Option{{Text: u.Where}}, []int{0}
	for _, c := range v.shown.Columns {
		w := c.Letter + "列"
		if c.Heading != "" {
			w += "“" + c.Heading + "”"
		}
		options, index = append(options, kit.Option{Text: w}), append(index, c.Index)
	}
	options, index = append(options, kit.Option{Text: "无此列"}), append(index, -1)
	return kit.NewSelect(options, 0, kit.Small, func(i int) {
		if i > 0 {
			v.columns[u.Field] = index[i]
			v.read()
		}
	})
}

// right says what would come, what is worth a look and what would not come.
func (v *oldPreview) right() fyne.CanvasObject {
	var slots []kit.Slot
	if v.fault != nil {
		slots = append(slots, kit.Fit(kit.Row(8, kit.Fit(kit.NewIcon(theme.IconBlock, 18, theme.ColorRefuse)).AtStart(),
			kit.Grow(kit.NewPara(app.ErrorMessage(v.fault), theme.Body, theme.ColorText)))))
	} else {
		line := func(label, words string) kit.Slot {
			return kit.Fit(kit.Row(10, kit.Wide(64, kit.NewLabel(label, theme.Body, theme.ColorText3)).AtStart(), kit.Grow(kit.NewPara(words, theme.BodyBold, theme.ColorText))))
		}
		rows := v.shown.Ledger.Rows
		first, last := v.shown.Ledger.Span()
		slots = append(slots, kit.Fit(kit.NewLabel("将得到", theme.Heading, theme.ColorText)), line("来件", fmt.Sprintf("%d 行", len(rows))),
			line("日期", fmt.Sprintf("%s 至 %s", first, last)), line("类型", kindCounts(rows)), line("处理", verdictCounts(rows, v.page.p.Frame.Office())),
			kit.Fit(kit.NewPara("只用于统计中的“与使用前比”，标为“导入”，不编号，不进待反馈和提醒。可以整次撤回。", theme.Remark, theme.ColorText3)))
	}
	if n := len(v.shown.Warnings); n > 0 {
		slots = append(slots, kit.Fit(kit.NewRule()), kit.Fit(kit.NewLabel(fmt.Sprintf("请看一眼（%d 处）", n), theme.Heading, theme.ColorText)))
	}
	for _, w := range v.shown.Warnings {
		slots = append(slots, kit.Fit(kit.Row(8, kit.Fit(kit.NewIcon(theme.IconWarn, 18, theme.ColorEscalate)).AtStart(), kit.Grow(kit.NewPara(w, theme.Body, theme.ColorText)))))
	}
	title := "每一行都会导入"
	if n := len(v.shown.Unread); n > 0 {
		title = fmt.Sprintf("不会导入的行（%d 行）", n)
	}
	slots = append(slots, kit.Fit(kit.NewRule()), kit.Fit(kit.NewLabel(title, theme.Heading, theme.ColorText)))
	return kit.Column(8, append(slots, unreadRows(v.shown.Unread)...)...)
}

// mostUnread is how many rows that are not taken in are written out; more would be no help on a screen.
const mostUnread = 200

func unreadRows(list []oldledger.Unread) []kit.Slot {
	var slots []kit.Slot
	for i, u := range list {
		if i == mostUnread {
			return append(slots, kit.Fit(kit.NewPara(fmt.Sprintf("还有 %d 行，原因多半相同", len(list)-i), theme.Second, theme.ColorText2)))
		}
		place := u.Sheet
		if u.Row > 0 {
			place += fmt.Sprintf(" 第%d行", u.Row)
		}
		slots = append(slots, kit.Fit(kit.NewPara(strings.TrimSpace(place)+"："+u.Reason, theme.SecondBold, theme.ColorText)),
			kit.Fit(kit.NewParaMax(u.Words, theme.Second, theme.ColorText2, 2)))
	}
	return slots
}

func kindCounts(rows []app.OldRow) string {
	count := map[app.Kind]int{}
	for _, r := range rows {
		count[r.Kind]++
	}
	kinds := []app.Kind{app.KindTask, app.KindForm, app.KindMeeting, app.KindInspection, app.KindApp, app.KindCertificate, app.KindPledge,
		app.KindCampaign, app.KindSecondment, app.KindInfo}
	var words []string
	for _, k := range kinds {
		if n := count[k]; n > 0 {
			words = append(words, fmt.Sprintf("%s %d", k.Title(), n))
		}
	}
	return unstated(words, count[""])
}

func verdictCounts(rows []app.OldRow, office app.Office) string {
	count := map[app.Verdict]int{}
	for _, r := range rows {
		count[r.Verdict]++
	}
	var words []string
	for _, v := range []app.Verdict{app.VerdictDo, app.VerdictCooperate, app.VerdictRefuse, app.VerdictEscalate, app.VerdictInfo} {
		if n := count[v]; n > 0 {
			words = append(words, fmt.Sprintf("%s %d", kit.VerdictWord(v, office), n))
		}
	}
	return unstated(words, count[""])
}

func unstated(words []string, n int) string {
	if n > 0 {
		words = append(words, fmt.Sprintf("未写明 %d", n))
	}
	return strings.Join(words, "、")
}
