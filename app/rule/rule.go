// Package rule finds what a notice must not demand, or not in this way. Rules are data: their wording, exceptions,
// basis and role stand in a file that an office can read and change; the code only knows how to apply them.
package rule

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// Rule is one prohibition or limit (规则).
type Rule struct {
	Code     string       `json:"code"`
	Title    string       `json:"title"`
	Role     app.Role     `json:"role"`
	Severity app.Severity `json:"severity"`
	// Locked rules are the structural ones: their severity may be changed, they cannot be switched off.
	Locked bool   `json:"locked,omitempty"`
	Off    bool   `json:"off,omitempty"`
	Basis  string `json:"basis"`            // document and place; {清单} stands for the list in force
	Advice string `json:"advice,omitempty"` // what a paper proposes instead
	// SubjectKind is the kind of a demand that is this very thing: a pledge demanded for itself.
	SubjectKind app.Kind    `json:"subject_kind,omitempty"`
	Effect      app.Verdict `json:"effect,omitempty"`
	Patterns    []string    `json:"patterns,omitempty"`
	// Except are wordings that make the sentence lawful; Needs are wordings of which the notice must hold one.
	Except []string `json:"except,omitempty"`
	Needs  []string `json:"needs,omitempty"`
	// Despite are wordings beside which an exception does not hold: a gift that is called free, with a number that is set.
	Despite []string `json:"despite,omitempty"`
	// ExceptAnywhere are wordings that make the thing lawful wherever they stand in the notice.
	ExceptAnywhere []string `json:"except_anywhere,omitempty"`
	// Even names masks that do not shield from this rule: a ranking is the issuer's own act and yet a finding.
	Even    []string `json:"even,omitempty"`
	BasisBy []struct {
		When  string `json:"when"`
		Basis string `json:"basis"`
	} `json:"basis_by,omitempty"`

	// Number is the one number that an office may change; nil: the rule has none. It stands for {数} in title and advice.
	Number *Number `json:"number,omitempty"`

	// Own is set for a row of a negative list that the office imported.
	Own bool `json:"-"`
	// Softened is set where the office took a 不得 back to 提醒 or 注意: the rule then refuses nothing.
	Softened bool `json:"-"`
	// Toothless is set where the office left no basis to be printed: the clerk is told, and no verdict rests on the rule.
	Toothless bool `json:"-"`
	// Point and Proposal are the office's own words on a paper, in place of those of the paper's wording.
	Point    string `json:"-"`
	Proposal string `json:"-"`

	// count is the number as it stands; titleForm and adviceForm are title and advice with {数} in them.
	count                 int
	titleForm, adviceForm string

	phrases  [][]rune
	lawful   []string // patterns of an own rule's exceptions
	patterns []*pattern.Pattern
	except   []*regexp.Regexp
	despite  []*regexp.Regexp
	needs    []*regexp.Regexp
	anywhere []*regexp.Regexp
	basisBy  []*regexp.Regexp
	even     text.Mask
}

// Set is a validated rule pack. It is immutable and safe for concurrent use.
type Set struct {
	Source app.Source
	Rules  []Rule
	byCode map[string]int
	filter *pattern.Set
}

// Read parses and validates a rule pack. The error names the rule and what is wrong with it, in words for the office.
func Read(data []byte) (*Set, error) { return ReadOwn(data, app.OwnRules{}) }

func build(source app.Source, rules []Rule) (*Set, error) {
	s := &Set{Source: source, Rules: rules, byCode: map[string]int{}, filter: pattern.NewSet()}
	for i := range s.Rules {
		r := &s.Rules[i]
		if err := s.validate(r); err != nil {
			return nil, app.WrapError(app.CodeInvalid, err, "规则“%s”不能使用：%v。规则文件未使用，请改正后重试，或恢复出厂规则。", r.Code, err)
		}
		s.byCode[r.Code] = i
	}
	for code, role := range structural {
		if i, ok := s.byCode[code]; !ok || s.Rules[i].Role != role {
			return nil, app.Errorf(app.CodeInvalid, "规则文件缺少结构性规则 %s，或它的作用被改动。规则文件未使用，请恢复出厂规则。", code)
		}
	}
	return s, nil
}

