package records

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app/decide"
	"yidanqing/app/paper"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// batchForm is the dialog 批量文书: what is made of the ticked notices, and where it goes.
type batchForm struct {
	page   *Page
	batch  decide.Batch
	told   *kit.Holder // what the batch would make, and of what nothing
	folder *kit.Label
	turn   kit.Turn
	ready  bool // something can be made
}

// batchStages are the stages in the order in which they are offered.
var batchStages = []decide.Stage{decide.StageDraft, decide.StageIssue, decide.StageIssued}

// BatchPapers asks what papers of the ticked notices are wanted (Ctrl+B).
func (p *Page) BatchPapers() {
	if p.old.on || len(p.picked.ids) == 0 {
		p.p.Frame.Info("请先在台账里勾选来件（空格，或点行首的方框），再批量出文书")
		return
	}
	f := &batchForm{page: p, told: kit.NewHolder(nil), folder: kit.NewElastic(p.p.Folder(), theme.Second, theme.ColorText),
		batch: decide.Batch{Stage: decide.StageDraft, Notices: append([]string(nil), p.picked.ids...), Evidence: true, Folder: p.p.Folder()}}
	stages := make([]string, len(batchStages))
	for i, s := range batchStages {
		stages[i] = s.Title()
	}
	evidence := kit.NewCheck("附比对证据页", "已出文书按出文时的样子", true, func(on bool) { f.batch.Evidence = on })
	stage := kit.NewSegment(stages, 0, func(i int) { f.batch.Stage = batchStages[i]; f.survey() })
	bound := kit.NewSegment([]string{"每件一个文件", "合成一个文件"}, 0, func(i int) { f.batch.Bound = i == 1 })
	change := kit.NewButton(kit.ButtonSpec{Text: "更换…", Size: kit.Small, OnPress: func() {
		p.p.Frame.Files.ChooseFolder("批量文书存到", func(path string) { f.batch.Folder = path; f.folder.SetText(path) })
	}})
	row := func(label string, s ...kit.Slot) kit.Slot {
		return kit.Fit(kit.Row(10, append([]kit.Slot{kit.Wide(64, kit.NewLabel(label, theme.Body, theme.ColorText2))}, s...)...))
	}
	var close func()
	confirm := func() {
		if !f.ready {
			p.p.Frame.Info("勾选的来件里没有能出的文书")
			return
		}
		close()
		p.runBatch(f.batch)
	}
	close = p.p.Frame.Dialogs.Show(kit.Dialog{Title: "批量文书", Hint: fmt.Sprintf("已勾选 %d 件", len(f.batch.Notices)), Icon: theme.IconPaper, Tone: theme.ColorPrimary,
		Width: 640, First: stage, Confirm: confirm,
		Body: kit.Pad(16, 14, kit.Column(10, row("出什么", kit.Fit(stage), kit.Space()), row("怎么存", kit.Fit(bound), kit.Space()), row("", kit.Grow(evidence)),
			row("存到", kit.Grow(f.folder), kit.Fit(change)), kit.Fit(kit.NewRule()), kit.Fit(kit.High(150, kit.NewScroll(f.told))))),
		Actions: []kit.ButtonSpec{
			{Text: "取消", Key: "Esc", OnPress: func() { close() }},
			{Text: "生成", Icon: theme.IconPaper, Key: "Ctrl+Enter", Primary: true, OnPress: confirm}}})
	f.survey()
}

