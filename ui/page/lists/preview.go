package lists

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/duty"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// ChooseList asks for the files of a list, shows what they would bring, and gives the list to keep when the clerk
// confirms. Nothing is stored here. present is the list in use, which the new one is compared with; nil where there is
// none.
func ChooseList(frame *kit.Frame, reader Importer, present *app.DutyList, keep func(app.DutyList)) {
	frame.Files.ChooseFiles("导入清单（可一次选几个文件）", reader.ListFormats(), true, func(paths []string) {
		PreviewFiles(frame, reader, present, paths, keep)
	})
}

// PreviewFiles reads list files and shows what they would bring.
func PreviewFiles(frame *kit.Frame, reader Importer, present *app.DutyList, paths []string, keep func(app.DutyList)) {
	if len(paths) == 0 {
		return
	}
	v := &preview{frame: frame, reader: reader, paths: paths, present: present, keep: keep,
		options: duty.Options{Columns: map[duty.Field]int{}, Parts: map[int]app.Part{}}}
	v.read()
}

// preview is one import on its way: the files, what the clerk named by hand, and what was understood.
type preview struct {
	frame   *kit.Frame
	reader  Importer
	paths   []string
	options duty.Options
	present *app.DutyList
	keep    func(app.DutyList)
	shown   duty.Preview
	fault   error
	form    *sourceForm
	close   func()
}

func (v *preview) read() {
	o := duty.Options{Columns: maps.Clone(v.options.Columns), Parts: maps.Clone(v.options.Parts)}
	type answer struct {
		p     duty.Preview
		fault error
	}
	kit.Run(v.frame.Runner, "正在读取清单", func(ctx context.Context) (answer, error) {
		p, err := v.reader.PreviewList(ctx, v.paths, o)
		if err != nil && len(p.Columns) > 0 { // something was seen: the clerk may name the columns
			return answer{p, err}, nil
		}
		return answer{p, nil}, err
	}, func(a answer, err error) {
		if err != nil {
			v.failed(err)
			return
		}
		if v.close != nil {
			v.close()
		}
		v.shown, v.fault = a.p, a.fault
		if v.form == nil {
			v.form = newSourceForm(a.p.List.Source)
		}
		v.show()
	})
}

// failed says that nothing could be read; another file may be chosen.
func (v *preview) failed(err error) {
	v.frame.FailFile("没有读成清单", "文件未导入，原清单不变。", err, func() { ChooseList(v.frame, v.reader, v.present, v.keep) })
}

func (v *preview) show() {
	names := make([]string, len(v.paths))
	for i, p := range v.paths {
		names[i] = filepath.Base(p)
	}
	actions := []kit.ButtonSpec{{Text: "取消", Key: "Esc", OnPress: func() { v.close() }}}
	var confirm func()
	if v.fault == nil {
		confirm = v.confirm
		actions = append(actions, kit.ButtonSpec{Text: fmt.Sprintf("导入 %d 项", len(v.shown.List.Duties)), Icon: theme.IconCheck, Key: "Ctrl+Enter",
			Primary: true, OnPress: confirm})
	}
	v.close = v.frame.Dialogs.Show(kit.Dialog{Title: "导入清单", Hint: strings.Join(names, "、"), Width: 980, Icon: theme.IconList, Tone: theme.ColorPrimary,
		Body: v.body(), Confirm: confirm, Actions: actions,
		Left: []kit.ButtonSpec{{Text: "另选文件…", Icon: theme.IconOpen, OnPress: func() { v.close(); ChooseList(v.frame, v.reader, v.present, v.keep) }}}})
}

func (v *preview) confirm() {
	s, err := v.form.read(v.shown.List.Source)
	if err != nil {
		v.frame.Toasts.Show(kit.Toast{Kind: kit.ToastWarn, Text: app.ErrorMessage(err)})
		return
	}
	v.close()
	list := v.shown.List
	list.Source = s
	v.keep(list)
}

// body says at the left where everything was found, at the right what would come and what is worth a look.
func (v *preview) body() fyne.CanvasObject {
	left := []kit.Slot{kit.Fit(kit.NewLabel("对应的列（已自动识别）", theme.Heading, theme.ColorText))}
	for _, u := range v.shown.Uses {
		if u.Count == 0 && u.Field != duty.FieldName && u.Field != duty.FieldDepartment {
			continue
		}
		left = append(left, kit.Fit(kit.NewRule()), kit.Fit(kit.Row(8, kit.Wide(104, kit.NewElastic(u.Field.Title(), theme.Body, theme.ColorText)),
			kit.Grow(v.columnSelect(u)), kit.Wide(40, kit.NewLabel(countWord(u.Count), theme.Second, theme.ColorText2).Trailing()))))
	}
	for _, q := range v.shown.Missing {
		if q.What == "part" {
			left = append(left, kit.Fit(kit.NewRule()), kit.Fit(kit.NewPara(q.Text, theme.Body, theme.ColorText)), kit.Fit(v.partSegment(q.Table)))
		}
	}
	right := kit.Column(8, v.comes()...)
	return kit.Pad(16, 14, kit.Beside(24, 380, kit.Column(5, left...), right))
}

func countWord(n int) string {
	if n == 0 {
		return "—"
	}
	return fmt.Sprint(n)
}