// Describe tells what a rule pack is and how many of its rules are switched on, without preparing it for use.
func Describe(data []byte) (source app.Source, enabled int, err error) {
	var file struct {
		Source app.Source `json:"source"`
		Rules  []struct {
			Off bool `json:"off"`
		} `json:"rules"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return app.Source{}, 0, app.WrapError(app.CodeInvalid, err, "规则文件不是有效的 JSON，未使用。请检查括号和引号，或恢复出厂规则。")
	}
	for _, r := range file.Rules {
		if !r.Off {
			enabled++
		}
	}
	return file.Source, enabled, nil
}

// structural are the codes without which no verdict can be given.
var structural = map[string]app.Role{"TAKEN_BACK": app.RoleStructure, "NOT_ON_LIST": app.RoleStructure,
	"LEAD_SHIFTED": app.RoleStructure, "OVER_SCOPE": app.RoleStructure}

func (s *Set) validate(r *Rule) error {
	switch {
	case r.Code == "":
		return fmt.Errorf("没有代码 code")
	case r.Title == "":
		return fmt.Errorf("没有名称 title")
	case r.Basis == "" && r.Role != app.RoleNote:
		return fmt.Errorf("没有依据 basis")
	case r.Severity.Title() == "":
		return fmt.Errorf("严重程度“%s”应为 block、warn 或 note", r.Severity)
	case r.Role != app.RoleStructure && r.Role != app.RoleSubject && r.Role != app.RoleApproval && r.Role != app.RoleMeans && r.Role != app.RoleNote:
		return fmt.Errorf("作用“%s”应为 structure、subject、approval、means 或 note", r.Role)
	case r.Off && (r.Locked || structural[r.Code] != ""):
		return fmt.Errorf("结构性规则不能停用")
	}
	if _, dup := s.byCode[r.Code]; dup {
		return fmt.Errorf("代码重复")
	}
	for _, p := range r.Patterns {
		c, err := s.filter.Add(p)
		if err != nil {
			return err
		}
		r.patterns = append(r.patterns, c)
	}
	var err error
	if r.except, err = compile(append(slices.Clone(r.Except), r.lawful...)); err != nil {
		return err
	}
	if r.despite, err = compile(r.Despite); err != nil {
		return err
	}
	if r.needs, err = compile(r.Needs); err != nil {
		return err
	}
	if r.anywhere, err = compile(r.ExceptAnywhere); err != nil {
		return err
	}
	for _, b := range r.BasisBy {
		re, err := regexp.Compile(b.When)
		if err != nil {
			return fmt.Errorf("用语“%s”写法有误：%w", b.When, err)
		}
		r.basisBy = append(r.basisBy, re)
	}
	for _, name := range r.Even {
		m, ok := text.MaskNames[name]
		if !ok {
			return fmt.Errorf("even 里的“%s”不认识", name)
		}
		r.even |= m
	}
	return nil
}

func compile(list []string) ([]*regexp.Regexp, error) {
	var out []*regexp.Regexp
	for _, p := range list {
		re, err := regexp.Compile(p)
		if err != nil {
			return nil, fmt.Errorf("用语“%s”写法有误：%w", p, err)
		}
		out = append(out, re)
	}
	return out, nil
}

// Rule gives the rule with a code, or nil where the pack has none or it is switched off.
func (s *Set) Rule(code string) *Rule {
	i, ok := s.byCode[code]
	if !ok || s.Rules[i].Off {
		return nil
	}
	return &s.Rules[i]
}

// BasisFor is the basis to be printed for the words that were found.
func (r *Rule) BasisFor(words string) string {
	for i, re := range r.basisBy {
		if re.MatchString(words) {
			return r.BasisBy[i].Basis
		}
	}
	return r.Basis
}

// Action is what a rule does to a demand, in words for the office (作用).
func (r *Rule) Action() string {
	switch {
	case r.Code == "TAKEN_BACK" || r.Role == app.RoleSubject:
		if r.Softened {
			return "定为提级"
		}
		return "定为拒接"
	case r.Role == app.RoleStructure, r.Role == app.RoleApproval, r.Effect == app.VerdictEscalate:
		return "定为提级"
	case r.Role == app.RoleMeans:
		return "建议调整"
	}
	return "只提醒"
}

// Place is where a rule's finding stands on a paper: 不符之处, 建议调整, or nowhere.
func (r *Rule) Place() string { return r.Role.Place() }

// Number is a number of a rule: the words before and behind it, the usual one, and its bounds.
type Number struct {
	Before string `json:"before"`
	Unit   string `json:"unit"`
	Usual  int    `json:"usual"`
	Least  int    `json:"least"`
	Most   int    `json:"most"`
}

// Count is the number as it stands, 0 where the rule has none.
func (r *Rule) Count() int { return r.count }

// OtherCount is the number where it is not the usual one, else 0.
func (r *Rule) OtherCount() int {
	if r.Number == nil || r.count == r.Number.Usual {
		return 0
	}
	return r.count
}

// counted is the rule with a number, in its title and advice too.
func (r Rule) counted(n int) Rule {
	if r.Number == nil {
		return r
	}
	if r.titleForm == "" {
		r.titleForm, r.adviceForm = r.Title, r.Advice
	}
	r.count = min(max(n, r.Number.Least), r.Number.Most)
	words := text.CountWord(r.count)
	r.Title, r.Advice = strings.ReplaceAll(r.titleForm, "{数}", words), strings.ReplaceAll(r.adviceForm, "{数}", words)
	return r
}

// Wordings is how many wordings a rule looks for, and how many make the thing lawful.
func (r *Rule) Wordings() (found, lawful int) {
	return len(r.Patterns) + len(r.phrases), len(r.Except) + len(r.ExceptAnywhere) + len(r.lawful)
}
