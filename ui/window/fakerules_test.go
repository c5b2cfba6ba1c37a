package window_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"yidanqing/app"
	"yidanqing/app/judge"
	"yidanqing/app/ledger"
	"yidanqing/app/ledger/ledgertest"
	"yidanqing/app/lexicon"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
	"yidanqing/app/rule"
	"yidanqing/app/upkeep"
)

// ownLedger is the ledger of what an office has of its own, in memory.
type ownLedger struct {
	*ledgertest.Ledger
	used map[string]int
}

func (ownLedger) LastWrite(context.Context) (time.Time, error) { return time.Time{}, nil }

func (ownLedger) Preference(context.Context, string) (string, error) { return "", nil }

func (ownLedger) SetPreference(context.Context, string, string) error { return nil }

func (l ownLedger) FindingCounts(context.Context, app.Date, app.Date) (map[string]int, error) {
	return l.used, nil
}

// newRules is the real use case on a ledger in memory.
func newRules(now time.Time) *upkeep.Service {
	l := ownLedger{ledgertest.New(now), map[string]int{"TAKEN_BACK": 31, "LEAD_SHIFTED": 14, "PLEDGE": 8, "DEADLINE_SHORT": 37}}
	err := l.Write(context.Background(), func(b ledger.Book) error {
		var s ledger.Settings
		s.Office = papertest.Office()
		_, err := b.Append(context.Background(), ledger.Subject{Kind: ledger.SubjectOffice, ID: ledger.OfficeID}, ledger.OfficeSet, s)
		return err
	})
	if err != nil {
		panic(err)
	}
	data := func(name string) []byte {
		b, err := os.ReadFile(filepath.Join("..", "..", "assets", "lexicon", name+".tsv"))
		if err != nil {
			panic(err)
		}
		return b
	}
	text, err := os.ReadFile(filepath.Join("..", "..", "assets", "wording", "paper.json"))
	if err != nil {
		panic(err)
	}
	words, err := paper.LoadWording(text)
	if err != nil {
		panic(err)
	}
	return &upkeep.Service{Wording: words, Papers: wordsPress{paper.NewWriter(words)}, Specimens: papertest.Samples{}, Reader: l, Writer: l, Now: func() time.Time { return now },
		Lexicon: sync.OnceValues(func() (*lexicon.Lexicon, error) {
			return lexicon.Read(lexicon.Files{Concepts: data("concepts"), Actions: data("actions"), Departments: data("departments"), Emergency: data("emergency")})
		}),
		Shipped: func() ([]rule.Rule, app.Source, error) {
			data, err := os.ReadFile(filepath.Join("..", "..", "assets", "rules", "rules.json"))
			if err != nil {
				return nil, app.Source{}, err
			}
			return rule.Shipped(data)
		},
		Unfit: func(text string) []string {
			if strings.Contains(text, "甩锅") {
				return []string{"甩锅"}
			}
			return nil
		}}
}

func (f *fakeOffice) Rules(ctx context.Context) (upkeep.Rules, error) { return f.own.Rules(ctx) }

func (f *fakeOffice) ChangeRule(ctx context.Context, c app.RuleChange) error {
	f.called("change " + c.Code)
	return f.own.ChangeRule(ctx, c)
}

func (f *fakeOffice) ResetRule(ctx context.Context, code string) error {
	f.called("reset " + code)
	return f.own.ResetRule(ctx, code)
}

// Try finds the words 责任状 and knows one reason.
func (f *fakeOffice) Try(_ context.Context, _, words string, _ app.Date) (judge.Trial, error) {
	if i := strings.Index(words, "责任状"); i >= 0 {
		return judge.Trial{Found: []app.Evidence{{Start: 0, End: 3, Text: "责任状"}}}, nil
	}
	return judge.Trial{Why: "“防汛”属应急事项例外"}, nil
}

// ruleNow is a rule as it stands.
func (f *fakeOffice) ruleNow(code string) upkeep.RuleRow {
	all, err := f.own.Rules(context.Background())
	if err != nil {
		panic(err)
	}
	for _, r := range all.Rows {
		if r.Rule.Code == code {
			return r
		}
	}
	return upkeep.RuleRow{}
}

func (f *fakeOffice) Packs(ctx context.Context) ([]ledger.Pack, error) { return f.own.Packs(ctx) }

func (f *fakeOffice) ImportPack(ctx context.Context, p app.RulePack) (string, error) {
	return f.own.ImportPack(ctx, p)
}

func (f *fakeOffice) RemovePack(ctx context.Context, id string) error {
	return f.own.RemovePack(ctx, id)
}

func (f *fakeOffice) WriteRule(ctx context.Context, r app.OwnRule, replaces string) (string, error) {
	return f.own.WriteRule(ctx, r, replaces)
}

