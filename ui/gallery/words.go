package gallery

import (
	"yidanqing/app"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// longWords do not fit where they stand.
const longWords = "关于进一步加强农药经营门店经营许可现场核查、仓储条件核验和从业人员资质查验工作的通知"

// words are labels, paragraphs, chips, badges and marks.
func words(*Gallery) []group {
	text := func(s string) *kit.Label { return kit.NewLabel(s, theme.Body, theme.ColorText) }
	village := app.OfficeNamed(app.Village, "清河县柳河镇上湾村村民委员会")
	chip := func(v app.Verdict, o app.Office) *kit.Chip { return kit.NewVerdictChip(v, o, "") }
	return []group{
		stack("NewLabel · NewElastic · NewCell", state{"常态", text("县住建局")}, state{"放不下", kit.NewElastic(longWords, theme.Body, theme.ColorText)},
			state{"划去（不算问题）", text("过度留痕").Struck(true)}, state{"居中", text("没有要办的").Centred()}, state{"靠右", text("643").Trailing()},
			state{"表格里", kit.NewCell("县农业农村局", theme.ColorText2)}),
		stack("NewPara · NewParaMax", state{"按禁则换行", kit.NewPara("“核查鉴定”可能是配合排查，也可能是已收回的鉴定。把握不足，不建议自行拒接，请上级明确后再办。", theme.Body, theme.ColorText)},
			state{"最多一行", kit.NewParaMax(longWords, theme.Body, theme.ColorText, 1)}, state{"居中", kit.NewPara("台账还是空的。第一件来文登记后出现在这里。", theme.Body, theme.ColorText3).Centred()}),
		inRow("NewVerdictChip", state{"承办", chip(app.VerdictDo, office())}, state{"配合", chip(app.VerdictCooperate, office())}, state{"拒接反馈", chip(app.VerdictRefuse, office())},
			state{"提级反映", chip(app.VerdictEscalate, office())}, state{"部分承担", kit.NewVerdictChip(app.VerdictMixed, office(), " 4")}, state{"知悉", chip(app.VerdictInfo, office())},
			state{"未导入清单", chip(app.VerdictUnjudged, office())}, state{"村", chip(app.VerdictRefuse, village)}, state{"村", chip(app.VerdictDo, village)}),
		inRow("NewDueChip · NewDueChipOf", state{"逾期", kit.NewDueChip("逾期 1 天", kit.DueLate)}, state{"临期", kit.NewDueChip("今天 17:00", kit.DueSoon)},
			state{"还早", kit.NewDueChip("剩 3 天", kit.DueLater)}, state{"没有时限", kit.NewDueChip("待办", kit.DueNone)}, state{"按台账", kit.NewDueChipOf("late", "逾期 2 天")}, state{"空", kit.NewDueChipOf("", "")}),
		inRow("NewPartChip · NewSeverityChip · NewChip", state{"收回", kit.NewPartChip(app.TakenBack, "22", false, false)}, state{"配合", kit.NewPartChip(app.Cooperate, "41", false, true)},
			state{"基本", kit.NewPartChip(app.Basic, "52", false, true)}, state{"不得", kit.NewSeverityChip(app.SeverityBlock)}, state{"提醒", kit.NewSeverityChip(app.SeverityWarn)},
			state{"注意", kit.NewSeverityChip(app.SeverityNote)}, state{"状态", kit.NewChip("待签章", theme.IconSign)}, state{"无图标", kit.NewChip("导入", "")}),
		inRow("NewToneChip", state{"新增", kit.NewToneChip("新增", kit.VerdictTone(app.VerdictDo, false))}, state{"删去", kit.NewToneChip("删去", kit.VerdictTone(app.VerdictRefuse, false))}),
		stack("NewMarkedPara · Even", state{"改动的字", kit.Row(16, kit.Grow(kit.Even(kit.NewMarkedPara([]kit.MarkedRun{{Text: "协助开展"}, {Text: "燃气", Marked: true}, {Text: "安全隐患排查"}}, kit.MarkWarn, theme.Body, 0))),
			kit.Grow(kit.Even(kit.NewMarkedPara([]kit.MarkedRun{{Text: "协助开展"}, {Text: "燃气和电气", Marked: true}, {Text: "安全隐患排查"}}, kit.MarkWarn, theme.Body, 0))))}),
		inRow("NewDemandBadge · NewEvidenceBadge · NewCountBadge · NewRound", state{"事项", kit.NewDemandBadge("事1", kit.VerdictTone(app.VerdictRefuse, false))},
			state{"事项", kit.NewDemandBadge("事2", kit.VerdictTone(app.VerdictCooperate, false))}, state{"清单", kit.NewEvidenceBadge("清1", theme.ColorCooperate)},
			state{"不得", kit.NewEvidenceBadge("2", theme.ColorRefuse)}, state{"提醒", kit.NewEvidenceBadge("5", theme.ColorEscalate)}, state{"注意", kit.NewEvidenceBadge("6", theme.ColorText3)},
			state{"件数", kit.NewCountBadge(6)}, state{"过百", kit.NewCountBadge(128)}, state{"步骤", kit.NewRound("1")}),
		inRow("NewMarked", state{"清单依据", kit.NewMarked("经营许可现场核查", kit.MarkList, theme.Large)}, state{"不得", kit.NewMarked("签订责任状", kit.MarkBlock, theme.Large)},
			state{"提醒", kit.NewMarked("水印照片", kit.MarkWarn, theme.Large)}, state{"注意", kit.NewMarked("每日通报", kit.MarkNote, theme.Large)}),
		inRow("NewFact · NewKeycap", state{"要素", kit.NewFact("承接", "县农业农村局")}, state{"键名", kit.NewKeycap("Ctrl+G", theme.ColorText)}),
	}
}
