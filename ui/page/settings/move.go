package settings

import (
	"context"
	"fmt"

	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// moveLine offers the move to another PC (迁移), or its undoing where it has been made.
func (p *Page) moveLine() kit.Slot {
	button := kit.NewButton(kit.ButtonSpec{Text: "迁到另一台电脑…", Size: kit.Small, OnPress: p.startMove})
	words := "迁出后本机改为只读，不再编号"
	if p.moved != nil {
		button = kit.NewButton(kit.ButtonSpec{Text: "撤回迁移…", Icon: theme.IconUndo, Size: kit.Small, OnPress: func() { AskUndoMove(p.p.Frame, p.p.Keeper, p.p.Moved) }})
		words = "已迁出，本机只能查看"
	}
	return kit.Fit(kit.Row(10, kit.Wide(84, kit.NewLabel("迁移", theme.Body, theme.ColorText2)), kit.Fit(button), kit.Grow(kit.NewElastic(words, theme.Second, theme.ColorText3))))
}

// startMove says what will happen, then asks for the stick.
func (p *Page) startMove() {
	var close func()
	confirm := func() {
		close()
		p.p.Frame.Files.ChooseFolder("迁到另一台电脑：选优盘或移动硬盘", p.moveOut)
	}
	step := func(n int, words string) kit.Slot {
		return kit.Fit(kit.Row(10, kit.Fit(kit.NewRound(fmt.Sprint(n))).AtStart(), kit.Grow(kit.NewPara(words, theme.Body, theme.ColorText))))
	}
	close = p.p.Frame.Dialogs.Show(kit.Dialog{Title: "迁到另一台电脑", Icon: theme.IconSave, Tone: theme.ColorPrimary, Width: 560, Confirm: confirm,
		Body: kit.Pad(16, 14, kit.Column(10,
			step(1, "插上优盘，点“选文件夹”。台账、文书、清单、设置和未登记的草稿全部复制过去，逐条核对。"),
			step(2, "核对一致后，本机改为只读：可以查看、打印，不能登记、出文，编号不会两边重复。"),
			step(3, "在新电脑上打开一单清，点“接着用另一台电脑迁来的数据”，选这个优盘。"),
			kit.Fit(kit.NewPara("没有核对一致的，不会迁出，本机照常可用。没有迁成的，可以在本机撤回迁移。", theme.Second, theme.ColorText2)))),
		Actions: []kit.ButtonSpec{
			{Text: "取消", Key: "Esc", OnPress: func() { close() }},
			{Text: "选文件夹…", Icon: theme.IconOpen, Key: "Ctrl+Enter", Primary: true, OnPress: confirm}}})
}

func (p *Page) moveOut(folder string) {
	kit.Run(p.p.Frame.Runner, "正在复制并核对全部记录", func(ctx context.Context) (upkeep.Moved, error) {
		return p.p.Keeper.MoveOut(ctx, folder)
	}, func(m upkeep.Moved, err error) {
		if err != nil {
			p.p.Frame.Fail("没有迁出", err, nil)
			return
		}
		p.moved = &m
		p.build()
		p.p.Moved(&m)
		p.showMoved(m)
	})
}

// showMoved says what was made and what comes next.
func (p *Page) showMoved(m upkeep.Moved) {
	var close func()
	line := func(label, words string) kit.Slot {
		return kit.Fit(kit.Row(10, kit.Wide(84, kit.NewLabel(label, theme.Body, theme.ColorText3)).AtStart(), kit.Grow(kit.NewPara(words, theme.Body, theme.ColorText))))
	}
	close = p.p.Frame.Dialogs.Show(kit.Dialog{Title: "已迁出，核对一致", Icon: theme.IconCheck, Tone: theme.ColorDo, Width: 560,
		Body: kit.Pad(16, 14, kit.Column(10, line("复制了", fmt.Sprintf("%d 件来件、%d 条记录和全部文件", m.Notices, m.Events)), line("存放在", m.Folder),
			line("下一步", "把优盘插到新电脑，打开一单清，点“接着用另一台电脑迁来的数据”。"), line("本机", "已改为只读。确认新电脑能用以前，请不要删除本机的数据。"))),
		Actions: []kit.ButtonSpec{{Text: "关闭", Key: "Esc", Primary: true, OnPress: func() { close() }}}})
}

// mover unlocks a ledger that was moved out.
type mover interface {
	UndoMove(ctx context.Context) error
}

// AskUndoMove unlocks this PC's ledger, once the clerk has said that the copy is not in use.
func AskUndoMove(frame *kit.Frame, keeper mover, moved func(*upkeep.Moved)) {
	sure := false
	check := kit.NewCheck("新电脑上没有接着用过", "", false, func(on bool) { sure = on })
	var close func()
	confirm := func() {
		if !sure {
			frame.Info("请先确认新电脑上没有接着用过，并勾选")
			return
		}
		close()
		kit.Run(frame.Runner, "正在撤回迁移", func(ctx context.Context) (struct{}, error) {
			return struct{}{}, keeper.UndoMove(context.WithoutCancel(ctx))
		}, func(_ struct{}, err error) {
			if err != nil {
				frame.Fail("没有撤回迁移", err, nil)
				return
			}
			moved(nil)
			frame.Done("已撤回迁移，本机照常登记")
		})
	}
	close = frame.Dialogs.Show(kit.Dialog{Title: "撤回迁移", Icon: theme.IconUndo, Tone: theme.ColorEscalate, Width: 520, First: check, Confirm: confirm,
		Body: kit.Pad(16, 14, kit.Column(10, kit.Fit(kit.NewPara("撤回后本机照常登记、出文。新电脑上已经登记过的，请不要撤回：两台都登记，编号会重复。优盘上的那一份请删除。", theme.Body, theme.ColorText)),
			kit.Fit(check))),
		Actions: []kit.ButtonSpec{
			{Text: "取消", Key: "Esc", OnPress: func() { close() }},
			{Text: "撤回迁移", Icon: theme.IconUndo, Key: "Ctrl+Enter", Primary: true, OnPress: confirm}}})
}

// headRemark is how the page head says that nothing can be changed.
func (p *Page) headRemark() string {
	if p.moved != nil {
		return "本机的台账已迁出，只能查看"
	}
	if p.tab == wordingAt {
		return "保存后用在以后的文书上　版式 " + p.wording.all.Edition
	}
	return "改动立即生效，不需要点保存"
}