// columnSelect lets the clerk name the column of a field by hand.
func (v *preview) columnSelect(u duty.FieldUse) fyne.CanvasObject {
	words := []string{u.Where}
	index := []int{0}
	for _, c := range v.shown.Columns {
		if c.Table != 0 {
			continue
		}
		w := c.Letter + "列"
		if c.Heading != "" {
			w += "“" + c.Heading + "”"
		}
		words, index = append(words, w), append(index, c.Index)
	}
	words, index = append(words, "无此列"), append(index, -1)
	return kit.NewSelect(options(words), 0, kit.Small, func(i int) {
		if i > 0 {
			v.options.Columns[u.Field] = index[i]
			v.read()
		}
	})
}

func options(words []string) []kit.Option {
	out := make([]kit.Option, len(words))
	for i, w := range words {
		out[i] = kit.Option{Text: w}
	}
	return out
}

func (v *preview) partSegment(table int) fyne.CanvasObject {
	words := []string{app.Basic.Title(), app.Cooperate.Title(), app.TakenBack.Title()}
	return kit.Row(0, kit.Fit(kit.NewSegment(words, -1, func(i int) {
		v.options.Parts[table] = parts()[i]
		v.read()
	})), kit.Space())
}

// comes are the counts, the source, and what is worth a look.
func (v *preview) comes() []kit.Slot {
	out := []kit.Slot{}
	if v.fault != nil {
		out = append(out, kit.Fit(kit.Row(8, kit.Fit(kit.NewIcon(theme.IconBlock, 18, theme.ColorRefuse)).AtStart(),
			kit.Grow(kit.NewPara(app.ErrorMessage(v.fault), theme.Body, theme.ColorText)))))
	} else {
		basic, cooperate, taken := Counts(v.shown.List)
		line := func(label string, n int) kit.Slot {
			return kit.Fit(kit.Row(10, kit.Wide(110, kit.NewLabel(label, theme.Body, theme.ColorText3)), kit.Grow(kit.NewLabel(fmt.Sprintf("%d 项", n), theme.BodyBold, theme.ColorText))))
		}
		entry := func(label string, e *kit.Entry) kit.Slot {
			return kit.Fit(kit.Row(10, kit.Wide(70, kit.NewLabel(label, theme.Body, theme.ColorText3)), kit.Grow(e)))
		}
		out = append(out, kit.Fit(kit.NewLabel("将得到", theme.Heading, theme.ColorText)),
			line(app.Basic.Title(), basic), line(app.Cooperate.Title(), cooperate), line(app.TakenBack.Title(), taken),
			entry("版本名称", v.form.title), entry("印发文号", v.form.docNo), entry("施行日期", v.form.from),
			kit.Fit(kit.NewPara("已有的版本会保留；旧件不因换版而改变结论。", theme.Remark, theme.ColorText3)))
		if v.present != nil {
			out = append(out, kit.Fit(kit.NewPara(changesWord(v.present, &v.shown.List), theme.Second, theme.ColorText2)))
		}
	}
	out = append(out, kit.Fit(kit.NewRule()), kit.Fit(kit.NewLabel(fmt.Sprintf("请看一眼（%d 处）", len(v.shown.Warnings)), theme.Heading, theme.ColorText)))
	for _, w := range v.shown.Warnings {
		out = append(out, kit.Fit(kit.Row(8, kit.Fit(kit.NewIcon(theme.IconWarn, 18, theme.ColorEscalate)).AtStart(), kit.Grow(kit.NewPara(w.Text, theme.Body, theme.ColorText)))))
	}
	title := "每一行都会导入"
	if n := len(v.shown.Unread); n > 0 {
		title = fmt.Sprintf("不会导入的行（%d 行）", n)
	}
	out = append(out, kit.Fit(kit.NewLabel(title, theme.Heading, theme.ColorText)))
	for i, u := range v.shown.Unread {
		if i == mostUnread {
			out = append(out, kit.Fit(kit.NewPara(fmt.Sprintf("还有 %d 行，原因多半相同", len(v.shown.Unread)-i), theme.Second, theme.ColorText2)))
			break
		}
		place := u.Name
		if u.Row > 0 {
			place += fmt.Sprintf(" 第%d行", u.Row)
		}
		out = append(out, kit.Fit(kit.NewParaMax(place+"　"+u.Words, theme.Second, theme.ColorText, 2)), kit.Fit(kit.NewPara(u.Reason, theme.Second, theme.ColorText2)))
	}
	return out
}

// changesWord says in one sentence what the new list changes in the present one.
func changesWord(present, now *app.DutyList) string {
	count := map[duty.ChangeKind]int{}
	for _, c := range duty.Diff(present, now) {
		count[c.Kind]++
	}
	var words []string
	for _, k := range []duty.ChangeKind{duty.Added, duty.Removed, duty.Moved, duty.Edited} {
		if n := count[k]; n > 0 {
			words = append(words, fmt.Sprintf("%s %d 项", k.Title(), n))
		}
	}
	if len(words) == 0 {
		return "与现行清单相比：事项没有变化。"
	}
	return "与现行清单相比：" + strings.Join(words, "，") + "。"
}

// mostUnread is how many rows that were not understood are written out; more would be no help on a screen.
const mostUnread = 200
