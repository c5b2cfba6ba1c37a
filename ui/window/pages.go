package window

import (
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
	"yidanqing/ui/kit"
	"yidanqing/ui/page/alerts"
	"yidanqing/ui/page/decision"
	"yidanqing/ui/page/help"
	"yidanqing/ui/page/inbox"
	"yidanqing/ui/page/lists"
	"yidanqing/ui/page/records"
	"yidanqing/ui/page/rules"
	"yidanqing/ui/page/settings"
	"yidanqing/ui/page/statistics"
	"yidanqing/ui/page/welcome"
	"yidanqing/ui/theme"
)

// makePages says how each page is made, when it is first shown.
func (w *Window) makePages(words help.Texts) {
	w.inbox = makeLater(func() *inbox.Page {
		return inbox.New(inbox.Params{Frame: w.frame, Intake: w.p.Intake, Decide: w.p.Decide, Inquire: w.p.Inquire, Lists: w.p.Upkeep, Way: func(d app.Demand) ledger.Way { return w.set.WayFor(d) },
			Collects: func() bool { return !w.set.EachRaised }, OpenTogether: w.openTogether, OpenReport: w.openReport,
			Documents: w.p.Documents, Generate: w.generate, OpenNotice: w.openRecord, OpenLedger: func() { w.show(w.records) },
			ImportList: w.importList, Changed: w.changed})
	})
	w.decision = makeLater(func() *decision.Page {
		return decision.New(decision.Params{Frame: w.frame, Decide: w.p.Decide, Reader: noticeReader{w.p.Inquire}, Spool: w.spool,
			Fonts: kit.NewPageFonts(w.p.PaperFonts, w.p.RareFont), Superior: func() string { return w.superior }, SetSuperior: w.setSuperior,
			AskContact: w.askContact, SetContact: w.setContact,
			FontLine: fontLine(w.p.PaperFaces), Folder: func() string { return w.p.PaperDir },
			Issued: func(notice string) { w.openRecord(notice) }, Back: w.backToNotice, Changed: w.changed})
	})
	w.records = makeLater(func() *records.Page {
		return records.New(records.Params{Frame: w.frame, Inquire: w.p.Inquire, Decide: w.p.Decide, Papers: paperFiles{w.p.Decide, w.p.DraftDir},
			Office: w.p.Upkeep, Spool: w.spool, Old: w.p.Intake, Tables: w.p.Tables, OpenNotice: w.openNotice, OpenTalk: w.openTalk, Generate: func(notice string, kind paper.Kind) { w.generate(notice, kind, nil) },
			Collect: w.collect, Folder: func() string { return w.p.PaperDir }, Changed: w.changed})
	})
	w.alerts = makeLater(func() *alerts.Page {
		return alerts.New(alerts.Params{Frame: w.frame, Inquire: w.p.Inquire, Keeper: w.p.Upkeep, Spool: w.spool,
			Act: w.act, OpenRecord: w.openRecord, Collect: w.collect,
			OpenLedger: func() { w.show(w.records) }, OpenRules: func() { w.show(w.settings) }, Counted: w.counted})
	})
	w.lists = makeLater(func() *lists.Page {
		return lists.New(lists.Params{Frame: w.frame, Keeper: w.p.Upkeep, Inquire: w.p.Inquire, Import: w.p.Lists, OpenRecord: w.openRecord, Changed: w.changed})
	})
	w.rules = makeLater(func() *rules.Page {
		return rules.New(rules.Params{Frame: w.frame, Keeper: w.p.Upkeep, Import: w.p.Lists, Try: w.p.Compare, Way: w.wayWord, Spool: w.spool,
			Folder:   func() string { return w.p.PaperDir },
			OpenWays: func() { w.settings.get().ShowWays(); w.show(w.settings) }, OpenNotice: w.openRecord, Changed: w.rulesChanged})
	})
	w.statistics = makeLater(func() *statistics.Page {
		return statistics.New(statistics.Params{Frame: w.frame, Inquire: w.p.Inquire, Spool: w.spool, Folder: func() string { return w.p.PaperDir },
			OpenFigure: w.openFigure, OpenInbox: func() { w.show(w.inbox) }, ImportOld: w.importOld,
			Reviewed: func() bool { return w.set.ReviewDepartments }, Reported: w.reported})
	})
	w.settings = makeLater(w.makeSettings)
	w.welcome = makeLater(func() *welcome.Page {
		var look func()
		if w.p.Trial != nil {
			look = w.openTrial
		}
		return welcome.New(welcome.Params{Look: look, Frame: w.frame, Keeper: w.p.Upkeep, Import: w.p.Lists, Sample: w.p.Sample, Done: func(s ledger.Settings) {
			w.settingsChanged(s)
			w.begin()
			if s.Office.Grassroots() && w.look.Percent() == 100 { // village cadres read larger; Ctrl+减号 takes it back
				w.setLook(w.look.Mode(), villagePercent)
			}
		}})
	})
	w.help = makeLater(func() *help.Page { return help.New(w.frame, words, w.sectionNames, w.leaveHelp) })
}

func (w *Window) makeSettings() *settings.Page {
	lines := make([]settings.FontLine, len(w.p.PaperFaces))
	for i, f := range w.p.PaperFaces {
		lines[i] = settings.FontLine(f)
	}
	return settings.New(settings.Params{Frame: w.frame, Keeper: w.p.Upkeep, DataDir: w.p.DataDir, Fonts: lines, Version: w.p.Version,
		Look: func() (theme.Mode, int) { return w.look.Mode(), w.look.Percent() }, SetLook: w.setLook, Changed: w.settingsChanged, Moved: w.setMoved, ImportList: w.importList,
		Pages: kit.NewPageFonts(w.p.PaperFonts, w.p.RareFont), Folder: func() string { return w.p.PaperDir }, Texts: w.p.Documents})
}

// fontLine names the fonts of the papers: those of this machine are marked.
func fontLine(faces []FaceLine) string {
	var out []string
	for _, f := range faces {
		name := f.Font
		if f.Own {
			name += "（本机）"
		}
		out = append(out, name)
	}
	return strings.Join(out, "、")
}
