package window_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
)

// samplePrecedents are one in use, one of an earlier list and one out of use.
func samplePrecedents() []upkeep.Precedent {
	day := func(m time.Month, d int) app.Date { return app.Date{Year: 2026, Month: m, Day: d} }
	now, old := app.Version{Title: "柳河镇清单 2026年版", DocNo: "清办发〔2026〕9号"}, app.Version{Title: "柳河镇清单 2025年版"}
	one := func(id string, d app.Date, dep, gist string, advised, decided app.Verdict, e *app.DutyRef, v app.Version, s upkeep.PrecedentState) upkeep.Precedent {
		return upkeep.Precedent{State: s, Precedent: ledger.Precedent{Precedent: app.Precedent{ID: id, Notice: "n-" + id, Number: "2026年第412号", No: 1, Department: dep,
			Title: "关于" + gist + "的通知", Gist: gist, Advised: advised, Decided: decided, Entry: e, By: "李敏", Day: d, List: v}}}
	}
	out := []upkeep.Precedent{
		one("a", day(time.November, 3), "清河县邮政管理局", "村级快递服务点场地", app.VerdictEscalate, app.VerdictDo, nil, now, upkeep.PrecedentInUse),
		one("b", day(time.September, 8), "清河县气象局", "村级雨量站看护", app.VerdictEscalate, app.VerdictCooperate,
			&app.DutyRef{Part: app.Cooperate, ItemNo: "20", Name: "气象灾害防御和预警信息传播"}, now, upkeep.PrecedentRemoved),
		one("c", day(time.January, 9), "清河县林业局", "枯死松树排查", app.VerdictCooperate, app.VerdictRefuse, nil, old, upkeep.PrecedentExpired)}
	out[1].Off = &ledger.PrecedentOff{By: "王海", Reason: "那次情况特殊"}
	return out
}

func TestPrecedentsAreLookedAtAndTakenOutOfUse(t *testing.T) {
	f := newFakeOffice()
	f.precedents = samplePrecedents()
	b := openWindow(t, f, 1366, 696)
	b.press(fyne.Key5)
	b.tap("先例")
	b.sees("日期", "部门", "清单事项", "经办", "状态", "2026-11-03", "清河县邮政管理局", "在用", "已停用", "已失效", "配合第20项",
		"当时建议提级反映", "同一部门再来同类事项时参照", "2026年第412号", "清办发〔2026〕9号", "不会改成拒接")
	b.tap("停用…")
	b.sees("停用这条先例？", "可以随时恢复使用")
	b.press(fyne.KeyReturn)
	b.toasted("请写一句理由")
	b.canvas.Focused().(interface{ SetText(string) }).SetText("场地已另有安排")
	b.press(fyne.KeyReturn)
	b.called("remove a 场地已另有安排")
	b.toasted("已停用先例，从下一次比对起生效")
	b.sees("由 李敏 停用：场地已另有安排", "恢复使用")
	b.tap("恢复使用")
	b.called("restore a")
	b.sees("停用…")
	b.write("查找部门、事项", "气象")
	b.sees("由 王海 停用：那次情况特殊")
	b.lacks("清河县邮政管理局")
}

func TestWithoutPrecedentsThePageTeaches(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 696)
	b.press(fyne.Key5)
	b.tap("先例")
	b.sees("还没有先例", "改判并登记后，这一件就成为先例", "不会改成拒接")
}

func TestPrecedentsWhereTheRoomIsNarrow(t *testing.T) {
	f := newFakeOffice()
	f.precedents = samplePrecedents()
	f.prefs["window.text_percent"] = "200"
	b := openWindow(t, f, 1366, 696)
	b.press(fyne.Key5)
	b.chooseTab("先例")
	b.sees("村级快递服务点场地", "在用")
	b.key(fyne.KeyReturn)
	b.sees("返回", "当时建议提级反映", "停用…")
	b.key(fyne.KeyEscape)
	b.lacks("返回")
}

func TestTheResultNamesThePrecedentAndOpensIt(t *testing.T) {
	f := newFakeOffice()
	s := do()
	f.notices = append(f.notices, ledger.Notice{ID: "old", Year: 2026, No: 412, Check: s.check})
	s.check.Demands = append([]app.Demand(nil), s.check.Demands...)
	s.check.Demands[0].Precedent = &app.Recalled{ID: "d", Notice: "old", Number: "2026年第412号", Day: app.Date{Year: 2026, Month: time.November, Day: 3}, By: "李敏",
		Decided: app.VerdictDo, Without: app.VerdictEscalate, Changed: true}
	f.checks[firstLine(s.text)] = s.check
	b := openWindow(t, f, 1366, 696)
	b.paste(s.text)
	b.sees("与 2026-11-03 同类事项一致", "先例 · 2026年第412号 · 当时定为承办（经办 李敏） · 不参照时建议提级反映")
	b.tap("与 2026-11-03 同类事项一致")
	b.sees("2026年第412号")
	b.press(fyne.Key1) // what is not registered is still there
	b.sees("与 2026-11-03 同类事项一致")
}

func TestAPrecedentThatChangesNothingIsOnlyTold(t *testing.T) {
	f := newFakeOffice()
	s := refusal()
	s.check.Demands = append([]app.Demand(nil), s.check.Demands...)
	s.check.Demands[0].Precedent = &app.Recalled{Notice: "old", Number: "2026年第412号", Day: app.Date{Year: 2026, Month: time.November, Day: 3}, Decided: app.VerdictDo, Without: app.VerdictRefuse}
	f.checks[firstLine(s.text)] = s.check
	b := openWindow(t, f, 1366, 696)
	b.paste(s.text)
	b.sees("2026-11-03 同类事项定为承办", "这一件情形不全相同，建议不变", "建议：拒接反馈")
	b.lacks("同类事项一致")
}

// TestAnOverrideMayNameTheEntry: the other entry that came near is offered, and the decision carries it.
func TestAnOverrideMayNameTheEntry(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyE)
	b.sees("按“配合”第45项：")
	b.tap("按“配合”第45项：农资经营情况日常巡查（可配合提供门店…")
	b.sees("建议：配合（已改判）", "改按清单“配合履职”第45项：农资经营情况日常巡查（可配合提供门店名单）")
	b.press(fyne.KeyS)
	if d := b.office.decided; len(d) != 1 || d[0].Verdict != app.VerdictCooperate || d[0].Entry == nil || d[0].Entry.ItemNo != "45" {
		t.Errorf("decided %+v", d)
	}
}
