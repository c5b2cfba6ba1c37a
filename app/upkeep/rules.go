package upkeep

import (
	"context"
	"reflect"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/rule"
)

// RuleRow is one rule as the office has it, beside how it came.
type RuleRow struct {
	Rule    rule.Rule // as it stands
	Shipped rule.Rule // as it came; of an imported row: as it was imported
	Change  app.RuleChange
	By      string       // who changed it last; empty: nobody did
	On      app.Date     // when
	Pack    string       // ID of the negative list that it stands in; empty: it came with the program
	Written *app.OwnRule // as the office wrote it; nil: it did not write it itself
	Used    int          // demands entered this year that break it, by this ledger
}

// Rules are the rules as the office has them.
type Rules struct {
	Source  app.Source // of the pack that came with the program
	Rows    []RuleRow
	Enabled int
}

// Rules gives the rules that came with the program and the office's own, as they stand.
func (s *Service) Rules(ctx context.Context) (Rules, error) {
	shipped, source, err := s.Shipped()
	if err != nil {
		return Rules{}, err
	}
	own, err := s.Reader.Own(ctx)
	if err != nil {
		return Rules{}, err
	}
	today := app.DateOf(s.Now())
	used, err := s.Reader.FindingCounts(ctx, app.Date{Year: today.Year, Month: 1, Day: 1}, today)
	if err != nil {
		return Rules{}, err
	}
	asImported, _ := rule.WithOwn(shipped, app.OwnRules{Packs: own.Rules().Packs})
	now, _ := rule.WithOwn(shipped, own.Rules())
	out := Rules{Source: source}
	packs, written := packOf(own.Packs)
	for i, r := range now {
		row := RuleRow{Rule: r, Shipped: asImported[i], Change: app.RuleChange{Code: r.Code}, Pack: packs[r.Code], Written: written[r.Code], Used: used[r.Code]}
		for _, c := range own.Changes {
			if c.Change.Code == r.Code {
				row.Change, row.By, row.On = c.Change, c.By, app.DateOf(c.At.In(s.Now().Location()))
			}
		}
		if !r.Off {
			out.Enabled++
		}
		out.Rows = append(out.Rows, row)
	}
	return out, nil
}

// packOf tells in which list an own rule stands, the first that has it, and how the office wrote those that it wrote.
func packOf(packs []ledger.Pack) (ids map[string]string, written map[string]*app.OwnRule) {
	ids, written = map[string]string{}, map[string]*app.OwnRule{}
	for _, p := range packs {
		for i, r := range p.Pack.Rules {
			code := rule.OwnCode(r)
			if ids[code] != "" {
				continue
			}
			if ids[code] = p.ID; p.Pack.Written {
				written[code] = &p.Pack.Rules[i]
			}
		}
	}
	return ids, written
}

// Longest words that the office may put in place of those of the program, in characters: they stand in cells of a form.
const (
	mostPoint = 40
	mostBasis = 120
)

// ChangeRule keeps what the office changed of a rule, from the next check on. Notices that are registered and papers that
// are issued stay as they are. CodeInvalid where the rule may not be changed so; nothing is written where nothing changes.
func (s *Service) ChangeRule(ctx context.Context, c app.RuleChange) error {
	all, err := s.Rules(ctx)
	if err != nil {
		return err
	}
	row := all.find(c.Code)
	if row == nil {
		return app.Errorf(app.CodeNotFound, "没有找到这条规则，没有改动。请重新打开“规则与名录”。")
	}
	c = tidyChange(c, row.Shipped)
	if err := s.validChange(c, row.Shipped); err != nil {
		return err
	}
	if reflect.DeepEqual(c, row.Change) {
		return nil
	}
	if c.Empty() {
		return s.ResetRule(ctx, c.Code)
	}
	return s.Writer.Write(ctx, func(b ledger.Book) error {
		_, err := b.Append(ctx, ledger.Subject{Kind: ledger.SubjectRule, ID: c.Code}, ledger.RuleSet, c)
		return err
	})
}

// ResetRule takes back everything that the office changed of a rule.
func (s *Service) ResetRule(ctx context.Context, code string) error {
	own, err := s.Reader.Own(ctx)
	if err != nil {
		return err
	}
	for _, c := range own.Changes {
		if c.Change.Code == code && !c.Change.Empty() {
			return s.Writer.Write(ctx, func(b ledger.Book) error {
				_, err := b.Append(ctx, ledger.Subject{Kind: ledger.SubjectRule, ID: code}, ledger.RuleReset, ledger.ReasonPayload{Reason: "恢复原文"})
				return err
			})
		}
	}
	return nil
}

func (r *Rules) find(code string) *RuleRow {
	for i := range r.Rows {
		if r.Rows[i].Rule.Code == code {
			return &r.Rows[i]
		}
	}
	return nil
}

// tidyChange drops what is as it came.
func tidyChange(c app.RuleChange, shipped rule.Rule) app.RuleChange {
	c.Point, c.Advice = strings.TrimSpace(c.Point), strings.TrimRight(strings.TrimSpace(c.Advice), "。")
	c.Point = strings.TrimRight(c.Point, "。")
	if c.Severity == shipped.Severity {
		c.Severity = ""
	}
	if c.Number == shipped.Count() {
		c.Number = 0
	}
	if c.Basis != nil {
		b := strings.TrimSpace(*c.Basis)
		if c.Basis = &b; b == shipped.Basis {
			c.Basis = nil
		}
	}
	return c
}

func (s *Service) validChange(c app.RuleChange, shipped rule.Rule) error {
	if shipped.Locked && (c.Off || c.Basis != nil || c.Point != "" || c.Advice != "") {
		return app.Errorf(app.CodeInvalid, "“%s”由清单对照得出，只能改程度，不能停用或改写。没有改动。", shipped.Title)
	}
	if c.Severity != "" && c.Severity.Title() == "" {
		return app.Errorf(app.CodeInvalid, "程度应为不得、提醒或注意。没有改动。")
	}
	switch n := shipped.Number; {
	case c.Number == 0:
	case n == nil:
		return app.Errorf(app.CodeInvalid, "“%s”没有可以改的数。没有改动。", shipped.Title)
	case c.Number < n.Least || c.Number > n.Most:
		return app.Errorf(app.CodeInvalid, "这个数应在 %d 到 %d 之间。没有改动。", n.Least, n.Most)
	}
	next := shipped
	if c.Severity != "" {
		next.Severity = c.Severity
	}
	if c.Basis != nil {
		next.Basis = *c.Basis
	}
	if next.Basis == "" && next.Severity == app.SeverityBlock {
		return app.Errorf(app.CodeInvalid, "写不出依据文件的，最高为提醒。没有改动。请写明依据，或把程度改为提醒。")
	}
	for _, w := range []struct {
		what, words string
		most        int
	}{{"依据", next.Basis, mostBasis}, {"单上的说法", c.Point, mostPoint}, {"建议", c.Advice, mostPoint}} {
		if n := len([]rune(w.words)); n > w.most {
			return app.Errorf(app.CodeInvalid, "%s有 %d 字，最多 %d 字。没有改动。请写短一些。", w.what, n, w.most)
		}
	}
	for _, w := range []string{c.Point, c.Advice} {
		if bad := s.Unfit(w); len(bad) > 0 {
			return app.Errorf(app.CodeInvalid, "“%s”不宜印在给来文单位的文书上。没有改动。请换一种说法。", strings.Join(bad, "、"))
		}
	}
	return nil
}
