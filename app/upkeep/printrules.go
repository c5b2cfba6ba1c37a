package upkeep

import (
	"context"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// RulesPaper is the list of the rules in force (比对规则表) as a PDF, with the name of its file. It changes nothing.
func (s *Service) RulesPaper(ctx context.Context) (name string, data []byte, err error) {
	list, err := s.rulesList(ctx)
	if err != nil {
		return "", nil, err
	}
	data, err = s.Press.PrintRules(ctx, list)
	return list.Title() + " " + list.Printed.Date.String() + ".pdf", data, err
}

// SaveRulesTable writes the same list as a table (xlsx) into a folder and gives its path.
func (s *Service) SaveRulesTable(ctx context.Context, folder string) (string, error) {
	list, err := s.rulesList(ctx)
	if err != nil {
		return "", err
	}
	data, err := s.Press.Table(ctx, list.Sheet())
	if err != nil {
		return "", err
	}
	return s.Files.Export(ctx, folder, list.Title()+" "+list.Printed.Date.String()+".xlsx", data)
}

// rulesList reads the rules in force and the names of the others.
func (s *Service) rulesList(ctx context.Context) (paper.RulesList, error) {
	all, err := s.Rules(ctx)
	if err != nil {
		return paper.RulesList{}, err
	}
	settings, err := s.Reader.Settings(ctx)
	if err != nil {
		return paper.RulesList{}, err
	}
	packs, err := s.Packs(ctx)
	if err != nil {
		return paper.RulesList{}, err
	}
	now := s.Now()
	out := paper.RulesList{Office: settings.Office, Version: all.Source.DocNo, Clerk: settings.Office.Clerk,
		Printed: paper.Moment{Date: app.DateOf(now), Time: now.Format("15:04")}}
	for _, r := range all.Rows {
		if r.Rule.Off {
			out.Off = append(out.Off, r.Rule.Title)
			continue
		}
		out.Rows = append(out.Rows, paper.RuleLine{Title: r.Rule.Title, Severity: r.Rule.Severity, Action: r.Rule.Action(), Basis: BasisWord(r.Rule.Basis),
			From: r.from(packs), Used: r.Used})
	}
	return out, nil
}

// from says where a rule comes from and whether the office changed it.
func (r RuleRow) from(packs []ledger.Pack) string {
	words := "随软件"
	for _, p := range packs {
		if p.ID == r.Pack {
			words = "《" + strings.Trim(p.Pack.Source.Title, "《》") + "》"
		}
	}
	if r.Written != nil {
		words = "本单位写的"
	}
	if !r.Change.Empty() {
		words += "，本单位有改动"
	}
	return words
}

// BasisWord is a basis as window and list say it: what stands for the list in force is named.
func BasisWord(basis string) string {
	if basis == "" {
		return "没有写明"
	}
	return strings.NewReplacer("{清单}", "履职事项清单", "{按事由}", "按事由引用").Replace(basis)
}
