package gallery

import (
	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// rows are advice bands and what stands in lists.
func rows(*Gallery) []group {
	none := func() {}
	band := func(v app.Verdict, s kit.Stage, note, reason string) fyne.CanvasObject {
		return kit.NewAdviceBand(office(), kit.Advice{Verdict: v, Stage: s, Note: note, Reason: reason})
	}
	demand := func(no int, v app.Verdict, current bool) *kit.RowPress {
		return kit.NewDemandRow(kit.DemandLine{No: no, Gist: "对餐饮场所燃气安全开展执法检查", Basis: "收回第17项", Verdict: v, Current: current}, office(), none)
	}
	match := app.Match{Part: app.TakenBack, ItemNo: "22", ItemName: "农药经营许可现场核查", Department: "县农业农村局", Score: 0.83}
	finding := app.Finding{Code: "TRACE", Title: "过度留痕", Basis: "《整治形式主义为基层减负若干规定》第四部分", Severity: app.SeverityWarn}
	line := func(open, current bool) *kit.RowPress {
		return kit.NewFindingRow(kit.FindingLine{No: 2, Finding: finding, Quote: "每店拍摄水印照片不少于4张", Place: "建议调整", Open: open, Current: current}, none)
	}
	plain := func(current bool) *kit.RowPress {
		return kit.NewRow("行", kit.High(theme.HeightRow, kit.Pad(12, 0, kit.NewElastic(longWords, theme.Body, theme.ColorText))), current, none)
	}
	words := func(a, b string) fyne.CanvasObject {
		return kit.Column(0, kit.Fit(kit.NewLabel(a, theme.BodyBold, theme.ColorText)), kit.Fit(kit.NewPara(b, theme.Second, theme.ColorText2)))
	}
	cells := func(words ...string) []fyne.CanvasObject {
		var out []fyne.CanvasObject
		for _, w := range words {
			out = append(out, kit.NewPara(w, theme.Second, theme.ColorText))
		}
		return out
	}
	return []group{
		stack("NewAdviceBand：四种建议", state{"承办", band(app.VerdictDo, kit.StageAdvice, "", "基本履职第52项")}, state{"配合", band(app.VerdictCooperate, kit.StageAdvice, "", "配合履职第19项，牵头县市场监管局")},
			state{"已提出", band(app.VerdictRefuse, kit.StageProposed, "", "经办 李敏 提出 11-24 09:52")}, state{"提级反映", band(app.VerdictEscalate, kit.StageAdvice, "请明确职责", "建议请上级明确")},
			state{"已审定", band(app.VerdictRefuse, kit.StageApproved, "", "赵国梁 11-24 签字")}),
		stack("NewAdviceBand：其他", state{"部分承担", band(app.VerdictMixed, kit.StageAdvice, "", "配合 1，拒接 3；逐项列出")}, state{"无需办理", band(app.VerdictInfo, kit.StageAdvice, "", "没有要求本单位做的事，登记备查")},
			state{"未导入清单", band(app.VerdictUnjudged, kit.StageAdvice, "", "规则没有发现问题")}, state{"比对中", band("", kit.StageChecking, "", "")},
			state{"理由过长", band(app.VerdictEscalate, kit.StageAdvice, "", "“核查鉴定”可能是配合排查，也可能是已收回的鉴定，两种读法职责归属不同。把握不足，不建议自行拒接，请上级明确后再办，明确前先按配合办理，不影响风险处置。")}),
		stack("NewDemandRow", state{"常态", demand(1, app.VerdictRefuse, false)}, state{"当前", demand(2, app.VerdictCooperate, true)}, hovered(demand(3, app.VerdictDo, false)), focused(demand(4, app.VerdictEscalate, false))),
		stack("NewMatchRow", state{"展开", kit.NewMatchRow(kit.MatchLine{Badge: "清1", Match: match, Words: []string{"农药经营许可", "现场核查"}, Open: true}, false, none)},
			state{"一行", kit.NewMatchRow(kit.MatchLine{Badge: "清2", Match: match}, false, none)}, focused(kit.NewMatchRow(kit.MatchLine{Badge: "清3", Match: match}, false, none))),
		stack("NewFindingRow", state{"一行", line(false, false)}, state{"展开", line(true, false)}, state{"当前", line(false, true)}, hovered(line(false, false)), focused(line(false, false))),
		stack("NewRow", state{"放不下", plain(false)}, state{"当前", plain(true)}, hovered(plain(false)), focused(plain(false))),
		stack("NewRivalTable", state{"两种读法", kit.NewRivalTable([]string{"清单", "谁来做"},
			kit.Rival{Badge: "甲", Kind: kit.MarkList, Title: "配合排查", Cells: cells("配合履职第41项", "我镇配合，县农业农村局牵头")},
			kit.Rival{Badge: "乙", Kind: kit.MarkWarn, Title: "核查鉴定", Cells: cells("上级部门收回第22项", "县农业农村局承接")})}),
		stack("NewTimelineStep", state{"已办、待办", kit.Column(0, kit.Fit(kit.NewTimelineStep(theme.IconInbox, false, false, words("收件", "11-24 09:41 粘贴"))),
			kit.Fit(kit.NewTimelineStep(theme.IconPaper, false, false, words("出文 柳反馈〔2026〕17号", "11-24 09:52 经办 李敏"))),
			kit.Fit(kit.NewTimelineStep(theme.IconSign, true, true, words("登记审定", "待签章"))))}),
		stack("NewSectionHead", state{"有附注", kit.NewSectionHead("发现的问题 3", "按轻重排")}, state{"无附注", kit.NewSectionHead("清单匹配", "")}),
		stack("NewPageHead · HeadBar", state{"页头", kit.NewPageHead("台账", "2026 年 643 件", kit.NewButton(kit.ButtonSpec{Text: "打印", Icon: theme.IconPrint, OnPress: none}))},
			state{"自己排的", kit.HeadBar(kit.Fit(kit.NewLabel("清单", theme.PageTitle, theme.ColorText)), kit.Space())}),
	}
}
