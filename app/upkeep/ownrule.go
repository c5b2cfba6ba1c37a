package upkeep

import (
	"context"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/rule"
)

// Longest parts of a rule that the office writes, in characters.
const (
	mostTitle    = 30
	mostWording  = 60
	mostWordings = 20
)

// WriteRule keeps a rule of the office's own, from the next check on, and gives the ID by which RemovePack takes it out of
// use. replaces is the ID of the written rule whose place it takes; empty: none. CodeInvalid where the rule cannot be used,
// CodeConflict where there is one of that name.
func (s *Service) WriteRule(ctx context.Context, r app.OwnRule, replaces string) (id string, err error) {
	r = tidyRule(r)
	if err := s.validRule(r); err != nil {
		return "", err
	}
	all, err := s.Rules(ctx)
	if err != nil {
		return "", err
	}
	for _, row := range all.Rows {
		if (row.Rule.Title == r.Title || row.Rule.Code == rule.OwnCode(r)) && (row.Pack == "" || row.Pack != replaces) {
			return "", app.Errorf(app.CodeConflict, "已经有一条“%s”，没有再加。请换一个名称，或改那一条。", row.Rule.Title)
		}
	}
	own, err := s.Reader.Own(ctx)
	if err != nil {
		return "", err
	}
	if replaces != "" && !wrote(own.Packs, replaces) {
		return "", app.Errorf(app.CodeNotFound, "要改写的规则不在了，可能已经移除。没有保存，写下的内容还在。")
	}
	err = s.Writer.Write(ctx, func(b ledger.Book) error {
		if replaces != "" {
			if _, err := b.Append(ctx, ledger.Subject{Kind: ledger.SubjectPack, ID: replaces}, ledger.PackRemoved, ledger.ReasonPayload{Reason: "改写"}); err != nil {
				return err
			}
		}
		id = b.NewID()
		pack := app.RulePack{Source: app.Source{Title: "本单位规则"}, Rules: []app.OwnRule{r}, Written: true}
		_, err := b.Append(ctx, ledger.Subject{Kind: ledger.SubjectPack, ID: id}, ledger.PackImported, pack)
		return err
	})
	return id, err
}

// wrote tells whether the office wrote the rule with an ID and still uses it.
func wrote(packs []ledger.Pack, id string) bool {
	for _, p := range packs {
		if p.ID == id {
			return p.Pack.Written
		}
	}
	return false
}

// tidyRule drops blanks and full stops at the ends, and wordings and exceptions that say nothing or the same again.
func tidyRule(r app.OwnRule) app.OwnRule {
	r.Title = strings.TrimRight(strings.TrimSpace(r.Title), "。；;")
	r.Document, r.Place = strings.TrimSpace(r.Document), strings.TrimSpace(r.Place)
	if r.Document == "" {
		r.Place = ""
	}
	r.Wordings, r.Except = tidyWords(r.Wordings), tidyWords(r.Except)
	if r.Role == app.RoleMeans {
		r.Role = ""
	}
	return r
}

func tidyWords(words []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, w := range words {
		if w = strings.Trim(strings.TrimSpace(w), "。，、；;,"); w != "" && !seen[w] {
			seen[w] = true
			out = append(out, w)
		}
	}
	return out
}

func (s *Service) validRule(r app.OwnRule) error {
	invalid := func(format string, args ...any) error { return app.Errorf(app.CodeInvalid, format, args...) }
	switch {
	case r.Title == "":
		return invalid("还没有写规则的名称。没有保存，写下的内容还在。请写一句不得要求的事，如：不得要求派车接送检查人员。")
	case len([]rune(r.Title)) > mostTitle:
		return invalid("名称有 %d 字，最多 %d 字。没有保存，写下的内容还在。请写短一些，具体的说法写在“说法”里。", len([]rune(r.Title)), mostTitle)
	case r.Severity.Title() == "":
		return invalid("程度应为不得、提醒或注意。没有保存，写下的内容还在。")
	case r.Role != "" && r.Role != app.RoleNote:
		return invalid("本单位的规则只能建议调整或只提醒，不能自行定为拒接或提级。没有保存，写下的内容还在。")
	case r.Document == "" && r.Severity == app.SeverityBlock:
		return invalid("写不出依据文件的，最高为提醒。没有保存，写下的内容还在。请写明依据，或把程度改为提醒。")
	case len([]rune(r.Basis())) > mostBasis:
		return invalid("依据有 %d 字，最多 %d 字。没有保存，写下的内容还在。请写短一些。", len([]rune(r.Basis())), mostBasis)
	case len(r.Wordings) > mostWordings || len(r.Except) > mostWordings:
		return invalid("说法和例外各最多 %d 条。没有保存，写下的内容还在。", mostWordings)
	case !rule.Usable(r):
		return invalid("说法太短，会认错很多来文。没有保存，写下的内容还在。请写三个字以上的说法。")
	}
	for _, w := range append(append([]string(nil), r.Wordings...), r.Except...) {
		if n := len([]rune(w)); n > mostWording {
			return invalid("“%s……”有 %d 字，最多 %d 字。没有保存，写下的内容还在。请写短一些，或分成几条。", string([]rune(w)[:10]), n, mostWording)
		}
	}
	for _, w := range r.Wordings {
		if len(rule.Phrase(w)) < 3 {
			return invalid("说法“%s”太短，会认错很多来文。没有保存，写下的内容还在。请写三个字以上。", w)
		}
	}
	for _, w := range r.Except {
		if len([]rune(w)) < 2 {
			return invalid("例外“%s”太短，会放过很多来文。没有保存，写下的内容还在。请写两个字以上。", w)
		}
	}
	if bad := s.Unfit(r.Title); len(bad) > 0 {
		return invalid("名称里的“%s”不宜印在给来文单位的文书上。没有保存，写下的内容还在。请换一种说法。", strings.Join(bad, "、"))
	}
	return nil
}