// survey asks what the batch would make and says so.
func (f *batchForm) survey() {
	current, b := f.turn.Next(), f.batch
	f.ready = false
	f.say(kit.NewLabel("正在逐件核对…", theme.Second, theme.ColorText3))
	type answer struct {
		items []decide.BatchItem
		left  []decide.Unprinted
	}
	p := f.page
	kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) (a answer, err error) {
		a.items, a.left, err = p.p.Decide.Survey(ctx, b, nil)
		return a, err
	}, func(a answer, err error) {
		if !current() {
			return
		}
		if err != nil {
			f.say(kit.NewPara(kit.TroubleOf("", err).What, theme.Body, theme.ColorRefuse))
			return
		}
		f.ready = len(a.items) > 0
		rows := []kit.Slot{kit.Fit(kit.NewPara(surveyWords(b, a.items, len(a.left)), theme.BodyBold, theme.ColorText))}
		if b.Stage == decide.StageIssue && f.ready {
			rows = append(rows, kit.Fit(kit.NewPara("逐件给号、记入台账，与单件出文相同；没有核对过的事项按建议提出。中途取消的，已出文的保留。", theme.Second, theme.ColorText2)))
		}
		f.say(kit.Column(6, append(rows, leftRows(a.left)...)...))
	})
}

func (f *batchForm) say(o fyne.CanvasObject) { f.told.Put(o) }

// surveyWords sums up what a batch would make: 可出 12 份：反馈单 9、提级反映单 3；2 件不能出.
func surveyWords(b decide.Batch, items []decide.BatchItem, left int) string {
	var order []paper.Kind
	count := map[paper.Kind]int{}
	for _, i := range items {
		if count[i.Kind] == 0 {
			order = append(order, i.Kind)
		}
		count[i.Kind]++
	}
	var kinds []string
	for _, k := range order {
		kinds = append(kinds, fmt.Sprintf("%s %d", k.Short(), count[k]))
	}
	out := fmt.Sprintf("可出%s %d 份", strings.TrimPrefix(b.Stage.Title(), "正式出文"), len(items))
	if b.Stage == decide.StageIssued {
		out = fmt.Sprintf("已出文书 %d 份", len(items))
	}
	if len(kinds) > 0 {
		out += "：" + strings.Join(kinds, "、")
	}
	if left > 0 {
		out += fmt.Sprintf("；%d 件不能出，原因如下", left)
	}
	return out
}

// mostNamed is how many notices of one reason are named with their titles.
const mostNamed = 3

// leftRows say of which notices nothing is made, and why; those of the same reason stand together.
func leftRows(left []decide.Unprinted) []kit.Slot {
	var reasons []string
	by := map[string][]decide.Unprinted{}
	for _, l := range left {
		if by[l.Reason] == nil {
			reasons = append(reasons, l.Reason)
		}
		by[l.Reason] = append(by[l.Reason], l)
	}
	var out []kit.Slot
	for _, r := range reasons {
		names := make([]string, len(by[r]))
		for i, l := range by[r] {
			if names[i] = l.Ledger; len(names) <= mostNamed && l.Title != "" {
				names[i] += "《" + l.Title + "》"
			}
		}
		out = append(out, kit.Fit(kit.PadEach(4, 0, 0, 0, kit.NewPara(fmt.Sprintf("%d 件：%s", len(names), r), theme.Second, theme.ColorText))),
			kit.Fit(kit.NewPara(strings.Join(names, "、"), theme.Second, theme.ColorText3)))
	}
	return out
}

func leftWords(l decide.Unprinted) string {
	name := l.Ledger
	if l.Title != "" {
		name += "《" + l.Title + "》"
	}
	return name + "：" + l.Reason
}

// runBatch makes the papers, says what came of it, and shows the ledger anew.
func (p *Page) runBatch(b decide.Batch) {
	title := "正在生成" + b.Stage.Title()
	if b.Stage == decide.StageIssue {
		title = "正在逐件出文，取消后已出文的保留"
	}
	kit.Run(p.p.Frame.Runner, title, func(ctx context.Context) (decide.Batched, error) {
		return p.p.Decide.Batch(ctx, b, decide.Progress(kit.Progress(ctx)))
	}, func(out decide.Batched, err error) {
		if err != nil {
			p.p.Frame.Fail("没有生成文书", err, nil)
			return
		}
		if b.Stage == decide.StageIssue {
			p.p.Changed()
			p.Reload()
		}
		p.batchDone(b, out)
	})
}
