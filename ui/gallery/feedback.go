package gallery

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// feedback is what the window says of its own accord, as sheet 12 of the design shows it: in place, and with a button that
// opens the real thing.
func feedback(g *Gallery) []group {
	none := func() {}
	toast := func(k kit.ToastKind, text, action string) fyne.CanvasObject {
		return kit.NewToastCard(kit.Toast{Kind: k, Text: text, Action: action, OnPress: none}, none)
	}
	show := func(text string, do func()) state {
		return state{"打开", kit.Row(0, kit.Fit(kit.NewButton(kit.ButtonSpec{Text: text, Size: kit.Small, OnPress: do})), kit.Space())}
	}
	card := func(d kit.Dialog) fyne.CanvasObject { c, _ := kit.NewDialogCard(d); return c }
	progress := kit.NewProgressBody("可以取消；取消后台账不变。")
	progress.Tell(443, 643)
	return []group{
		stack("NewToasts · NewToastCard", state{"办成，可撤回", toast(kit.ToastDone, "已登记第 642 号，事项 4", "撤回")}, state{"告知", toast(kit.ToastInfo, "与第 637 号内容相同，未重复登记", "看原件")},
			state{"提醒", toast(kit.ToastWarn, "优盘不在，备份只存在本机", "设置")}, state{"出错，一直保留", toast(kit.ToastError, "打不开“通知.wps”，原文件未动", "怎么办")},
			show("弹出一条", func() { g.frame.Done("已登记第 642 号") })),
		stack("NewProgressBody · BusyDialog", state{"有进度", card(kit.Dialog{Title: "正在校验全部记录", Icon: theme.IconClock, Tone: theme.ColorPrimary, Body: kit.Pad(16, 14, progress),
			Actions: []kit.ButtonSpec{{Text: "取消", Icon: theme.IconClose, Key: "Esc", OnPress: none}}})}, show("开始一件慢的事", g.busy)),
		stack("NewDialogCard · NewTroubleBody", state{"出错：发生什么、保住什么、怎么办", card(kit.Dialog{Title: "没有打印成功", Icon: theme.IconBlock, Tone: theme.ColorRefuse,
			Body: kit.NewTroubleBody(kit.Trouble{What: "打印机“党政办 HP M1136”没有响应。", Kept: "处理已登记，编号 柳反馈〔2026〕17号；PDF 已存好。",
				Try: "检查电源和连线后再印，或打开 PDF 换一台打印机。", Code: "print-02"}),
			Left:    []kit.ButtonSpec{{Text: "打开 PDF", Icon: theme.IconPaper, OnPress: none}},
			Actions: []kit.ButtonSpec{{Text: "关闭", OnPress: none}, {Text: "再印一次", Icon: theme.IconPrint, Primary: true, OnPress: none}}})},
			show("出错对话框", func() {
				g.frame.Fail("没有打印成功", app.Errorf(app.CodeDamaged, "打印机没有响应。处理已登记，PDF 已存好。请检查电源和连线。"), none)
			})),
		stack("Frame.AskReason", state{"只在改得更重时出现", card(kit.Dialog{Title: "改判为“拒接反馈”？", Icon: theme.IconWarn, Tone: theme.ColorEscalate,
			Body: kit.Pad(16, 12, kit.Column(10, kit.Fit(kit.NewPara("软件建议是提级反映（把握 0.55）。改判后由审定人签字负责，理由记入台账。", theme.Body, theme.ColorText)),
				kit.Fit(kit.NewEntry("", "理由（必填一句）")))),
			Actions: []kit.ButtonSpec{{Text: "仍按提级反映", Icon: theme.IconEscalate, Primary: true, OnPress: none}, {Text: "确认改判", OnPress: none}}})},
			show("改判确认", func() {
				g.frame.AskReason(app.Demand{Verdict: app.VerdictEscalate, Confidence: 0.55}, app.VerdictRefuse, func(string) {})
			})),
		stack("密级", state{"不收入", card(kit.Dialog{Title: "带有密级标志，没有收入", Icon: theme.IconLock, Tone: theme.ColorRefuse,
			Body:    kit.NewTroubleBody(kit.TroubleOf("", app.Errorf(app.CodeSecret, "第 1 行有“机密★1年”。没有保存任何文字，窗口已清空，草稿和备份里也没有。请按保密规定在涉密计算机上办理；清空剪贴板；告知本单位保密员。"))),
			Actions: []kit.ButtonSpec{{Text: "关闭", Key: "Esc", OnPress: none}, {Text: "清空剪贴板", Icon: theme.IconClose, Primary: true, OnPress: none}}})}),
		stack("空", state{"没有要办的", kit.Card(kit.Pad(14, 16, kit.Row(10, kit.Space(), kit.Fit(kit.NewIcon(theme.IconDo, 22, theme.ColorDo)),
			kit.Fit(kit.NewLabel("没有要办的", theme.BodyBold, theme.ColorText)), kit.Fit(kit.NewElastic("最近一件在 11-27 到期", theme.Second, theme.ColorText2)), kit.Space())))}),
	}
}

// busy starts something that takes three seconds and can be cancelled.
func (g *Gallery) busy() {
	const steps = 60
	kit.Run(g.frame.Runner, "正在校验全部记录", func(ctx context.Context) (struct{}, error) {
		for i := range steps {
			select {
			case <-ctx.Done():
				return struct{}{}, ctx.Err()
			case <-time.After(50 * time.Millisecond):
				kit.Progress(ctx)(i+1, steps)
			}
		}
		return struct{}{}, nil
	}, func(_ struct{}, err error) {
		switch {
		case errors.Is(err, context.Canceled):
			g.frame.Info("已取消")
		default:
			g.frame.Done("校验完毕")
		}
	})
}
