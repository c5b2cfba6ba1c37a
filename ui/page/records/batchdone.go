package records

import (
	"fmt"
	"path/filepath"
	"strings"

	"yidanqing/app/decide"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// batchDone says what came of a batch, with the folder, the list of what was not made, and the printer at hand.
func (p *Page) batchDone(b decide.Batch, out decide.Batched) {
	paths := batchPaths(b, out)
	rows := []kit.Slot{kit.Fit(kit.NewPara(batchWords(b, out), theme.BodyBold, theme.ColorText))}
	if len(paths) > 0 {
		rows = append(rows, kit.Fit(kit.NewPara("存放在 "+filepath.Dir(paths[0]), theme.Second, theme.ColorText2)))
	}
	if out.File != "" {
		rows = append(rows, kit.Fit(kit.NewPara("合订本只供打印；作凭据的是台账里每件自己的 PDF。", theme.Second, theme.ColorText2)))
	}
	if note := out.ReplacedNote(); note != "" {
		rows = append(rows, kit.Fit(kit.NewPara(note+"。", theme.Second, theme.ColorEscalate)))
	}
	if out.Trouble != nil {
		rows = append(rows, kit.Fit(kit.NewTroubleBody(kit.TroubleOf("", out.Trouble))))
	}
	if len(out.Left) > 0 {
		rows = append(rows, kit.Fit(kit.NewRule()), kit.Fit(kit.NewLabel(fmt.Sprintf("没有出的 %d 件", len(out.Left)), theme.Heading, theme.ColorText)))
		rows = append(rows, leftRows(out.Left)...)
	}
	var close func()
	var left, actions []kit.ButtonSpec
	if len(paths) > 0 {
		left = append(left, kit.ButtonSpec{Text: "打开所在文件夹", Icon: theme.IconOpen, OnPress: func() { p.p.Frame.OpenFolder(paths[0]) }})
	}
	if len(out.Left) > 0 {
		left = append(left, kit.ButtonSpec{Text: "复制未出清单", Icon: theme.IconCopy, OnPress: func() { p.p.Frame.Copy(leftList(out.Left), "已复制没有出的来件和原因") }})
	}
	print := func() {
		close()
		p.p.Frame.Print(paths, fmt.Sprintf("文书 %d 份", len(out.Papers)), "文书已存好，在 "+b.Folder+"。")
	}
	actions = append(actions, kit.ButtonSpec{Text: "关闭", Key: "Esc", Primary: len(paths) == 0, OnPress: func() { close() }})
	d := kit.Dialog{Title: "批量文书", Icon: theme.IconCheck, Tone: theme.ColorDo, Width: 640}
	if len(paths) > 0 {
		actions = append(actions, kit.ButtonSpec{Text: "打印", Icon: theme.IconPrint, Primary: true, OnPress: print})
		d.Confirm = print
	}
	if len(out.Papers) == 0 || out.Trouble != nil {
		d.Icon, d.Tone = theme.IconNote, theme.ColorEscalate
	}
	d.Body, d.Left, d.Actions = kit.Pad(16, 14, kit.Column(8, rows...)), left, actions
	close = p.p.Frame.Dialogs.Show(d)
}

// batchPaths are the files of a batch that can be printed, in their order.
func batchPaths(b decide.Batch, out decide.Batched) []string {
	if out.File != "" {
		return []string{out.File}
	}
	var paths []string
	for _, i := range out.Papers {
		if i.Path != "" && !b.Bound {
			paths = append(paths, i.Path)
		}
	}
	return paths
}

// batchWords sums a batch up.
func batchWords(b decide.Batch, out decide.Batched) string {
	n := len(out.Papers)
	said := fmt.Sprintf("已生成%s %d 份", b.Stage.Title(), n)
	switch {
	case b.Stage == decide.StageIssue && n == 0:
		said = "一件也没有出文"
	case b.Stage == decide.StageIssue:
		said = fmt.Sprintf("已出文 %d 件，均已编号、记入台账", n)
		said += "：" + numbersWords(out.Papers)
	case out.Cancelled && b.Bound:
		said = "已取消，没有写出文件"
	}
	if out.Cancelled && out.Rest > 0 {
		said += fmt.Sprintf("；取消后还有 %d 件没有办，它们的记录没有变动", out.Rest)
	} else if out.Rest > 0 {
		said += fmt.Sprintf("；还有 %d 件没有办，它们的记录没有变动", out.Rest)
	}
	return said + "。"
}

// numbersWords names the numbers of papers series by series: 柳反馈〔2026〕1号至12号、柳答复〔2026〕1号.
func numbersWords(papers []decide.BatchItem) string {
	var series []string
	first, last := map[string]string{}, map[string]string{}
	for _, p := range papers {
		name, serial, _ := strings.Cut(p.Number, "〕")
		if first[name] == "" {
			series, first[name] = append(series, name), serial
		}
		last[name] = serial
	}
	for i, name := range series {
		series[i] = name + "〕" + first[name]
		if last[name] != first[name] {
			series[i] += "至" + last[name]
		}
	}
	return strings.Join(series, "、")
}

// leftList is the whole list for the clipboard.
func leftList(left []decide.Unprinted) string {
	var out []string
	for _, l := range left {
		out = append(out, leftWords(l))
	}
	return strings.Join(out, "\n")
}
