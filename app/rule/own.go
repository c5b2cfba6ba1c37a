package rule

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/text"
)

// Shipped gives the rules of a pack as they came, for looking at: they are not prepared for use.
func Shipped(data []byte) ([]Rule, app.Source, error) {
	file, err := decode(data)
	return file.Rules, file.Source, err
}

// ReadOwn reads a rule pack and applies what an office changed. A change of a rule that the pack does not have (any more)
// is passed over.
func ReadOwn(data []byte, own app.OwnRules) (*Set, error) {
	file, err := decode(data)
	if err != nil {
		return nil, err
	}
	rules, changed := WithOwn(file.Rules, own)
	if n := changed + count(own.Packs); n > 0 {
		file.Source.DocNo += fmt.Sprintf("（本单位改动%d条）", n)
	}
	return build(file.Source, rules)
}

func count(packs []app.RulePack) int {
	n := 0
	for _, p := range packs {
		n += len(p.Rules)
	}
	return n
}

// WithOwn gives the shipped rules as the office has them, its own after them, and how many shipped ones differ.
func WithOwn(shipped []Rule, own app.OwnRules) (rules []Rule, changed int) {
	rules = slices.Clone(shipped)
	seen := map[string]bool{}
	for _, p := range own.Packs {
		for _, r := range p.Rules {
			if c := ownRule(r); !seen[c.Code] {
				seen[c.Code] = true
				rules = append(rules, c)
			}
		}
	}
	for _, c := range own.Changes {
		for i := range rules {
			if rules[i].Code != c.Code {
				continue
			}
			if next := rules[i].Changed(c); !c.Empty() {
				rules[i] = next
				if i < len(shipped) {
					changed++
				}
			}
		}
	}
	return rules, changed
}

// Changed is the rule as an office changed it. A locked one takes another severity only. A rule without a basis to be
// printed is at most 提醒 and is told to the clerk alone: what nobody can point at refuses nothing.
func (r Rule) Changed(c app.RuleChange) Rule {
	if c.Severity.Title() != "" {
		r.Softened = r.Softened || r.Severity == app.SeverityBlock && c.Severity != app.SeverityBlock
		r.Severity = c.Severity
	}
	if r.Locked {
		return r
	}
	r.Off = c.Off
	if c.Basis != nil && *c.Basis != r.Basis {
		r.Basis = *c.Basis
		r.BasisBy = nil
	}
	r.Point, r.Proposal = c.Point, c.Advice
	if c.Number > 0 {
		r = r.counted(c.Number)
	}
	return r.held()
}

// held keeps a rule without a basis from more than telling the clerk.
func (r Rule) held() Rule {
	if strings.TrimSpace(r.Basis) != "" {
		return r
	}
	r.Basis, r.Role, r.Effect, r.Toothless = "", app.RoleNote, "", true
	if r.Severity == app.SeverityBlock {
		r.Severity = app.SeverityWarn
	}
	return r
}

// ownRule is a row of an imported negative list, or a rule that the office wrote: it proposes a change or only tells, and
// never alters a verdict.
func ownRule(o app.OwnRule) Rule {
	r := Rule{Code: OwnCode(o), Title: o.Title, Role: app.RoleMeans, Severity: o.Severity, Basis: o.Basis(), Own: true}
	if r.Severity == app.SeverityNote || o.Role == app.RoleNote {
		r.Role = app.RoleNote
	}
	for _, p := range Wordings(o) {
		if f := Phrase(p); len(f) >= leastPhrase {
			r.phrases = append(r.phrases, f)
		}
	}
	for _, w := range o.Except {
		if w = text.New(w).String(); w != "" {
			r.lawful = append(r.lawful, regexp.QuoteMeta(w))
		}
	}
	return r.held()
}

// leastPhrase is how many characters a wording must have: a shorter one would be met everywhere.
const leastPhrase = 3

// Wordings are what an own rule looks for: those named, else those of its title, parted by ；.
func Wordings(o app.OwnRule) []string {
	if len(o.Wordings) > 0 {
		return o.Wordings
	}
	return strings.FieldsFunc(o.Title, func(c rune) bool { return strings.ContainsRune("；;|\n", c) })
}

// Usable tells whether an own rule has at least one wording long enough to be looked for.
func Usable(o app.OwnRule) bool {
	return slices.ContainsFunc(Wordings(o), func(p string) bool { return len(Phrase(p)) >= leastPhrase })
}

// OwnCode is the code of an imported rule: the same words have the same code in every pack.
func OwnCode(o app.OwnRule) string {
	sum := sha256.Sum256([]byte(text.New(o.Title).String()))
	return "OWN_" + strings.ToUpper(hex.EncodeToString(sum[:4]))
}

// forbidding are the words with which a row of a negative list begins; a notice says the rest of it.
var forbidding = []string{"严格禁止", "一律不得", "一律禁止", "不得以任何形式", "不得随意", "不得擅自", "不得", "严禁", "禁止", "不准", "不许", "不能", "不允许", "杜绝", "要求基层", "要求乡镇", "要求村级", "要求"}

// Phrase is a wording of a row as it is looked for in a notice: folded, without the words that forbid it.
func Phrase(s string) []rune {
	t := strings.Trim(text.New(s).String(), "。,、:!? ")
	for _, w := range forbidding {
		t = strings.TrimPrefix(t, w)
	}
	return []rune(strings.Trim(t, "“”\"'。,、:"))
}

type packFile struct {
	Source app.Source `json:"source"`
	Rules  []Rule     `json:"rules"`
}

func decode(data []byte) (packFile, error) {
	var f packFile
	if err := json.Unmarshal(data, &f); err != nil {
		return f, app.WrapError(app.CodeInvalid, err, "规则文件不是有效的 JSON，未使用。请检查括号和引号，或恢复出厂规则。")
	}
	for i, r := range f.Rules {
		if r.Number != nil {
			f.Rules[i] = r.counted(r.Number.Usual)
		}
	}
	return f, nil
}
