package window_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	"yidanqing/app"
	"yidanqing/app/judge"
	"yidanqing/app/ledger"
	"yidanqing/app/ledger/ledgertest"
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
		s.Office.Clerk = "李敏"
		_, err := b.Append(context.Background(), ledger.Subject{Kind: ledger.SubjectOffice, ID: ledger.OfficeID}, ledger.OfficeSet, s)
		return err
	})
	if err != nil {
		panic(err)
	}
	return &upkeep.Service{Reader: l, Writer: l, Now: func() time.Time { return now },
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