func (f *fakeOffice) RulesPaper(ctx context.Context) (string, []byte, error) {
	f.called("rules paper")
	return "柳河镇比对规则表 2026-11-24.pdf", []byte("%PDF"), nil
}

func (f *fakeOffice) SaveRulesTable(_ context.Context, folder string) (string, error) {
	f.called("rules table " + folder)
	return folder + "/柳河镇比对规则表 2026-11-24.xlsx", nil
}

func (f *fakeOffice) SavePackTemplate(_ context.Context, folder string) (string, error) {
	f.called("template pack")
	return folder + "/负面清单模板.xlsx", nil
}

func (f *fakeOffice) RegisterViews(ctx context.Context) ([]upkeep.RegisterView, error) {
	return f.own.RegisterViews(ctx)
}

func (f *fakeOffice) ImportRegister(ctx context.Context, r app.Register) (ledger.Register, error) {
	return f.own.ImportRegister(ctx, r)
}

func (f *fakeOffice) WithdrawRegister(ctx context.Context, id, reason string) error {
	return f.own.WithdrawRegister(ctx, id, reason)
}

func (f *fakeOffice) SaveTemplate(_ context.Context, k app.RegisterKind, folder string) (string, error) {
	f.called("template " + string(k))
	return folder + "/" + k.Title() + "模板.xlsx", nil
}

func (f *fakeOffice) Words(ctx context.Context) ([]upkeep.OwnWord, error) { return f.own.Words(ctx) }

func (f *fakeOffice) FindConcepts(ctx context.Context, words string, n int) ([]upkeep.Concept, error) {
	return f.own.FindConcepts(ctx, words, n)
}

func (f *fakeOffice) AddWord(ctx context.Context, w app.OwnWord) error { return f.own.AddWord(ctx, w) }

func (f *fakeOffice) RemoveWord(ctx context.Context, id string) error {
	return f.own.RemoveWord(ctx, id)
}

// Precedents are those set for the test; what is taken out of use or put back stays so.
func (f *fakeOffice) Precedents(context.Context) ([]upkeep.Precedent, error) {
	return slices.Clone(f.precedents), nil
}

func (f *fakeOffice) RemovePrecedent(_ context.Context, id, reason string) error {
	f.called("remove " + id + " " + reason)
	return f.switchPrecedent(id, upkeep.PrecedentRemoved, &ledger.PrecedentOff{By: "李敏", Reason: reason})
}

func (f *fakeOffice) RestorePrecedent(_ context.Context, id string) error {
	f.called("restore " + id)
	return f.switchPrecedent(id, upkeep.PrecedentInUse, nil)
}

func (f *fakeOffice) switchPrecedent(id string, s upkeep.PrecedentState, off *ledger.PrecedentOff) error {
	for i := range f.precedents {
		if f.precedents[i].ID == id {
			f.precedents[i].State, f.precedents[i].Off = s, off
			return nil
		}
	}
	return app.Errorf(app.CodeNotFound, "没有找到这条先例。")
}

// PreviewRegister gives a plan of two rows, of this year, complete.
func (f *fakeOffice) PreviewRegister(_ context.Context, k app.RegisterKind, path string) (app.Register, rule.RegisterPreview, error) {
	f.called("preview " + string(k) + " " + path)
	return app.Register{Kind: k, Source: app.Source{Title: "清河县2026年督查检查考核计划", DocNo: "清办发〔2026〕4号", From: app.Date{Year: 2026, Month: 1, Day: 1}, To: app.Date{Year: 2026, Month: 12, Day: 31}},
			Entries: []app.RegisterEntry{{Name: "安全生产年度考核", Department: "县应急管理局", Period: "2026-11..2026-12"}, {Name: "乡村振兴实绩考核", Department: "县农业农村局", Period: "2026-12..2026-12"}}},
		rule.RegisterPreview{Unread: []rule.RegisterRow{{Name: "Sheet1", Row: 9, Words: "合计", Reason: "合计行，不是一项"}}}, nil
}

// PreviewPack gives a negative list of two rows.
func (f *fakeOffice) PreviewPack(_ context.Context, path string) (app.RulePack, rule.PackPreview, error) {
	f.called("preview pack " + path)
	return app.RulePack{Source: app.Source{Title: "清河县为基层减负负面清单"}, Rules: []app.OwnRule{
		{Title: "不得要求派车接送检查人员", Document: "《清河县为基层减负负面清单》", Place: "第7条", Severity: app.SeverityBlock},
		{Title: "要求挂牌上墙", Severity: app.SeverityWarn}}}, rule.PackPreview{Warnings: []string{"第3行没有依据文件，最高为提醒，不印在单上。"}}, nil
}
